package io.broadsheet.gateway;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.support.DefaultGraphQlRequest;

/**
 * The parameters of a request, as the GraphQL over HTTP specification names them.
 *
 * @param query the document
 * @param operationName which of its operations to run
 * @param variables the values of its variables
 * @param extensions what client and server agree on beside
 */
record GraphQlParameters(String query, @Nullable String operationName, Map<String, @Nullable Object> variables,
		Map<String, Object> extensions) {

	GraphQlRequest toRequest() {
		return new DefaultGraphQlRequest(this.query, this.operationName, this.variables, this.extensions);
	}

}
