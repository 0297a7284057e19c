package io.broadsheet.gateway;

import java.net.http.HttpRequest;
import java.util.List;

/** A cache that can be told what has changed, by its own convention. */
interface PurgeTarget {

	/** What the log calls it. */
	String name();

	/** How many tags it takes at once. */
	int most();

	/** The request that tells it. */
	HttpRequest request(List<String> tags);

}
