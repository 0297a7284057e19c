package io.broadsheet.article;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain text of a body that is prose and no more, straight from its Markdown:
 * the very text that a {@link Rendering} has, in a fraction of the time. Who indexes an
 * archive needs nothing else of it.
 */
final class Prose {

	private static final String BLANK_LINE = "\n\n";

	/** What nests deeper than this nobody has written by hand. */
	private static final int DEEPEST = 50;

	private static final char DELETE = 0x7F;

	private final RunningText text = new RunningText();

	/** Text with no element between; a line's end in it may be no space. */
	private final StringBuilder run = new StringBuilder();

	private boolean plain = true;

	private Prose() {
	}

	/**
	 * The plain text of a body.
	 * @param markdown what its author wrote
	 * @return the text, or null if there is more to the body than prose
	 */
	static @Nullable String textOf(String markdown) {
		if (markdown.indexOf('<') >= 0) {
			return null;
		}
		List<String> blocks = new ArrayList<>();
		for (Node node = Markdown.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
			if (!(node instanceof LinkReferenceDefinition)) {
				String block = block(node);
				if (block.isEmpty()) {
					return null;
				}
				blocks.add(block);
			}
		}
		return String.join(BLANK_LINE, blocks);
	}

	/** The text of a block; empty if it is no prose. */
	private static String block(Node node) {
		Prose prose = new Prose();
		prose.read(node, 0);
		prose.endRun();
		return prose.plain ? prose.text.toString() : "";
	}

	private void read(Node node, int depth) {
		switch (node) {
			case Text words -> take(words.getLiteral());
			case SoftLineBreak _ -> this.run.append('\n');
			case HardLineBreak _ -> {
				endRun();
				this.text.breakLine();
				this.run.append('\n');
			}
			case Code code -> {
				endRun();
				take(code.getLiteral());
				endRun();
			}
			case Emphasis _, StrongEmphasis _, Link _ -> {
				endRun();
				readChildren(node, depth);
				endRun();
			}
			case Paragraph _, Heading _, BlockQuote _, BulletList _, OrderedList _, ListItem _ -> {
				breakLine();
				readChildren(node, depth);
				breakLine();
			}
			case LinkReferenceDefinition _ -> {
			}
			default -> this.plain = false;
		}
	}

	private void readChildren(Node parent, int depth) {
		this.plain &= depth < DEEPEST;
		for (Node node = parent.getFirstChild(); node != null && this.plain; node = node.getNext()) {
			read(node, depth + 1);
		}
	}

	/** A character named by its number may be no text. */
	private void take(String words) {
		for (int i = 0; i < words.length(); i++) {
			this.plain &= isText(words.charAt(i));
		}
		this.run.append(words);
	}

	private static boolean isText(char c) {
		return c == '\n' || c == '\t' || (c >= ' ' && c != DELETE);
	}

	private void breakLine() {
		endRun();
		this.text.breakLine();
	}

	private void endRun() {
		this.text.append(this.run);
		this.run.setLength(0);
	}

}
