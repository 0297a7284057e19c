package io.broadsheet.editorial;

import java.util.List;

import com.mongodb.client.model.Filters;
import io.broadsheet.graph.Cursor;
import io.broadsheet.graph.Edge;
import io.broadsheet.graph.Page;
import io.broadsheet.graph.PageInfo;
import io.broadsheet.section.Sections;
import org.bson.conversions.Bson;

import org.springframework.stereotype.Component;

/** Lists of drafts. */
@Component
class DraftLists {

	private final DraftRepository drafts;

	private final Sections sections;

	DraftLists(DraftRepository drafts, Sections sections) {
		this.drafts = drafts;
		this.sections = sections;
	}

	/**
	 * A page of a list.
	 * @param filter which drafts
	 * @param order in which order
	 * @param viewer who asks, by name
	 * @param page which part of them
	 * @throws io.broadsheet.graph.Problem.BadUserInput if the cursor is none of this list
	 */
	DraftConnection page(DraftFilter filter, DraftOrder order, String viewer, Page page) {
		String name = "drafts|" + viewer + "|" + filter.name() + "|" + order;
		Bson all = filter.query(viewer, this.sections);
		byte[] place = (page.after() != null) ? Cursor.read(name, page.after(), "after") : null;
		Bson rest = (place != null) ? Filters.and(all, order.after(place)) : all;
		List<Draft> found = this.drafts.all(rest, order.sort(), page.size() + 1);
		List<Edge<Draft>> edges = found.stream()
			.limit(page.size())
			.map((draft) -> new Edge<>(Cursor.write(name, order.place(draft)), draft))
			.toList();
		boolean hasPrevious = place != null && this.drafts.exists(Filters.and(all, order.upTo(place)));
		return new DraftConnection(edges, PageInfo.of(edges, found.size() > page.size(), hasPrevious),
				() -> this.drafts.count(all));
	}

}
