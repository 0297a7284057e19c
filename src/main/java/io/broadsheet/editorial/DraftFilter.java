package io.broadsheet.editorial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.mongodb.client.model.Filters;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which drafts are wanted, as clients write it. All that is given must hold.
 *
 * @param statuses any of these is theirs
 * @param sections they are to stand in any of these, or within
 * @param mine whether only those that the viewer began or changed
 * @param text each word of it occurs in them, or begins one that does
 */
record DraftFilter(@Nullable List<DraftStatus> statuses, @Nullable List<String> sections, @Nullable Boolean mine,
		@Nullable String text) {

	static final DraftFilter ALL = new DraftFilter(null, null, null, null);

	private static final int MAX_SECTIONS = 100;

	private static final int MAX_TEXT = 200;

	DraftFilter {
		if (sections != null && sections.size() > MAX_SECTIONS) {
			throw new Problem.BadUserInput(
					"%d sections are given; at most %d are possible.".formatted(sections.size(), MAX_SECTIONS),
					"filter", "sections");
		}
		if (text != null && text.length() > MAX_TEXT) {
			throw new Problem.BadUserInput(
					"The text has %d characters; at most %d are possible.".formatted(text.length(), MAX_TEXT), "filter",
					"text");
		}
	}

	/**
	 * What the store is asked for.
	 * @param viewer who asks, by name
	 * @param tree how sections are nested
	 */
	Bson query(String viewer, Sections tree) {
		List<Bson> conditions = new ArrayList<>();
		if (this.statuses != null) {
			conditions.add(Filters.in(DraftDocuments.STATUS, this.statuses.stream().map(Enum::name).toList()));
		}
		if (this.sections != null) {
			Set<String> within = new HashSet<>();
			ids(this.sections).forEach((id) -> tree.branch(id).forEach((section) -> within.add(section.value())));
			conditions.add(Filters.in(DraftRepository.SECTION, within));
		}
		if (Boolean.TRUE.equals(this.mine)) {
			conditions.add(Filters.eq(DraftDocuments.EDITORS, viewer));
		}
		if (this.text != null && !this.text.isBlank()) {
			conditions.add(having(DraftWords.search(this.text)));
		}
		return conditions.isEmpty() ? Filters.empty() : Filters.and(conditions);
	}

	/** The filter in one spelling, so that cursors can tell it from another. */
	String name() {
		return "%s|%s|%s|%s".formatted((this.statuses != null) ? new TreeSet<>(this.statuses) : null,
				(this.sections != null) ? new TreeSet<>(this.sections) : null, this.mine, this.text);
	}

	/** Text without a word is in no draft. */
	private static Bson having(List<Pattern> words) {
		return words.isEmpty() ? Filters.in("_id", List.of())
				: Filters.and(words.stream().map((word) -> Filters.regex(DraftDocuments.WORDS, word)).toList());
	}

	private static List<NodeId> ids(List<String> texts) {
		return texts.stream().map((text) -> NodeId.parse(text, Section.KIND, "a section")).toList();
	}

}
