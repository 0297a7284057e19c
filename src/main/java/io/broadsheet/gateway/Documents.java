package io.broadsheet.gateway;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import io.broadsheet.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the document that a request means, on every transport: a trusted one by its id, a
 * persisted one by its hash, or the one that it brings, if its sender may bring one.
 */
class Documents implements PreparsedDocumentProvider {

	private final DocumentMode mode;

	private final TrustedDocuments trusted;

	private final UnknownDocuments unknown;

	private final PersistedDocuments persisted = new PersistedDocuments();

	private final ParsedDocuments parsed = new ParsedDocuments();

	Documents(DocumentMode mode, TrustedDocuments trusted, UnknownDocuments unknown) {
		this.mode = mode;
		this.trusted = trusted;
		this.unknown = unknown;
	}

	@Override
	public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(ExecutionInput input,
			Function<ExecutionInput, PreparsedDocumentEntry> parse) {
		DocumentIds ids = DocumentIds.of(input.getExtensions());
		TrustedDocument known = trusted(ids);
		if (known == null) {
			return CompletableFuture.completedFuture(other(ids, input, parse));
		}
		input.getGraphQLContext().put(Documents.class, known.text());
		return CompletableFuture.completedFuture(new PreparsedDocumentEntry(known.document()));
	}

	/** The text that a request means, however it asks for it; empty if there is none. */
	static String text(GraphQLContext context) {
		return context.getOrDefault(Documents.class, "");
	}

	private @Nullable TrustedDocument trusted(DocumentIds ids) {
		TrustedDocument byId = (ids.id() != null) ? this.trusted.find(ids.id()) : null;
		return (byId == null && ids.hash() != null) ? this.trusted.find(ids.hash()) : byId;
	}

	private PreparsedDocumentEntry other(DocumentIds ids, ExecutionInput input,
			Function<ExecutionInput, PreparsedDocumentEntry> parse) {
		boolean isBrought = !input.getQuery().equals(DocumentIds.NO_TEXT);
		String text = isBrought ? input.getQuery() : persisted(ids);
		if (text == null) {
			return refusal("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
		}
		input.getGraphQLContext().put(Documents.class, text);
		if (isBrought && ids.hash() != null && !ids.hash().equals(TrustedDocument.hash(text))) {
			return refusal("BAD_USER_INPUT",
					"extensions.persistedQuery.sha256Hash is not the SHA-256 of the query: send the one that is.");
		}
		boolean isDeferrable = GraphQL.unusualConfiguration(input.getGraphQLContext())
			.incrementalSupport()
			.isIncrementalSupportEnabled();
		PreparsedDocumentEntry entry = this.parsed.get(text, isDeferrable,
				() -> parse.apply(input.transform((builder) -> builder.query(text))));
		PreparsedDocumentEntry allowed = allowed(entry, text, input);
		if (isBrought && ids.hash() != null && !allowed.hasErrors()) {
			this.persisted.keep(ids.hash(), text);
		}
		return allowed;
	}

	private @Nullable String persisted(DocumentIds ids) {
		return (ids.hash() != null) ? this.persisted.find(ids.hash()) : null;
	}

	/** Editors may ask for what they like. */
	private PreparsedDocumentEntry allowed(PreparsedDocumentEntry entry, String text, ExecutionInput input) {
		if (this.mode == DocumentMode.OFF || !Viewer.in(input.getGraphQLContext()).isReader()) {
			return entry;
		}
		if (this.mode == DocumentMode.REQUIRE_ID) {
			return refusal("FORBIDDEN",
					"Only trusted documents are answered here, and by their ids alone: send documentId.");
		}
		if (!entry.hasErrors() && this.trusted.contains(entry.getDocument())) {
			return entry;
		}
		this.unknown.met(text, ClientName.in(input.getGraphQLContext()));
		input.getGraphQLContext().put(UnknownDocuments.class, true);
		return (this.mode == DocumentMode.LOG_UNKNOWN) ? entry
				: refusal("FORBIDDEN", "Only trusted documents are answered here, and this is none of them.");
	}

	private static PreparsedDocumentEntry refusal(String code, String message) {
		return new PreparsedDocumentEntry(GraphqlErrorBuilder.newError()
			.message("%s", message)
			.extensions(Map.of(PresentedError.CODE, code))
			.build());
	}

}
