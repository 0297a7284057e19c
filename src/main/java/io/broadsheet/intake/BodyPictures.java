package io.broadsheet.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.broadsheet.media.StoredPicture;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The pictures in a body: those that it names by file are taken in, and the body names
 * them by where they are served. The rest of the body stays as it was written, to the
 * letter.
 */
final class BodyPictures extends AbstractVisitor {

	private static final Parser PARSER = Parser.builder()
		.includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
		.build();

	private static final Pattern IMG = Pattern.compile("(?is)<img\\b[^>]*?\\ssrc\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

	private final String markdown;

	private final List<Mention> mentions = new ArrayList<>();

	private final List<Mention> definitions = new ArrayList<>();

	private final Set<String> byDefinition = new HashSet<>();

	private BodyPictures(String markdown) {
		this.markdown = markdown;
	}

	/** Where the body names a picture. */
	private record Mention(String address, int start, int line) {
	}

	/**
	 * A body with its pictures taken in.
	 * @param entry the article
	 * @param root the folder that was given
	 * @param files takes the pictures in
	 * @return its body
	 * @throws Refused if a picture is not there, or is none
	 */
	static String takenIn(ArticleEntry entry, Path root, PictureFiles files) throws Refused {
		String markdown = entry.markdown();
		if (!markdown.contains("![") && !markdown.toLowerCase(Locale.ROOT).contains("<img")) {
			return markdown;
		}
		BodyPictures body = new BodyPictures(markdown);
		PARSER.parse(markdown).accept(body);
		StringBuilder rewritten = new StringBuilder(markdown);
		for (Mention mention : body.lastFirst()) {
			StoredPicture picture = files.find(mention.address(), entry.folder(), root,
					entry.bodyLine() + mention.line());
			if (picture != null) {
				rewritten.replace(mention.start(), mention.start() + mention.address().length(), picture.path());
			}
		}
		return rewritten.toString();
	}

	@Override
	public void visit(Image image) {
		String written = written(image);
		Matcher inline = Pattern.compile("\\]\\(\\s*<?" + Pattern.quote(image.getDestination())).matcher(written);
		if (inline.find()) {
			mention(this.mentions, image, image.getDestination(), inline.end() - image.getDestination().length());
		}
		else {
			this.byDefinition.add(image.getDestination());
		}
		visitChildren(image);
	}

	@Override
	public void visit(LinkReferenceDefinition definition) {
		Matcher target = Pattern.compile("\\]:\\s*<?" + Pattern.quote(definition.getDestination()))
			.matcher(written(definition));
		if (target.find()) {
			mention(this.definitions, definition, definition.getDestination(),
					target.end() - definition.getDestination().length());
		}
	}

	@Override
	public void visit(HtmlBlock html) {
		mentionTags(html);
	}

	@Override
	public void visit(HtmlInline html) {
		mentionTags(html);
	}

	private void mentionTags(Node html) {
		Matcher tag = IMG.matcher(written(html));
		while (tag.find()) {
			int group = (tag.group(1) != null) ? 1 : 2;
			mention(this.mentions, html, tag.group(group), tag.start(group));
		}
	}

	private void mention(List<Mention> list, Node node, String address, int offset) {
		SourceSpan first = node.getSourceSpans().getFirst();
		if (!address.isBlank() && !address.startsWith("data:")) {
			list.add(new Mention(address, first.getInputIndex() + offset, first.getLineIndex()));
		}
	}

	private String written(Node node) {
		List<SourceSpan> spans = node.getSourceSpans();
		if (spans.isEmpty()) {
			return "";
		}
		SourceSpan last = spans.getLast();
		return this.markdown.substring(spans.getFirst().getInputIndex(), last.getInputIndex() + last.getLength());
	}

	/**
	 * From the end to the start, so that a replacement moves none that is still to come.
	 */
	private List<Mention> lastFirst() {
		List<Mention> all = new ArrayList<>(this.mentions);
		this.definitions.stream()
			.filter((definition) -> this.byDefinition.contains(definition.address()))
			.forEach(all::add);
		all.sort(Comparator.comparingInt(Mention::start).reversed());
		return all;
	}

}
