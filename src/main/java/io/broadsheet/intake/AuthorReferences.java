package io.broadsheet.intake;

import java.util.List;
import java.util.stream.Stream;

import io.broadsheet.author.Author;
import io.broadsheet.graph.NodeId;

/** Authors, as articles name them. */
final class AuthorReferences implements References.Kind<Author> {

	@Override
	public char letter() {
		return Author.KIND;
	}

	@Override
	public String noun() {
		return "author";
	}

	@Override
	public NodeId id(Author author) {
		return author.id();
	}

	@Override
	public List<String> slugs(Author author) {
		return Stream.concat(Stream.of(author.slug()), author.formerSlugs().stream()).toList();
	}

	@Override
	public List<String> names(Author author) {
		return List.of(author.name());
	}

	@Override
	public Author make(NodeId id, String slug, Reference reference) {
		return new Author(id, slug, List.of(), name(slug, reference), reference.about(), null);
	}

	private static String name(String slug, Reference reference) {
		return (reference.name() != null) ? reference.name() : slug;
	}

}
