package io.broadsheet.gateway;

import java.time.Duration;

import graphql.ExecutionInput;
import org.jspecify.annotations.Nullable;

/**
 * One operation while it runs, and what stops its work: the engine looks at the input
 * before each field, the store's driver and the index at the thread's interruption.
 */
final class RunningOperation {

	/** About half a millisecond of work. */
	private static final int STEPS_AT_ONCE = 256;

	private final Thread thread = Thread.currentThread();

	private final long start = System.nanoTime();

	private final @Nullable ServerConnection connection = ServerConnection.current();

	private final Runnable whenLate;

	private @Nullable ExecutionInput input;

	/** Counted by its own thread alone. */
	private int steps;

	private boolean onThread = true;

	private boolean interruptible;

	private boolean interrupted;

	private boolean stopped;

	/**
	 * @param whenLate what is done besides when it takes too long
	 */
	RunningOperation(Runnable whenLate) {
		this.whenLate = whenLate;
	}

	/** What the engine runs it with. */
	synchronized ExecutionInput runs(ExecutionInput running) {
		this.input = running;
		return running;
	}

	/**
	 * It only reads. What writes is not interrupted half way: it ends with the field that
	 * it is at.
	 */
	synchronized void onlyReads() {
		this.interruptible = true;
		if (this.stopped) {
			interrupt();
		}
	}

	/**
	 * It has made one more object. A virtual thread that never waits for anything keeps
	 * its processor until it ends, unless it steps back by itself.
	 */
	@SuppressWarnings("ThreadPriorityCheck") // That is what virtual threads are scheduled
												// by.
	void step() {
		this.steps++;
		if (this.steps % STEPS_AT_ONCE == 0) {
			Thread.yield();
		}
	}

	Duration age() {
		return Duration.ofNanos(System.nanoTime() - this.start);
	}

	/**
	 * Answers in place of the work, which could do so itself if it were stopped first.
	 */
	void late() {
		try {
			this.whenLate.run();
		}
		finally {
			stop();
		}
	}

	/** Stops the work. */
	synchronized void stop() {
		this.stopped = true;
		if (this.input != null) {
			this.input.cancel();
		}
		interrupt();
	}

	private void interrupt() {
		if (this.interruptible && this.onThread && !this.interrupted) {
			this.interrupted = true;
			this.thread.interrupt();
		}
	}

	/** Stops reading for a client that has closed its connection. */
	synchronized void stopIfClientIsGone() {
		if (this.interruptible && this.onThread && !this.stopped && this.connection != null
				&& this.connection.isGone()) {
			stop();
		}
	}

	synchronized boolean isStopped() {
		return this.stopped;
	}

	/** Its thread goes on to something else. */
	synchronized void leaveThread() {
		this.onThread = false;
		if (this.interrupted) {
			Thread.interrupted();
		}
	}

}
