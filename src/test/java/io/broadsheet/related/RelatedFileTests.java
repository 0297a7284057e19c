package io.broadsheet.related;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.broadsheet.graph.NodeId;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RelatedFileTests {

	private static final RelatedSettings SETTINGS = new RelatedSettings(Duration.ofDays(10), 0.4, 100);

	private static final NodeId BRIDGE = NodeId.named('A', "bridge");

	private static final NodeId FERRY = NodeId.named('A', "ferry");

	private static final Related RELATED = new Related("en-GB", List.of(new Related.Story(FERRY, 0.7, List.of())),
			List.of());

	private final Directory folder = new ByteBuffersDirectory();

	@Test
	void whatIsReadIsWhatWasWritten() throws IOException {
		write();
		RelatedFile read = RelatedFile.read(this.folder, SETTINGS);
		assertThat(read).isNotNull().satisfies((file) -> {
			assertThat(file.position()).isEqualTo(7);
			assertThat(file.usual()).containsOnlyKeys(BRIDGE);
			assertThat(file.usual().get(BRIDGE)).isNotNull().satisfies((packed) -> {
				assertThat(packed.unpacked()).isEqualTo(RELATED);
				assertThat(packed.mayHave(FERRY)).isTrue();
				assertThat(packed.mayHave(BRIDGE)).isFalse();
			});
		});
	}

	@Test
	void anotherTakesItsPlace() throws IOException {
		write();
		new RelatedFile(8, Map.of()).write(this.folder, SETTINGS);
		assertThat(RelatedFile.read(this.folder, SETTINGS)).isEqualTo(new RelatedFile(8, Map.of()));
		assertThat(this.folder.listAll()).hasSize(1);
	}

	@Test
	void withoutAFileNothingIsKnown() throws IOException {
		assertThat(RelatedFile.read(this.folder, SETTINGS)).isNull();
	}

	@Test
	void whatWasRankedByOtherSettingsIsOfNoUse() throws IOException {
		write();
		assertThat(RelatedFile.read(this.folder, new RelatedSettings(Duration.ofDays(11), 0.4, 100))).isNull();
	}

	@Test
	void howManyAreRememberedDoesNotMatter() throws IOException {
		write();
		assertThat(RelatedFile.read(this.folder, new RelatedSettings(Duration.ofDays(10), 0.4, 5))).isNotNull();
	}

	@Test
	void aDamagedFileIsRecognized() throws IOException {
		write();
		damage();
		assertThatExceptionOfType(CorruptIndexException.class)
			.isThrownBy(() -> RelatedFile.read(this.folder, SETTINGS));
	}

	private void write() throws IOException {
		new RelatedFile(7, Map.of(BRIDGE, PackedRelated.of(RELATED))).write(this.folder, SETTINGS);
	}

	/** One bit in the middle of it. */
	private void damage() throws IOException {
		String name = Arrays.asList(this.folder.listAll()).getFirst();
		byte[] bytes;
		try (IndexInput in = this.folder.openInput(name, IOContext.READONCE)) {
			bytes = new byte[Math.toIntExact(in.length())];
			in.readBytes(bytes, 0, bytes.length);
		}
		bytes[bytes.length / 2] ^= 1;
		this.folder.deleteFile(name);
		try (IndexOutput out = this.folder.createOutput(name, IOContext.DEFAULT)) {
			out.writeBytes(bytes, bytes.length);
		}
	}

}
