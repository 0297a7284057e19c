package io.broadsheet.editorial;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.broadsheet.graph.Cursor;
import io.broadsheet.graph.Edge;
import io.broadsheet.graph.Page;
import io.broadsheet.graph.PageInfo;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/**
 * {@code Draft.history}, the latest revision first. Since revisions are numbered without
 * a gap, a page of them is known by its numbers.
 */
@Controller
class HistoryController {

	private final RevisionRepository revisions;

	HistoryController(RevisionRepository revisions) {
		this.revisions = revisions;
	}

	@SchemaMapping
	RevisionConnection history(Draft draft, @Argument @Nullable Integer first, @Argument @Nullable String after) {
		Page page = Page.of(first, after, null, null);
		String name = "history|" + draft.id();
		int last = (after != null) ? ByteBuffer.wrap(Cursor.read(name, after, "after")).getInt() - 1 : draft.revision();
		int lowest = Math.max(1, last - page.size() + 1);
		Map<Integer, Revision> found = this.revisions.find(draft, lowest, last);
		List<Edge<Revision>> edges = new ArrayList<>();
		for (int number = last; number >= lowest; number--) {
			Revision revision = found.get(number);
			if (revision != null) {
				edges.add(new Edge<>(cursor(name, number), revision));
			}
		}
		return new RevisionConnection(edges, edges.stream().map(Edge::node).toList(),
				PageInfo.of(edges, lowest > 1, last < draft.revision()), draft.revision());
	}

	@BatchMapping
	Map<Revision, List<TextChange>> textChanges(List<Revision> of) {
		Map<String, Revision> before = this.revisions.findBefore(of);
		Map<Revision, List<TextChange>> changes = new HashMap<>();
		of.forEach((revision) -> {
			Revision earlier = before.get(RevisionRepository.id(revision.draft(), revision.revision() - 1));
			changes.put(revision,
					TextChange.between((earlier != null) ? earlier.content() : DraftContent.EMPTY, revision.content()));
		});
		return changes;
	}

	private static String cursor(String name, int number) {
		return Cursor.write(name, ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
	}

	/**
	 * A page of a draft's history.
	 *
	 * @param edges the revisions and where they stand
	 * @param nodes the revisions alone
	 * @param pageInfo where the page stands
	 * @param totalCount how many revisions the draft has
	 */
	record RevisionConnection(List<Edge<Revision>> edges, List<Revision> nodes, PageInfo pageInfo, int totalCount) {
	}

}
