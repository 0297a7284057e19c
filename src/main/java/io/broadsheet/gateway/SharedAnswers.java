package io.broadsheet.gateway;

import java.io.IOException;

import io.broadsheet.access.Viewer;
import io.broadsheet.gateway.Spellings.Meaning;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gives readers what was, or is just being, made for others who ask the same. Editors,
 * and who wants to know something of the execution, have their own executed.
 */
@Component
class SharedAnswers {

	private final KeptAnswers answers;

	private final KeptAnswerWriter writer;

	private final Spellings spellings;

	SharedAnswers(KeptAnswers answers, KeptAnswerWriter writer, Spellings spellings) {
		this.answers = answers;
		this.writer = writer;
		this.spellings = spellings;
	}

	/**
	 * Answers a request with what others have.
	 * @param parameters what is asked
	 * @param execution executes it, for others too
	 * @return whether it is answered; if not, its execution gives the answer
	 */
	boolean answer(GraphQlParameters parameters, Execution execution, Acceptance accepted, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		long begin = System.nanoTime();
		KeptAnswer answer = isForAll(request, accepted)
				? find(Question.of(parameters), execution, accepted.whole(), request) : null;
		return answer != null && !execution.hasMade(answer)
				&& this.writer.write(answer, accepted.whole(), request, response, request.getRemoteAddr(), begin);
	}

	private boolean isForAll(HttpServletRequest request, Acceptance accepted) {
		return this.answers.isOn() && Viewer.of(request).isReader() && request.getHeader(CostReport.HEADER) == null
				&& accepted.whole() != ResponseType.EVENT_STREAM && !accepted.partsOnly();
	}

	private @Nullable KeptAnswer find(Question question, Execution execution, ResponseType type,
			HttpServletRequest request) {
		KeptAnswer answer = this.answers.get(question, execution);
		if (answer != null && request.getAttribute(Spelling.ATTRIBUTE) instanceof Spelling spelling) {
			this.spellings.learn(spelling, new Meaning(question, type));
		}
		return answer;
	}

}
