package io.broadsheet.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer's bytes, in every form that they are sent in. */
class ContentTests {

	private static final byte[] TEXT = "The tram is late. ".repeat(500).getBytes(StandardCharsets.UTF_8);

	private final OffHeapMemory memory = new OffHeapMemory(100_000);

	private final Content original = new Content(TEXT);

	private final Content copy = Objects.requireNonNull(this.original.copyTo(this.memory));

	@Test
	void aCopyIsLikeTheOriginal() throws IOException {
		assertThat(this.copy.plain()).isEqualTo(TEXT);
		assertThat(inflated(this.copy)).isEqualTo(TEXT);
		assertThat(this.copy.tag(ResponseType.JSON, true)).isEqualTo(this.original.tag(ResponseType.JSON, true));
	}

	@Test
	void whatIsCompressedOnceIsKeptSo() throws IOException {
		inflated(this.copy);

		assertThat(inflated(this.copy)).isEqualTo(TEXT);
	}

	@Test
	void tagsTellTypesAndEncodingsApart() {
		assertThat(this.copy.tag(ResponseType.JSON, false)).isNotEqualTo(this.copy.tag(ResponseType.JSON, true));
		assertThat(this.copy.tag(ResponseType.JSON, false))
			.isNotEqualTo(this.copy.tag(ResponseType.GRAPHQL_RESPONSE, false));
	}

	@Test
	void aReleasedCopyHasNothingToGive() {
		this.copy.compressed();

		this.copy.release();

		assertThat(this.copy.plain()).isNull();
		assertThat(this.copy.compressed()).isNull();
		assertThat(this.copy.tag(ResponseType.JSON, false)).isNull();
		assertThat(this.copy.copyTo(this.memory)).isNull();
	}

	@Test
	void aCopyOnTheHeapIsThereWhenTheOtherIsReleased() {
		Content onHeap = Objects.requireNonNull(this.copy.copyToHeap());

		this.copy.release();

		assertThat(onHeap.plain()).isEqualTo(TEXT);
	}

	@Test
	void theOriginalIsThereForWhoeverHasIt() {
		this.original.release();

		assertThat(this.original.plain()).isEqualTo(TEXT);
	}

	@Test
	void itsWeightHasRoomForBothForms() {
		int plain = Objects.requireNonNull(this.copy.plain()).length;
		int compressed = Objects.requireNonNull(this.copy.compressed()).length;

		assertThat(this.copy.weight()).isGreaterThanOrEqualTo(plain + compressed);
	}

	private static byte[] inflated(Content content) throws IOException {
		byte[] compressed = Objects.requireNonNull(content.compressed());
		try (GZIPInputStream bytes = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
			return bytes.readAllBytes();
		}
	}

}
