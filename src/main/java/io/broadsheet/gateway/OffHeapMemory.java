package io.broadsheet.gateway;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;

import com.sun.management.HotSpotDiagnosticMXBean;
import org.jspecify.annotations.Nullable;

/**
 * Memory outside the heap for bytes that live long and go in any order. The collector
 * neither moves nor counts them, and the heap need not have room for them. It is taken
 * from the system when it is first needed, and given out in pages of one size, so that no
 * gaps come to be that nothing fits in.
 */
final class OffHeapMemory {

	/** Half of one is lost with all that is stored, on average. */
	private static final int PAGE = 1024;

	private static final int SLAB = 1024 * PAGE;

	private static final int[] NONE = {};

	private final ByteBuffer[] slabs;

	/** As many pages as there are of all slabs that were taken, at most. */
	private int[] free = NONE;

	private int freeCount;

	private int slabCount;

	/**
	 * @param capacity how many bytes it may take, which is rounded up to megabytes
	 */
	OffHeapMemory(long capacity) {
		this.slabs = new ByteBuffer[Math.toIntExact(Math.ceilDiv(capacity, (long) SLAB))];
	}

	/** How many bytes Java lets all there is outside the heap have together. */
	static long most() {
		HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
		long set = Long.parseLong(machine.getVMOption("MaxDirectMemorySize").getValue());
		return (set > 0) ? set : Runtime.getRuntime().maxMemory();
	}

	/**
	 * Stores a copy of bytes.
	 * @param bytes the bytes
	 * @return the copy; the bytes themselves, on the heap, if there is no room
	 */
	StoredBytes store(byte[] bytes) {
		int[] pages = take(Math.ceilDiv(bytes.length, PAGE));
		if (pages == null) {
			return new StoredBytes.OnHeap(bytes);
		}
		for (int n = 0; n < pages.length; n++) {
			slab(pages[n]).put(offset(pages[n]), bytes, n * PAGE, lengthOf(n, bytes.length));
		}
		return new OffHeap(pages, bytes.length);
	}

	/** How many bytes were taken from the system. */
	synchronized long taken() {
		return (long) SLAB * this.slabCount;
	}

	private synchronized int @Nullable [] take(int count) {
		while (this.freeCount < count) {
			if (this.slabCount == this.slabs.length) {
				return null;
			}
			this.slabs[this.slabCount] = ByteBuffer.allocateDirect(SLAB);
			addPagesOf(this.slabCount);
			this.slabCount++;
		}
		this.freeCount -= count;
		return Arrays.copyOfRange(this.free, this.freeCount, this.freeCount + count);
	}

	private void addPagesOf(int slab) {
		int pages = SLAB / PAGE;
		this.free = Arrays.copyOf(this.free, (slab + 1) * pages);
		for (int n = 0; n < pages; n++) {
			this.free[this.freeCount] = slab * pages + n;
			this.freeCount++;
		}
	}

	private synchronized void giveBack(int[] pages) {
		System.arraycopy(pages, 0, this.free, this.freeCount, pages.length);
		this.freeCount += pages.length;
	}

	/** Whoever has a page saw its slab when it was taken. */
	private ByteBuffer slab(int page) {
		return this.slabs[page / (SLAB / PAGE)];
	}

	private static int offset(int page) {
		return page % (SLAB / PAGE) * PAGE;
	}

	private static int lengthOf(int page, int length) {
		return Math.min(PAGE, length - page * PAGE);
	}

	/**
	 * Bytes in pages, whose lock keeps them from being used again while they are read.
	 */
	private final class OffHeap implements StoredBytes {

		private final int length;

		private int @Nullable [] pages;

		OffHeap(int[] pages, int length) {
			this.pages = pages;
			this.length = length;
		}

		@Override
		public int length() {
			return this.length;
		}

		@Override
		public int size() {
			return Math.ceilDiv(this.length, PAGE) * PAGE;
		}

		@Override
		public synchronized byte @Nullable [] read() {
			int[] known = this.pages;
			if (known == null) {
				return null;
			}
			byte[] bytes = new byte[this.length];
			for (int n = 0; n < known.length; n++) {
				slab(known[n]).get(offset(known[n]), bytes, n * PAGE, lengthOf(n, this.length));
			}
			return bytes;
		}

		@Override
		public synchronized boolean copyTo(ByteBuffer buffer, int index) {
			int[] known = this.pages;
			if (known == null) {
				return false;
			}
			for (int n = 0; n < known.length; n++) {
				buffer.put(index + n * PAGE, slab(known[n]), offset(known[n]), lengthOf(n, this.length));
			}
			return true;
		}

		@Override
		public synchronized void release() {
			int[] known = this.pages;
			this.pages = null;
			if (known != null) {
				giveBack(known);
			}
		}

	}

}
