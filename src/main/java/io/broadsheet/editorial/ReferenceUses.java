package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.broadsheet.article.ArticleUses;
import io.broadsheet.graph.NodeId;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.topic.Topics;

import org.springframework.stereotype.Component;

/** What refers to authors, topics and sections. */
@Component
class ReferenceUses {

	private final ArticleUses articles;

	private final DraftRepository drafts;

	private final Sections sections;

	private final Topics topics;

	ReferenceUses(ArticleUses articles, DraftRepository drafts, Sections sections, Topics topics) {
		this.articles = articles;
		this.drafts = drafts;
		this.sections = sections;
		this.topics = topics;
	}

	/**
	 * Counts what refers to something, by its id or by that of what was merged into it.
	 */
	Count of(NodeId id) {
		Set<NodeId> ids = new HashSet<>(this.topics.formerIds(id));
		ids.add(id);
		int children = (int) this.sections.all().stream().map(Section::parent).filter(id::equals).count();
		return new Count(this.articles.count(ids), this.drafts.countOpenReferringTo(ids), children);
	}

	/**
	 * How much refers to something.
	 *
	 * @param articles how many articles, withdrawn ones too
	 * @param drafts how many drafts that are not published as they are
	 * @param sections how many sections that are parts of it
	 */
	record Count(int articles, int drafts, int sections) {

		boolean isNone() {
			return this.articles + this.drafts + this.sections == 0;
		}

		/** Such as "2 articles and 1 section refer". */
		String inWords() {
			List<String> parts = new ArrayList<>();
			add(parts, this.articles, "article");
			add(parts, this.drafts, "draft");
			add(parts, this.sections, "section");
			String last = parts.removeLast();
			String all = parts.isEmpty() ? last : String.join(", ", parts) + " and " + last;
			return all + ((this.articles + this.drafts + this.sections == 1) ? " refers" : " refer");
		}

		private static void add(List<String> parts, int count, String noun) {
			if (count > 0) {
				parts.add("%,d %s%s".formatted(count, noun, (count > 1) ? "s" : ""));
			}
		}

	}

}
