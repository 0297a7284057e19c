package io.broadsheet.gateway;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits at the end for what tells nobody that it is done. */
final class Waiting {

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

	private Waiting() {
	}

	/**
	 * Waits until something is so, or the time is over, or the thread is interrupted.
	 * @param done what is waited for
	 * @param atMost for how long
	 */
	static void until(BooleanSupplier done, Duration atMost) {
		long begun = System.nanoTime();
		try {
			while (!done.getAsBoolean() && System.nanoTime() - begun < atMost.toNanos()) {
				Thread.sleep(BETWEEN_LOOKS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
