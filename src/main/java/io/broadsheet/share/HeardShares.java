package io.broadsheet.share;

import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which shares of an article this instance has heard of. They are numbered by channel
 * without a gap, so that a few numbers tell.
 */
final class HeardShares {

	/** The number up to which all are heard of, if that is known. */
	private final Map<ShareChannel, Integer> known = new EnumMap<>(ShareChannel.class);

	/** Those that are heard of beyond that. */
	private final Map<ShareChannel, NavigableSet<Integer>> ahead = new EnumMap<>(ShareChannel.class);

	/**
	 * Notes one.
	 * @return whether it was not heard of before
	 */
	synchronized boolean hear(ShareChannel channel, int number) {
		if (number <= this.known.getOrDefault(channel, 0) || !ahead(channel).add(number)) {
			return false;
		}
		advance(channel);
		return true;
	}

	/** The number up to which all are heard of, of the channels for which it is known. */
	synchronized Map<ShareChannel, Integer> known() {
		return new EnumMap<>(this.known);
	}

	/** Notes that all up to a number are heard of. */
	synchronized void settle(ShareChannel channel, int number) {
		this.known.merge(channel, number, Math::max);
		ahead(channel).headSet(this.known.get(channel), true).clear();
		advance(channel);
	}

	/** Notes that all up to the last one of each channel are heard of. */
	synchronized void settle() {
		for (ShareChannel channel : ShareChannel.values()) {
			if (!ahead(channel).isEmpty()) {
				settle(channel, ahead(channel).last());
			}
		}
	}

	private void advance(ShareChannel channel) {
		while (this.known.containsKey(channel) && ahead(channel).remove(this.known.get(channel) + 1)) {
			this.known.merge(channel, 1, Integer::sum);
		}
	}

	private NavigableSet<Integer> ahead(ShareChannel channel) {
		return this.ahead.computeIfAbsent(channel, (unheard) -> new TreeSet<>());
	}

}
