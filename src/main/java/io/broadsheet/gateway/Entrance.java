package io.broadsheet.gateway;

import java.io.IOException;

import io.broadsheet.gateway.Spellings.Meaning;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that were asked to the letter before with what is kept, before the
 * server has so much as made a chain of filters for them. All others go on.
 */
class Entrance extends ValveBase {

	private final SpellingReader reader;

	private final Spellings spellings;

	private final KeptAnswers answers;

	private final KeptAnswerWriter writer;

	private final ForwardedClient clients;

	private final Departure departure;

	private final VerbatimAnswers verbatim;

	Entrance(SpellingReader reader, Spellings spellings, KeptAnswers answers, KeptAnswerWriter writer,
			ForwardedClient clients, Departure departure, VerbatimAnswers verbatim) {
		super(true);
		this.reader = reader;
		this.spellings = spellings;
		this.answers = answers;
		this.writer = writer;
		this.clients = clients;
		this.departure = departure;
		this.verbatim = verbatim;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		long begin = System.nanoTime();
		ServerConnection connection = ServerConnection.current();
		byte[] bytes = (connection != null) ? connection.takeRequest() : null;
		if (!this.departure.isLeaving() && !response.isError()) {
			Spelling spelling = this.reader.read(request);
			if (spelling != null && isAnswered(spelling, bytes, request, response, begin)) {
				return;
			}
			request.setAttribute(Spelling.ATTRIBUTE, spelling);
		}
		getNext().invoke(request, response);
	}

	private boolean isAnswered(Spelling spelling, byte @Nullable [] bytes, Request request, Response response,
			long begin) throws IOException {
		Meaning meaning = this.spellings.find(spelling);
		KeptAnswer answer = (meaning != null) ? this.answers.find(meaning.question()) : null;
		if (meaning == null || answer == null) {
			return false;
		}
		SecurityHeaders.write(response);
		if (!this.writer.write(answer, meaning.type(), request, response, this.clients.sender(request), begin)) {
			return false;
		}
		if (bytes != null) {
			this.verbatim.learn(bytes, meaning.question(), answer, request, response);
		}
		return true;
	}

}
