package io.broadsheet.share;

import java.util.Arrays;
import java.util.List;

/**
 * What a page offers to readers who want to pass its story on.
 *
 * @param prompt what asks them to
 * @param thanks what thanks those who did
 * @param actions one for each channel
 * @param total how often the article was shared, by all channels
 */
record Share(String prompt, String thanks, List<Action> actions, int total) {

	static Share of(ShareSettings settings, String headline, String url, ShareCounts counts) {
		List<Action> actions = Arrays.stream(ShareChannel.values())
			.map((channel) -> new Action(channel, channel.label(), channel.address(headline, url), counts.of(channel)))
			.toList();
		return new Share(settings.prompt(), settings.thanks(), actions, counts.total());
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
