package io.broadsheet.gateway;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.RemovalCause;
import graphql.GraphQLContext;
import io.broadsheet.gateway.ContentChanges.Moment;
import io.broadsheet.gateway.ContentChanges.Validity;
import io.broadsheet.gateway.KeptAnswer.Asked;
import io.broadsheet.gateway.KeptAnswer.Life;
import io.broadsheet.graph.Caches;
import io.broadsheet.store.StoreWatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The answers that all readers may have, kept in memory up to a number of bytes, outside
 * the heap. Who is given one may find that it has left by then: others are. One goes with
 * the first change of anything that is in it, within the request that changes it; or it
 * grows old, and is given for a while yet while another one is made. While the store is
 * away what is kept is given whatever its age.
 */
@Component
class KeptAnswers {

	private static final Logger logger = LoggerFactory.getLogger(KeptAnswers.class);

	/** No answer may have more than this part of all room. */
	private static final int LARGEST = 64;

	private final CacheSettings settings;

	private final ContentChanges changes;

	private final StoreWatch store;

	private final Clock clock;

	private final KeptAnswerMetrics metrics;

	private final OffHeapMemory memory;

	private final Cache<Question, KeptAnswer> answers;

	private final SharedWork work;

	KeptAnswers(CacheSettings settings, ContentChanges changes, StoreWatch store, Clock clock,
			KeptAnswerMetrics metrics) {
		this.settings = settings;
		this.changes = changes;
		this.store = store;
		this.clock = clock;
		this.metrics = metrics;
		this.memory = new OffHeapMemory(settings.roomForAnswers());
		this.answers = Caches.newBuilder()
			.maximumWeight(settings.roomForAnswers())
			.weigher((Question question, KeptAnswer answer) -> question.weight() + answer.weight())
			.removalListener(this::release)
			.build();
		this.work = new SharedWork(changes);
		metrics.watch(this.answers);
	}

	private void release(@Nullable Question question, @Nullable KeptAnswer answer, RemovalCause cause) {
		Objects.requireNonNull(answer).content().release();
		if (cause.wasEvicted()) {
			this.metrics.evicted();
		}
	}

	/** Whether any are kept. */
	boolean isOn() {
		return this.settings.size().toBytes() > 0;
	}

	/** An answer that can be given as it is; null if there is none. */
	@Nullable KeptAnswer find(Question question) {
		KeptAnswer known = lasting(question);
		return (known != null && isGood(known)) ? known : null;
	}

	/**
	 * Finds an answer, or has it made.
	 * @param question what is asked
	 * @param execution makes the answer
	 * @return the answer; null if the execution has made one that nobody else can have
	 */
	@Nullable KeptAnswer get(Question question, Execution execution) {
		KeptAnswer known = lasting(question);
		if (known != null && isGood(known)) {
			return known;
		}
		KeptAnswer stale = (known != null && known.life().isStale(this.clock.millis())) ? outliving(known) : null;
		if (stale != null) {
			refresh(question, execution);
			return stale;
		}
		this.metrics.missed();
		KeptAnswer made = this.work.get(question, (since) -> execution.run(this, question, since));
		return (made == null && known != null && execution.lacksStore() && known.validity().lasts()) ? known : made;
	}

	/** The same, which is there when another one has taken its place. */
	private static @Nullable KeptAnswer outliving(KeptAnswer known) {
		Content copy = known.content().copyToHeap();
		return (copy != null) ? known.with(copy) : null;
	}

	private @Nullable KeptAnswer lasting(Question question) {
		KeptAnswer known = this.answers.getIfPresent(question);
		if (known != null && !known.validity().lasts()) {
			if (this.answers.asMap().remove(question, known)) {
				this.metrics.dropped();
			}
			return null;
		}
		return known;
	}

	private boolean isGood(KeptAnswer known) {
		return known.life().isFresh(this.clock.millis()) || this.store.isAway();
	}

	/** In the background, and once for all who ask meanwhile. */
	private void refresh(Question question, Execution execution) {
		if (this.work.isRunning(question)) {
			return;
		}
		Execution again = execution.inBackground();
		Thread refreshing = Thread.ofVirtual()
			.name("refresh")
			.start(() -> this.work.get(question, (since) -> again.run(this, question, since)));
		logger.trace("Refreshing in {}", refreshing);
	}

	/**
	 * Keeps an answer, if everybody may have it and it is not outdated by now.
	 * @param question what was asked
	 * @param since a moment before it was executed
	 * @param response what GraphQL answered
	 * @param whole that as it is written
	 * @return the answer; null if it is for who asked alone
	 */
	@Nullable KeptAnswer keep(Question question, Moment since, WebGraphQlResponse response, WholeAnswer whole) {
		GraphQLContext context = response.getExecutionInput().getGraphQLContext();
		Keeping keeping = context.get(Keeping.class);
		if (keeping == null || !keeping.maxAge().isPositive() || whole.status() != HttpStatus.OK
				|| Deferral.after(response) != null || context.hasKey(UnknownDocuments.class)) {
			if (response.getErrors().isEmpty() && isPersonal(context)) {
				this.work.doNotShare(question.operation());
			}
			return null;
		}
		AnswerTags tags = Objects.requireNonNull(context.get(AnswerTags.class));
		Validity validity = this.changes.validity(since, tags.all());
		if (validity == null) {
			return null;
		}
		Life life = new Life(this.clock.millis(), keeping.maxAge(), this.settings.stale());
		KeptAnswer kept = new KeptAnswer(whole.content(), keeping.headers(), asked(question, context), validity, life);
		Content copy = (kept.weight() <= this.settings.size().toBytes() / LARGEST) ? whole.content().copyTo(this.memory)
				: null;
		if (copy != null) {
			this.answers.put(question, kept.with(copy));
		}
		return kept;
	}

	/** Or it changes something. */
	private static boolean isPersonal(GraphQLContext context) {
		CacheHint hint = context.get(CacheHint.class);
		return hint == null || !hint.shared();
	}

	private static Asked asked(Question question, GraphQLContext context) {
		Cost cost = Objects.requireNonNull(context.get(Cost.class));
		AccessLog.Line line = context.getOrDefault(AccessLog.Line.class, AccessLog.Line.UNKNOWN);
		Set<String> deprecated = context.getOrDefault(DeprecatedUse.class, Set.of());
		return new Asked(line.operation(), line.document(), cost.requested(),
				RateLimit.charge(question.operation().document()) + cost.requested(), deprecated);
	}

}
