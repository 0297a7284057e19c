package io.broadsheet.gateway;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the heap near what is alive in it. The serial collector collects objects that
 * have become old only when the whole heap is full, and until then the process takes all
 * the memory that the heap is allowed for a much larger archive.
 */
@Component
class SoftHeapLimit {

	/**
	 * How many bytes may be left by old objects that nobody has any more, at least. Less
	 * would have all of the heap collected more often than it is worth.
	 */
	private static final long LEFT = 32L << 20;

	/** What the serial collector calls the place of old objects. */
	private static final String OLD = "Tenured Gen";

	private final LongSupplier used;

	private final LongSupplier alive;

	private final Runnable collector;

	/** Other collectors, which somebody has chosen, look after that themselves. */
	@Autowired
	SoftHeapLimit() {
		Optional<MemoryPoolMXBean> old = ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getName().equals(OLD))
			.findFirst();
		this(() -> old.map((pool) -> pool.getUsage().getUsed()).orElse(0L),
				() -> old.map((pool) -> pool.getCollectionUsage().getUsed()).orElse(0L), System::gc);
	}

	/**
	 * @param used how many bytes old objects take, with those that nobody has any more
	 * @param alive how many they took when all of the heap was collected last
	 * @param collector collects all of the heap
	 */
	SoftHeapLimit(LongSupplier used, LongSupplier alive, Runnable collector) {
		this.used = used;
		this.alive = alive;
		this.collector = collector;
	}

	@Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
	void keep() {
		long needed = this.alive.getAsLong();
		if (this.used.getAsLong() > needed + Math.max(LEFT, needed / 2)) {
			this.collector.run();
		}
	}

}
