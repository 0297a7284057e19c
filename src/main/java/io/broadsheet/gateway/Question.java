package io.broadsheet.gateway;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What decides over an answer, besides content: two questions that are equal have the
 * same answer for all readers. The order in which variables are written does not matter.
 *
 * @param operation what is asked
 * @param variables with which values
 */
record Question(Operation operation, Map<String, @Nullable Object> variables) {

	/** What a question takes in memory beside its document and variables, roughly. */
	private static final int OVERHEAD = 200;

	static Question of(GraphQlParameters parameters) {
		return new Question(
				new Operation(parameters.query(), parameters.operationName(), DocumentIds.of(parameters.extensions())),
				parameters.variables());
	}

	/** Roughly how many bytes it takes in memory. */
	int weight() {
		return OVERHEAD + this.operation.document().length() + Footprint.of(this.variables);
	}

	/**
	 * One operation of a document.
	 *
	 * @param document the document's text, or what stands for it
	 * @param name the name of the operation, if the client says it
	 * @param ids by what the document is asked for
	 */
	record Operation(String document, @Nullable String name, DocumentIds ids) {
	}

}
