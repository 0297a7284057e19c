package io.broadsheet.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;

import graphql.ExecutionResult;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.Document;
import graphql.parser.ParserOptions;
import graphql.validation.ValidationError;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses documents that are too large, on every transport: by bytes before anything is
 * done with them, by tokens before they are parsed, by everything else before they are
 * validated. A document that is known already was measured when it was new.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DocumentLimits extends SimplePerformantInstrumentation {

	private final LimitSettings limits;

	private final Refusals refusals;

	private final ParserOptions parser;

	DocumentLimits(LimitSettings limits, Refusals refusals) {
		this.limits = limits;
		this.refusals = refusals;
		this.parser = ParserOptions.getDefaultOperationParserOptions()
			.transform((options) -> options.maxTokens(Math.max(limits.tokens(), limits.tokens() + 1)));
	}

	@Override
	public InstrumentationContext<ExecutionResult> beginExecution(InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		this.refusals.require(Limit.DOCUMENT_SIZE, this.limits.documentSize().toBytes(), bytes(parameters.getQuery()));
		return SimpleInstrumentationContext.noOp();
	}

	@Override
	public InstrumentationContext<Document> beginParse(InstrumentationExecutionParameters parameters,
			InstrumentationState state) {
		this.refusals.require(Limit.TOKENS, this.limits.tokens(), Tokens.count(parameters.getQuery()));
		parameters.getGraphQLContext().put(ParserOptions.class, this.parser);
		return SimpleInstrumentationContext.noOp();
	}

	@Override
	public InstrumentationContext<List<ValidationError>> beginValidation(InstrumentationValidationParameters parameters,
			InstrumentationState state) {
		DocumentShape.Size size = DocumentShape.of(parameters.getDocument());
		this.refusals.require(Limit.DEPTH, this.limits.depth(), size.depth());
		this.refusals.require(Limit.ROOT_FIELDS, this.limits.rootFields(), size.rootFields());
		this.refusals.require(Limit.ALIASES, this.limits.aliases(), size.aliases());
		this.refusals.require(Limit.DIRECTIVES, this.limits.directives(), size.directives());
		this.refusals.require(Limit.FIELDS, this.limits.fields(), size.fields());
		return SimpleInstrumentationContext.noOp();
	}

	/** Most documents are ASCII, and far from the limit. */
	private long bytes(String document) {
		return (3L * document.length() <= this.limits.documentSize().toBytes()) ? document.length()
				: document.getBytes(StandardCharsets.UTF_8).length;
	}

}
