package io.broadsheet.store;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How far the feed was read, which decides what a later start reads again. */
class FeedProgressTests {

	private final FeedProgress progress = new FeedProgress();

	@Test
	void ownEntriesArePassedInWhateverOrderTheirWritersComeBack() {
		this.progress.start(10);
		this.progress.passOwn(12);
		assertThat(this.progress.position()).isEqualTo(10);
		this.progress.passOwn(13);
		this.progress.passOwn(11);
		assertThat(this.progress.position()).isEqualTo(13);
	}

	@Test
	void ownEntriesBehindThoseOfOthersArePassedWhenTheseAreRead() {
		this.progress.start(10);
		this.progress.passOwn(12);
		this.progress.readTo(11);
		assertThat(this.progress.position()).isEqualTo(12);
	}

	@Test
	void aWriteThatIsNotDoneKeepsThePositionBeforeIt() {
		this.progress.start(10);
		long before = this.progress.beginWrite();
		this.progress.passOwn(11);
		assertThat(this.progress.position()).isEqualTo(10);
		this.progress.endWrite(before);
		assertThat(this.progress.position()).isEqualTo(11);
	}

}
