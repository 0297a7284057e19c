package io.broadsheet.topic;

import com.mongodb.client.MongoDatabase;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.store.ReferenceCollection;

import org.springframework.stereotype.Component;

/** What the newsroom writes about, all of it in memory. */
@Component
public class Topics extends ReferenceCollection<Topic> {

	Topics(MongoDatabase database, ChangeFeed feed) {
		super(database, feed, new TopicDocuments());
	}

}
