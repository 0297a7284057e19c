package io.broadsheet.related;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.broadsheet.article.Article;
import io.broadsheet.graph.NodeId;
import io.broadsheet.graph.Problem;
import io.broadsheet.search.ArticleIndex;
import io.broadsheet.store.ChangeFeed;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ranks what stands beside the newest articles before anybody asks, while the process has
 * hardly anything else to do, and keeps that over a restart.
 */
@Component
@ConditionalOnWebApplication
class RelatedAhead {

	private static final Logger logger = LoggerFactory.getLogger(RelatedAhead.class);

	/** So long at once, so that a reader who comes meanwhile hardly notices. */
	private static final long SLICE_NANOS = Duration.ofMillis(150).toNanos();

	/** What is read for one is of use for the next. */
	private static final int AT_ONCE = 10;

	private static final long BETWEEN_SAVES_NANOS = Duration.ofMinutes(1).toNanos();

	/** From so many on, ranking leaves behind what is worth giving back. */
	private static final int MANY = 1_000;

	private final ArticleIndex index;

	private final RelatedStories stories;

	private final RelatedMemory memory;

	private final ChangeFeed feed;

	private final RelatedSettings settings;

	private final IdleProcess process = new IdleProcess();

	private final Deque<NodeId> waiting = new ArrayDeque<>();

	private int rankedInARow;

	private boolean restored;

	private boolean unsaved;

	private long savedAt = System.nanoTime();

	RelatedAhead(ArticleIndex index, RelatedStories stories, RelatedMemory memory, ChangeFeed feed,
			RelatedSettings settings) {
		this.index = index;
		this.stories = stories;
		this.memory = memory;
		this.feed = feed;
		this.settings = settings;
	}

	/** Does a little, if the process is idle. */
	@Scheduled(fixedDelay = 200)
	synchronized void tend() {
		Directory folder = this.index.folder();
		if (folder == null || this.settings.remembered() == 0) {
			return;
		}
		try {
			if (!this.restored) {
				this.restored = true;
				restore(folder);
			}
			if (this.process.isIdle()) {
				collect();
				rank();
				giveBack();
			}
			this.process.rest();
			if (this.unsaved && this.waiting.isEmpty() && System.nanoTime() - this.savedAt > BETWEEN_SAVES_NANOS) {
				save(folder);
			}
		}
		catch (Problem.StoreUnavailable | Problem.Stopped | AlreadyClosedException ex) {
			// There is no index for now, or no gateway soon.
		}
	}

	/** Keeps what is known for the next start, while there is an index. */
	@EventListener(ContextClosedEvent.class)
	synchronized void close() {
		Directory folder = this.index.folder();
		if (folder != null && this.restored) {
			save(folder);
		}
	}

	private void restore(Directory folder) {
		try {
			RelatedFile file = RelatedFile.read(folder, this.settings);
			if (file != null) {
				long generation = this.index.generation();
				Optional<Set<NodeId>> changed = this.feed.since(file.position());
				changed.ifPresent((nodes) -> this.memory.restore(file.usual(), articles(nodes), generation));
			}
		}
		catch (IOException | IllegalArgumentException ex) {
			logger.warn("What stands beside articles is ranked anew, since it cannot be read: {}", ex.getMessage());
		}
	}

	private static Set<NodeId> articles(Set<NodeId> nodes) {
		return nodes.stream().filter((id) -> id.kind() == Article.KIND).collect(Collectors.toSet());
	}

	private void collect() {
		Forgotten forgotten = this.memory.takeForgotten();
		if (forgotten.everything()) {
			this.waiting.clear();
			this.waiting.addAll(this.index.newest(this.settings.remembered()));
		}
		else {
			this.waiting.addAll(forgotten.articles());
		}
	}

	/** What cannot be ranked is left to who asks for it, who is told then. */
	private void rank() {
		long start = System.nanoTime();
		try {
			while (!this.waiting.isEmpty() && System.nanoTime() - start < SLICE_NANOS) {
				Set<Beside> some = next();
				if (!some.isEmpty()) {
					this.stories.find(some);
					this.rankedInARow += some.size();
					this.unsaved = true;
				}
			}
		}
		catch (UncheckedIOException | IllegalStateException ex) {
			logger.warn("What stands beside articles could not be ranked in advance: {}", ex.toString());
			this.waiting.clear();
		}
	}

	/** Gives the memory back that a first start has used to rank from the index. */
	private void giveBack() {
		if (this.waiting.isEmpty()) {
			if (this.rankedInARow >= MANY) {
				this.index.letGo();
			}
			this.rankedInARow = 0;
		}
	}

	private Set<Beside> next() {
		Set<Beside> some = new HashSet<>();
		for (int i = 0; i < AT_ONCE && !this.waiting.isEmpty(); i++) {
			Beside beside = Beside.usual(this.waiting.remove());
			if (!this.memory.has(beside)) {
				some.add(beside);
			}
		}
		return some;
	}

	private void save(Directory folder) {
		this.savedAt = System.nanoTime();
		long position = this.feed.position();
		Map<NodeId, PackedRelated> usual = this.memory.usual();
		if (usual == null || usual.isEmpty()) {
			return;
		}
		try {
			new RelatedFile(position, usual).write(folder, this.settings);
			this.unsaved = false;
		}
		catch (IOException | AlreadyClosedException ex) {
			logger.warn("What stands beside articles could not be kept for the next start: {}", ex.getMessage());
		}
	}

}
