package io.broadsheet.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorHelper;
import graphql.language.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * An error as clients see it. Unlike graphql-java's own it has no
 * {@code extensions.classification}, which would say the code again.
 *
 * @param message what is wrong and what would be right
 * @param locations where in the document
 * @param path where in the answer, if execution got there
 * @param extensions what programs can act on
 */
record PresentedError(String message, List<SourceLocation> locations, @Nullable List<Object> path,
		Map<String, Object> extensions) implements GraphQLError {

	static final String CODE = "code";

	@Override
	public String getMessage() {
		return this.message;
	}

	@Override
	public List<SourceLocation> getLocations() {
		return this.locations;
	}

	@Override
	public @Nullable List<Object> getPath() {
		return this.path;
	}

	@Override
	public Map<String, Object> getExtensions() {
		return this.extensions;
	}

	@Override
	public ErrorClassification getErrorType() {
		return ErrorClassification.errorClassification(String.valueOf(this.extensions.get(CODE)));
	}

	@Override
	public Map<String, Object> toSpecification() {
		Map<String, Object> specification = new LinkedHashMap<>();
		specification.put("message", this.message);
		specification.put("locations", GraphqlErrorHelper.locations(this.locations));
		if (this.path != null) {
			specification.put("path", this.path);
		}
		specification.put("extensions", this.extensions);
		return specification;
	}

}
