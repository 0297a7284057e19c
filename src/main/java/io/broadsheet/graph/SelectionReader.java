package io.broadsheet.graph;

import java.util.HashMap;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import graphql.execution.conditional.ConditionalNodes;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is selected below a field. Documents are parsed once and asked many times,
 * so that what a field of one selects is remembered for as long as the document is,
 * unless it depends on a request's variables.
 */
final class SelectionReader {

	private static final Cache<Field, Selection> KNOWN = Caches.newBuilder().weakKeys().build();

	private final DataFetchingEnvironment environment;

	private final ConditionalNodes conditions = new ConditionalNodes();

	private final Map<String, Selection> fragments = new HashMap<>();

	private boolean conditional;

	private SelectionReader(DataFetchingEnvironment environment) {
		this.environment = environment;
	}

	static Selection read(DataFetchingEnvironment environment) {
		Selection selection = Selection.NONE;
		for (Field field : environment.getMergedField().getFields()) {
			Selection known = KNOWN.getIfPresent(field);
			selection = selection.and((known != null) ? known : new SelectionReader(environment).below(field));
		}
		return selection;
	}

	private Selection below(Field field) {
		Selection selection = in(field.getSelectionSet());
		if (!this.conditional) {
			KNOWN.put(field, selection);
		}
		return selection;
	}

	private Selection in(@Nullable SelectionSet set) {
		if (set == null) {
			return Selection.NONE;
		}
		Map<String, Selection> selected = new HashMap<>();
		for (graphql.language.Selection<?> one : set.getSelections()) {
			if (one instanceof DirectivesContainer<?> node && !isIncluded(node)) {
				continue;
			}
			switch (one) {
				case Field field -> selected.merge(field.getName(), in(field.getSelectionSet()), Selection::and);
				case InlineFragment fragment -> addAll(selected, in(fragment.getSelectionSet()));
				case FragmentSpread spread -> addAll(selected, fragment(spread.getName()));
				default -> throw new IllegalStateException("Nothing that GraphQL selects: " + one);
			}
		}
		return new Selection(selected);
	}

	private static void addAll(Map<String, Selection> selected, Selection more) {
		more.fields().forEach((name, below) -> selected.merge(name, below, Selection::and));
	}

	private Selection fragment(String name) {
		Selection known = this.fragments.get(name);
		if (known == null) {
			FragmentDefinition fragment = this.environment.getFragmentsByName().get(name);
			known = (fragment != null) ? in(fragment.getSelectionSet()) : Selection.NONE;
			this.fragments.put(name, known);
		}
		return known;
	}

	private boolean isIncluded(DirectivesContainer<?> node) {
		if (node.getDirectives().isEmpty()) {
			return true;
		}
		this.conditional = true;
		return this.conditions.shouldInclude(node, this.environment.getVariables(), this.environment.getGraphQLSchema(),
				this.environment.getGraphQlContext());
	}

}
