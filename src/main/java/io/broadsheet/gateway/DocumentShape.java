package io.broadsheet.gateway;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import org.jspecify.annotations.Nullable;

/**
 * How large a document is once its fragments stand where they are spread, found out
 * without spreading them: each is measured once. It is asked before validation, whose
 * work grows with what is measured here. A fragment that spreads itself counts once, for
 * validation to refuse it.
 */
final class DocumentShape {

	private final Map<String, FragmentDefinition> fragments = new HashMap<>();

	private final Map<String, Size> measured = new HashMap<>();

	private final Set<String> open = new HashSet<>();

	private DocumentShape(Document document) {
		document.getDefinitionsOfType(FragmentDefinition.class)
			.forEach((fragment) -> this.fragments.putIfAbsent(fragment.getName(), fragment));
	}

	/** The size of all operations together, and of fragments that none of them uses. */
	static Size of(Document document) {
		DocumentShape shape = new DocumentShape(document);
		Size size = Size.NONE;
		for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
			size = size.and(shape.operation(operation));
		}
		for (String fragment : shape.fragments.keySet()) {
			if (!shape.measured.containsKey(fragment)) {
				size = size.and(shape.fragment(fragment));
			}
		}
		return size;
	}

	private Size operation(OperationDefinition operation) {
		Size selections = selections(operation.getSelectionSet());
		long onVariables = operation.getVariableDefinitions().stream().mapToLong(DocumentShape::directives).sum();
		return new Size(selections.depth(), selections.top(), selections.top(), selections.fields(),
				selections.aliases(), selections.directives() + directives(operation) + onVariables);
	}

	private Size selections(@Nullable SelectionSet selections) {
		if (selections == null) {
			return Size.NONE;
		}
		Size size = Size.NONE;
		for (Selection<?> selection : selections.getSelections()) {
			size = size.and(selection(selection));
		}
		return size;
	}

	private Size selection(Selection<?> selection) {
		return switch (selection) {
			case Field field -> selections(field.getSelectionSet()).below(field.getAlias() != null, directives(field));
			case InlineFragment inline -> selections(inline.getSelectionSet()).with(directives(inline));
			case FragmentSpread spread -> fragment(spread.getName()).with(directives(spread));
			default -> Size.NONE;
		};
	}

	private Size fragment(String name) {
		Size known = this.measured.get(name);
		FragmentDefinition fragment = this.fragments.get(name);
		if (known != null || fragment == null || !this.open.add(name)) {
			return (known != null) ? known : Size.NONE;
		}
		Size size = selections(fragment.getSelectionSet()).with(directives(fragment));
		this.open.remove(name);
		this.measured.put(name, size);
		return size;
	}

	private static long directives(DirectivesContainer<?> element) {
		return element.getDirectives().size();
	}

	private static long directives(VariableDefinition variable) {
		return variable.getDirectives().size();
	}

	/**
	 * What is counted.
	 *
	 * @param depth how deep fields are nested
	 * @param top how many fields stand at the top of what is measured
	 * @param rootFields the most fields at the top of an operation
	 * @param fields how many fields there are
	 * @param aliases how many of them have an alias
	 * @param directives how many directives there are
	 */
	record Size(long depth, long top, long rootFields, long fields, long aliases, long directives) {

		private static final Size NONE = new Size(0, 0, 0, 0, 0, 0);

		/** Spread again and again, a fragment can have more fields than a number has. */
		private static final long MOST = 1_000_000_000;

		private Size and(Size other) {
			return new Size(Math.max(this.depth, other.depth), sum(this.top, other.top),
					Math.max(this.rootFields, other.rootFields), sum(this.fields, other.fields),
					sum(this.aliases, other.aliases), sum(this.directives, other.directives));
		}

		private Size below(boolean alias, long directives) {
			return new Size(this.depth + 1, 1, 0, sum(this.fields, 1), sum(this.aliases, alias ? 1 : 0),
					sum(this.directives, directives));
		}

		private Size with(long directives) {
			return new Size(this.depth, this.top, this.rootFields, this.fields, this.aliases,
					sum(this.directives, directives));
		}

		private static long sum(long one, long other) {
			return Math.min(MOST, one + other);
		}

	}

}
