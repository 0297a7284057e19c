package io.broadsheet.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import com.mongodb.client.model.Filters;
import io.broadsheet.graph.Problem;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the log are wanted, as clients write it. All that is given must hold.
 *
 * @param by any of these did it
 * @param actions it was any of these
 * @param targets it was done on any of these
 * @param since it was done then or later
 * @param before it was done earlier than then
 */
record AuditFilter(@Nullable List<String> by, @Nullable List<String> actions, @Nullable List<String> targets,
		@Nullable Instant since, @Nullable Instant before) {

	static final AuditFilter ALL = new AuditFilter(null, null, null, null, null);

	private static final int MAX_VALUES = 100;

	/** What the store is asked for. */
	Bson query() {
		List<Bson> conditions = new ArrayList<>();
		addAny(conditions, "by", this.by, "by");
		addAny(conditions, "action", this.actions, "actions");
		addAny(conditions, "target", this.targets, "targets");
		if (this.since != null) {
			conditions.add(Filters.gte("at", this.since));
		}
		if (this.before != null) {
			conditions.add(Filters.lt("at", this.before));
		}
		return conditions.isEmpty() ? Filters.empty() : Filters.and(conditions);
	}

	/** The filter in one spelling, so that cursors can tell it from another. */
	String name() {
		return "%s|%s|%s|%s|%s".formatted(sorted(this.by), sorted(this.actions), sorted(this.targets), this.since,
				this.before);
	}

	private static void addAny(List<Bson> conditions, String field, @Nullable List<String> values, String argument) {
		if (values == null) {
			return;
		}
		if (values.size() > MAX_VALUES) {
			throw new Problem.BadUserInput(
					"\"%s\" has %d values; at most %d are possible.".formatted(argument, values.size(), MAX_VALUES),
					"filter", argument);
		}
		conditions.add(Filters.in(field, values));
	}

	private static @Nullable TreeSet<String> sorted(@Nullable List<String> values) {
		return (values != null) ? new TreeSet<>(values) : null;
	}

}
