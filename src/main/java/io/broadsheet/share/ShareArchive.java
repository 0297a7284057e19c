package io.broadsheet.share;

import com.mongodb.client.MongoDatabase;
import io.broadsheet.store.Archive;
import org.bson.Document;

import org.springframework.stereotype.Repository;

/** {@link ShareActions} as a backup has them; what they add up to is tallied again. */
@Repository
class ShareArchive extends Archive {

	private final ShareTallies tallies;

	ShareArchive(MongoDatabase database, ShareTallies tallies) {
		super(database.getCollection("shareActions"), "ShareAction", "shares");
		this.tallies = tallies;
	}

	@Override
	protected Document restorable(Document document) {
		if (ShareActions.read(document).number() < 1) {
			throw new IllegalStateException("its number is not counted from 1");
		}
		return document;
	}

	@Override
	protected void restored(Document document) {
		ShareAction action = ShareActions.read(document);
		this.tallies.raise(action.article(), action.channel(), action.number());
	}

}
