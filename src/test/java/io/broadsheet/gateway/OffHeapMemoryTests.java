package io.broadsheet.gateway;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Bytes outside the heap. */
class OffHeapMemoryTests {

	private static final int MEGABYTE = 1024 * 1024;

	private final OffHeapMemory memory = new OffHeapMemory(2 * MEGABYTE);

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 1023, 1024, 1025, 8_000, MEGABYTE + 1 })
	void whatIsStoredIsRead(int length) {
		byte[] bytes = random(length);

		StoredBytes stored = this.memory.store(bytes);

		assertThat(stored).isNotInstanceOf(StoredBytes.OnHeap.class);
		assertThat(stored.length()).isEqualTo(length);
		assertThat(stored.read()).isEqualTo(bytes);
	}

	@Test
	void itIsCopiedToABufferWithoutAnArray() {
		byte[] bytes = random(3_000);
		ByteBuffer buffer = ByteBuffer.allocate(4_000);
		StoredBytes stored = this.memory.store(bytes);

		assertThat(stored.copyTo(buffer, 500)).isTrue();
		assertThat(Arrays.copyOfRange(buffer.array(), 500, 3_500)).isEqualTo(bytes);
		assertThat(buffer.position()).isZero();

		stored.release();
		assertThat(stored.copyTo(buffer, 500)).isFalse();
	}

	@Test
	void itIsACopy() {
		byte[] bytes = { 1, 2, 3 };
		StoredBytes stored = this.memory.store(bytes);

		bytes[0] = 9;
		Objects.requireNonNull(stored.read())[1] = 9;

		assertThat(stored.read()).containsExactly(1, 2, 3);
	}

	@Test
	void whatIsReleasedIsReadNoMore() {
		StoredBytes stored = this.memory.store(random(3_000));

		stored.release();

		assertThat(stored.read()).isNull();
	}

	@Test
	void whatIsReleasedIsUsedAgain() {
		for (int n = 0; n < 1_000; n++) {
			this.memory.store(random(10_000)).release();
		}

		assertThat(this.memory.taken()).isEqualTo(MEGABYTE);
	}

	@Test
	void whatIsReleasedTwiceIsGivenOutOnce() {
		StoredBytes released = this.memory.store(random(1_000));
		released.release();
		released.release();
		byte[] one = random(1_000);
		byte[] other = random(2_000);

		StoredBytes storedOne = this.memory.store(one);
		StoredBytes storedOther = this.memory.store(other);

		assertThat(storedOne.read()).isEqualTo(one);
		assertThat(storedOther.read()).isEqualTo(other);
	}

	@Test
	void whatItHasNoRoomForStaysOnTheHeap() {
		StoredBytes all = this.memory.store(random(2 * MEGABYTE));
		byte[] bytes = random(10);

		assertThat(this.memory.store(bytes)).isInstanceOf(StoredBytes.OnHeap.class)
			.extracting(StoredBytes::read)
			.isEqualTo(bytes);

		all.release();
		assertThat(this.memory.store(bytes)).isNotInstanceOf(StoredBytes.OnHeap.class);
	}

	@Test
	void whoeverReadsWhileOthersReleaseAndStoreReadsTheirOwnOrNothing() throws Exception {
		int places = 40;
		AtomicReferenceArray<StoredBytes> shared = new AtomicReferenceArray<>(places);
		for (int place = 0; place < places; place++) {
			shared.set(place, this.memory.store(alike(1)));
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<Integer>> mixed = new ArrayList<>();
			for (int thread = 0; thread < 4; thread++) {
				mixed.add(threads.submit(mixedReads(shared, thread)));
			}
			for (Future<Integer> count : mixed) {
				assertThat(count.get()).isZero();
			}
		}
	}

	private Callable<Integer> mixedReads(AtomicReferenceArray<StoredBytes> shared, int seed) {
		return () -> {
			Random random = new Random(seed);
			int mixed = 0;
			for (int n = 0; n < 50_000; n++) {
				StoredBytes known = shared.get(random.nextInt(shared.length()));
				if (n % 4 == 0) {
					shared.getAndSet(random.nextInt(shared.length()), this.memory.store(alike(n))).release();
				}
				byte[] read = known.read();
				mixed += (read != null && !Arrays.equals(read, alike(read[0]))) ? 1 : 0;
			}
			return mixed;
		};
	}

	/** Bytes that are all one number. */
	private static byte[] alike(int number) {
		byte[] bytes = new byte[5_000];
		Arrays.fill(bytes, (byte) number);
		return bytes;
	}

	private static byte[] random(int length) {
		byte[] bytes = new byte[length];
		new Random(length).nextBytes(bytes);
		return bytes;
	}

}
