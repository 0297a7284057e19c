package io.broadsheet.graph;

/**
 * What has an id of its own and is answered to clients. Whoever keeps answers knows by it
 * what they are made of, and when to let go of them.
 */
public interface Identified {

	/** The id. */
	NodeId id();

}
