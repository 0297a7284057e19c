package io.broadsheet.share;

import java.util.Map;

/**
 * How often one article was shared.
 *
 * @param byChannel the count of each channel; a channel that was not used may be missing
 */
record ShareCounts(Map<ShareChannel, Integer> byChannel) {

	static final ShareCounts NONE = new ShareCounts(Map.of());

	int of(ShareChannel channel) {
		return this.byChannel.getOrDefault(channel, 0);
	}

	int total() {
		return this.byChannel.values().stream().mapToInt(Integer::intValue).sum();
	}

}
