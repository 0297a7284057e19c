package io.broadsheet.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import io.broadsheet.article.Article;
import io.broadsheet.article.ArticleFields;
import io.broadsheet.article.Articles;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.Change;
import io.broadsheet.store.Preparation;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the index in step with the store. */
@Component
class IndexKeeper implements Preparation, DisposableBean {

	private final ArticleIndex index;

	private final Articles articles;

	private final ArticleIndexing indexing;

	private final ReentrantLock writing = new ReentrantLock();

	private @Nullable OpenIndex open;

	IndexKeeper(ArticleIndex index, Articles articles, ArticleIndexing indexing) {
		this.index = index;
		this.articles = articles;
		this.indexing = indexing;
	}

	@Override
	public void prepare() {
		this.writing.lock();
		try {
			OpenIndex fresh = new OpenIndex(new ByteBuffersDirectory(), true);
			this.articles.forEach(ArticleFields.ALL, (article) -> add(fresh, article));
			fresh.refresh();
			this.open = fresh;
			this.index.open(fresh);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.writing.unlock();
		}
	}

	@EventListener
	void update(Change change) {
		List<NodeId> ids = change.nodes().stream().filter((id) -> id.kind() == Article.KIND).toList();
		this.writing.lock();
		try {
			if (this.open != null && !ids.isEmpty()) {
				update(this.open, ids);
				this.index.changed();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			this.writing.unlock();
		}
	}

	private void update(OpenIndex index, Collection<NodeId> ids) throws IOException {
		Map<NodeId, Article> published = this.articles.find(ids, ArticleFields.ALL);
		for (Article article : published.values()) {
			index.replace(article.id(), this.indexing.documentOf(article));
		}
		Set<NodeId> gone = new HashSet<>(ids);
		gone.removeAll(published.keySet());
		index.delete(gone);
		index.refresh();
	}

	private void add(OpenIndex index, Article article) {
		try {
			index.add(this.indexing.documentOf(article));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void destroy() throws IOException {
		this.index.close();
		if (this.open != null) {
			this.open.close();
		}
	}

}
