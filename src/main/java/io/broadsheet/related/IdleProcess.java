package io.broadsheet.related;

import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

import com.sun.management.OperatingSystemMXBean;

/**
 * Tells whether this process has hardly anything to do, by the processor time that it
 * uses while whoever asks rests.
 */
final class IdleProcess {

	/** The part of one processor below which nobody is kept waiting. */
	private static final double LITTLE = 0.25;

	private final LongSupplier used;

	private final LongSupplier clock;

	private long restedAt;

	private long usedUntilThen = Long.MAX_VALUE;

	IdleProcess() {
		this(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getProcessCpuTime, System::nanoTime);
	}

	/**
	 * @param used the processor time that the process has used, in nanoseconds
	 * @param clock the time, in nanoseconds
	 */
	IdleProcess(LongSupplier used, LongSupplier clock) {
		this.used = used;
		this.clock = clock;
	}

	/** Begins a rest: what the process uses from now on is used by others. */
	void rest() {
		this.usedUntilThen = this.used.getAsLong();
		this.restedAt = this.clock.getAsLong();
	}

	/** Whether others used little since the last rest began; never before the first. */
	boolean isIdle() {
		long usedByOthers = this.used.getAsLong() - this.usedUntilThen;
		return usedByOthers >= 0 && usedByOthers < LITTLE * (this.clock.getAsLong() - this.restedAt);
	}

}
