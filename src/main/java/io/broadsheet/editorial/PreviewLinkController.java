package io.broadsheet.editorial;

import java.util.List;

import graphql.GraphQLContext;
import io.broadsheet.article.Article;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Site;
import io.broadsheet.graph.UserError;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Links for people without an account, and what they show. */
@Controller
class PreviewLinkController {

	private final PreviewLinks links;

	private final Site site;

	PreviewLinkController(PreviewLinks links, Site site) {
		this.links = links;
		this.site = site;
	}

	@QueryMapping
	@Nullable Article preview(@Argument String token) {
		return this.links.open(token);
	}

	@SchemaMapping
	List<PreviewLink> previewLinks(Draft draft) {
		return this.links.of(draft);
	}

	@SchemaMapping
	String url(PreviewLink link) {
		return this.site.address(PreviewPageController.PATH + link.token());
	}

	@MutationMapping
	PreviewLinkPayload previewLinkCreate(@Argument PreviewLinks.CreateInput input, GraphQLContext context) {
		return PreviewLinkPayload.of(this.links.create(input, Editor.in(context)));
	}

	@MutationMapping
	PreviewLinkPayload previewLinkRevoke(@Argument PreviewLinks.RevokeInput input) {
		return PreviewLinkPayload.of(this.links.revoke(input));
	}

	/**
	 * What came of a change of a link.
	 *
	 * @param previewLink the link
	 * @param errors why nothing changed; empty if it did
	 */
	record PreviewLinkPayload(@Nullable PreviewLink previewLink, List<UserError> errors) implements EditorsPayload {

		static PreviewLinkPayload of(Outcome<PreviewLink> outcome) {
			return new PreviewLinkPayload(outcome.value(), outcome.errors());
		}

		@Override
		public @Nullable NodeId about() {
			return (this.previewLink != null) ? this.previewLink.draftId() : null;
		}

		@Override
		public @Nullable String note() {
			return (this.previewLink != null) ? this.previewLink.id().value() : null;
		}

	}

}
