package io.broadsheet.gateway;

import java.util.function.Supplier;

import io.broadsheet.gateway.ContentChanges.Moment;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;

/**
 * The execution of one operation, for whoever asked and perhaps for others who ask the
 * same.
 */
final class Execution {

	private final WebGraphQlHandler handler;

	private final ResponseType type;

	private final Supplier<WebGraphQlRequest> asked;

	private final Supplier<WebGraphQlRequest> askedByNobody;

	private @Nullable WebGraphQlResponse response;

	private @Nullable WholeAnswer whole;

	private @Nullable KeptAnswer kept;

	/**
	 * @param handler executes operations
	 * @param type the media type of an answer in one piece
	 * @param asked what its client asks
	 * @param askedByNobody the same, asked on no client's behalf
	 */
	Execution(WebGraphQlHandler handler, ResponseType type, Supplier<WebGraphQlRequest> asked,
			Supplier<WebGraphQlRequest> askedByNobody) {
		this.handler = handler;
		this.type = type;
		this.asked = asked;
		this.askedByNobody = askedByNobody;
	}

	/** The same once more, on no client's behalf, for when its client is answered. */
	Execution inBackground() {
		WebGraphQlRequest request = this.askedByNobody.get();
		return new Execution(this.handler, this.type, () -> request, () -> request);
	}

	/** What GraphQL answers, once it is executed. */
	WebGraphQlResponse response() {
		WebGraphQlResponse known = this.response;
		if (known == null) {
			known = this.handler.handleRequest(this.asked.get()).block();
			this.response = known;
		}
		if (known == null) {
			throw new IllegalStateException("GraphQL gave no answer");
		}
		return known;
	}

	/**
	 * Executes it for all who may have the answer.
	 * @return the answer that is kept; null if it is for its client alone
	 */
	@Nullable KeptAnswer run(KeptAnswers answers, Question question, Moment since) {
		WebGraphQlResponse given = response();
		if (!ResultStream.isOpen(given)) {
			this.kept = answers.keep(question, since, given, whole());
		}
		return this.kept;
	}

	/** Whether this has made an answer that is kept, and not somebody else. */
	boolean hasMade(KeptAnswer answer) {
		return answer.equals(this.kept);
	}

	/** Whether it failed for want of the store. */
	boolean lacksStore() {
		return response().getErrors()
			.stream()
			.anyMatch((error) -> "STORE_UNAVAILABLE".equals(error.getExtensions().get(PresentedError.CODE)));
	}

	/** What GraphQL answers, in one piece. */
	WholeAnswer whole() {
		WholeAnswer known = this.whole;
		if (known == null) {
			known = WholeAnswer.of(response(), this.type);
			this.whole = known;
		}
		return known;
	}

}
