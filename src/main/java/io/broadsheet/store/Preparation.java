package io.broadsheet.store;

/**
 * A step that must be done with the store before this instance can serve: making indexes,
 * loading reference content, catching up an index. Steps run once at start, in Spring's
 * order, as soon as the store answers; while they run readiness is down.
 */
public interface Preparation {

	/** Does the step; idempotent, since it is run again after the store failed it. */
	void prepare();

}
