package io.broadsheet.access;

import graphql.GraphQLContext;

import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** {@code Query.viewer}. */
@Controller
class ViewerController {

	@QueryMapping
	Viewer viewer(GraphQLContext context) {
		return Viewer.in(context);
	}

}
