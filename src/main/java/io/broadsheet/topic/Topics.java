package io.broadsheet.topic;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.mongodb.client.MongoDatabase;
import io.broadsheet.graph.NodeId;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.store.MergingCollection;

import org.springframework.stereotype.Component;

/**
 * What the newsroom writes about, all of it in memory. A topic that was merged into
 * another is found as that one, by its id as by its slugs.
 */
@Component
public class Topics extends MergingCollection<Topic> {

	private volatile Map<NodeId, Set<NodeId>> formerIds = Map.of();

	Topics(MongoDatabase database, ChangeFeed feed) {
		super(database, feed, new TopicDocuments());
	}

	/**
	 * The ids by which topics are known now.
	 * @param ids ids of topics, or of what was merged into them
	 * @return their ids in that order, each once
	 */
	public List<NodeId> current(List<NodeId> ids) {
		return this.formerIds.isEmpty() ? ids : ids.stream().map(this::current).distinct().toList();
	}

	/**
	 * The topics that were merged into one.
	 * @param id the one's id
	 * @return their ids
	 */
	public Set<NodeId> formerIds(NodeId id) {
		return this.formerIds.getOrDefault(id, Set.of());
	}

	@Override
	protected void changed(List<Topic> all) {
		this.formerIds = merged().keySet()
			.stream()
			.map(Topic::id)
			.collect(Collectors.groupingBy(this::current, Collectors.toUnmodifiableSet()));
	}

}
