package io.broadsheet.author;

import com.mongodb.client.MongoDatabase;
import io.broadsheet.media.ImageDocuments;
import io.broadsheet.store.ChangeFeed;
import io.broadsheet.store.ReferenceCollection;

import org.springframework.stereotype.Component;

/** The newsroom's authors, all of them in memory. */
@Component
public class Authors extends ReferenceCollection<Author> {

	Authors(MongoDatabase database, ChangeFeed feed, ImageDocuments images) {
		super(database, feed, new AuthorDocuments(images));
	}

}
