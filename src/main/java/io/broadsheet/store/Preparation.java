package io.broadsheet.store;

/**
 * A step that must be done with the store before this instance can serve: making indexes,
 * loading reference content, catching up an index. Steps run once at start, in Spring's
 * order, as soon as the store answers; while they run readiness is down.
 */
public interface Preparation {

	/**
	 * The order of a step that makes content ready to be read. A step without an order
	 * comes after all that have one.
	 */
	int CONTENT = 0;

	/** Does the step; idempotent, since it is run again after the store failed it. */
	void prepare();

}
