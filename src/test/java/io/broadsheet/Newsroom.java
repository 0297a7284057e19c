package io.broadsheet;

import java.util.Arrays;
import java.util.List;

import io.broadsheet.article.Articles;
import io.broadsheet.author.Author;
import io.broadsheet.author.Authors;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Slug;
import io.broadsheet.section.Section;
import io.broadsheet.section.Sections;
import io.broadsheet.topic.Topic;
import io.broadsheet.topic.TopicKind;
import io.broadsheet.topic.Topics;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.context.TestComponent;

/**
 * The language in which tests tell what a newsroom has published:
 * {@code newsroom.publish(article("Bridge reopens").about(transport).publishedAt(noon))}.
 */
@TestComponent
public class Newsroom {

	private final Articles articles;

	private final Authors authors;

	private final Topics topics;

	private final Sections sections;

	Newsroom(Articles articles, Authors authors, Topics topics, Sections sections) {
		this.articles = articles;
		this.authors = authors;
		this.topics = topics;
		this.sections = sections;
	}

	/**
	 * Begins a story.
	 * @param headline its headline, from which its slug and id are made
	 * @return the story, to be told more of
	 */
	public static ArticleBuilder article(String headline) {
		return new ArticleBuilder(headline);
	}

	/**
	 * Publishes stories.
	 * @param stories the stories
	 */
	public void publish(ArticleBuilder... stories) {
		this.articles.publish(Arrays.stream(stories).map(ArticleBuilder::build).toList());
	}

	/**
	 * Somebody who writes.
	 * @param name the name
	 * @return the author, stored
	 */
	public Author author(String name) {
		String slug = slug(name);
		Author author = new Author(NodeId.named(Author.KIND, slug), slug, List.of(), name, null, null);
		this.authors.save(List.of(author));
		return author;
	}

	/**
	 * Lets somebody go.
	 * @param author whom; what they wrote goes on naming them
	 */
	public void remove(Author author) {
		this.authors.remove(author.id());
	}

	/**
	 * Something to write about.
	 * @param name its name
	 * @return the topic, stored
	 */
	public Topic topic(String name) {
		String slug = slug(name);
		Topic topic = new Topic(NodeId.named(Topic.KIND, slug), slug, List.of(), name, null, TopicKind.SUBJECT,
				List.of());
		this.topics.save(List.of(topic));
		return topic;
	}

	/**
	 * Stores a topic in place of what is stored under its id.
	 * @param topic the topic
	 */
	public void store(Topic topic) {
		this.topics.save(List.of(topic));
	}

	/**
	 * A part of the paper.
	 * @param name its name
	 * @param parent what it is a part of
	 * @return the section, stored
	 */
	public Section section(String name, @Nullable Section parent) {
		String slug = slug(name);
		Section section = new Section(NodeId.named(Section.KIND, slug), slug, List.of(), name, null,
				(parent != null) ? parent.id() : null, 0);
		this.sections.save(List.of(section));
		return section;
	}

	private static String slug(String name) {
		return Slug.from(name, "none");
	}

}
