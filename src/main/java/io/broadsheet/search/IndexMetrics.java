package io.broadsheet.search;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** Measures the index: whether there is one, and how often it has changed. */
@Component
class IndexMetrics implements MeterBinder {

	private final ArticleIndex index;

	IndexMetrics(ArticleIndex index) {
		this.index = index;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("broadsheet.index.open", this.index, (known) -> known.isOpen() ? 1 : 0)
			.description("Whether lists can be answered")
			.register(registry);
		FunctionCounter.builder("broadsheet.index.generation", this.index, ArticleIndex::generation)
			.description("How often the index has changed since the start")
			.register(registry);
		Gauge.builder("broadsheet.index.articles", this.index, IndexMetrics::articles)
			.description("How many articles are in the index")
			.register(registry);
	}

	private static double articles(ArticleIndex index) {
		return index.isOpen() ? index.read((searcher) -> searcher.getIndexReader().numDocs()) : 0;
	}

}
