package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The fragments of one operation that were put off: first unknown to the client, then
 * announced, then delivered. In the operation's context under its class.
 */
class DeferredFragments {

	private final List<DeferredFragment> unknown = new ArrayList<>();

	private final List<DeferredFragment> announced = new ArrayList<>();

	private int count;

	/** Adds a fragment that was met at an object. */
	synchronized void add(List<Object> path, @Nullable String label, Set<String> before) {
		this.unknown.add(new DeferredFragment(String.valueOf(this.count++), path, label, before));
	}

	/**
	 * Those that can be announced now.
	 * @param isThere whether the client has the object at a path; what failed is never
	 * there
	 */
	synchronized List<DeferredFragment> announce(Predicate<List<Object>> isThere) {
		List<DeferredFragment> fragments = new ArrayList<>();
		for (Iterator<DeferredFragment> all = this.unknown.iterator(); all.hasNext();) {
			DeferredFragment fragment = all.next();
			if (isThere.test(fragment.path())) {
				fragments.add(fragment);
				all.remove();
			}
		}
		this.announced.addAll(fragments);
		return fragments;
	}

	/**
	 * Takes an announced fragment for delivery. Two of them without a label at one place
	 * are as good as each other.
	 * @return the fragment, null if none such was announced
	 */
	synchronized @Nullable DeferredFragment take(List<Object> path, @Nullable String label) {
		for (Iterator<DeferredFragment> all = this.announced.iterator(); all.hasNext();) {
			DeferredFragment fragment = all.next();
			if (fragment.path().equals(path) && Objects.equals(fragment.label(), label)) {
				all.remove();
				return fragment;
			}
		}
		return null;
	}

	/** Takes all that were announced and not delivered. */
	synchronized List<DeferredFragment> takeAll() {
		List<DeferredFragment> fragments = List.copyOf(this.announced);
		this.announced.clear();
		return fragments;
	}

}
