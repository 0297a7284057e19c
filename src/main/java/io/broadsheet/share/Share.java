package io.broadsheet.share;

import java.util.Arrays;
import java.util.List;

import io.broadsheet.article.Article;
import io.broadsheet.graph.Identified;
import io.broadsheet.graph.NodeId;

/**
 * What a page offers to readers who want to pass its story on.
 *
 * @param id by what it is told that this changed; no client sees it
 * @param prompt what asks them to
 * @param thanks what thanks those who did
 * @param actions one for each channel
 * @param total how often the article was shared, by all channels
 */
record Share(NodeId id, String prompt, String thanks, List<Action> actions, int total) implements Identified {

	/** The letter that begins the ids by which articles' shares are spoken of. */
	static final char KIND = 'C';

	static Share of(ShareSettings settings, Article article, String url, ShareCounts counts) {
		List<Action> actions = Arrays.stream(ShareChannel.values())
			.map((channel) -> new Action(channel, channel.label(), channel.address(article.headline(), url),
					counts.of(channel)))
			.toList();
		return new Share(idOf(article.id()), settings.prompt(), settings.thanks(), actions, counts.total());
	}

	/** The id of an article's shares. */
	static NodeId idOf(NodeId article) {
		return new NodeId(KIND + article.value().substring(1));
	}

	/** The article whose shares an id is of. */
	static NodeId articleOf(NodeId shares) {
		return new NodeId(Article.KIND + shares.value().substring(1));
	}

	/**
	 * One way to share.
	 *
	 * @param channel by which channel
	 * @param label what its button says
	 * @param url what it opens
	 * @param count how often it was used
	 */
	record Action(ShareChannel channel, String label, String url, int count) {
	}

}
