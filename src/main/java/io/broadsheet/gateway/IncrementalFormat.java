package io.broadsheet.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;

/**
 * How an answer in parts says which part belongs where. There are two ways, and a client
 * that gets the one that it does not know puts data into the wrong places in silence.
 */
enum IncrementalFormat {

	/**
	 * Each part says its path and its fragment's label: what Apollo's clients call
	 * {@code deferSpec=20220824}, and what a client that names no format understands.
	 */
	PATHS("deferSpec", "20220824") {

		@Override
		Map<String, Object> first(Map<String, Object> answer, List<DeferredFragment> announced, boolean hasNext) {
			Map<String, Object> content = new LinkedHashMap<>(answer);
			content.put(HAS_NEXT, hasNext);
			return content;
		}

		@Override
		Map<String, Object> next(List<DeferredFragment> announced, List<DeliveredFragment> delivered, boolean hasNext) {
			Map<String, Object> content = new LinkedHashMap<>();
			if (!delivered.isEmpty()) {
				content.put("incremental", delivered.stream().map(IncrementalFormat::item).toList());
			}
			content.put(HAS_NEXT, hasNext);
			return content;
		}

	},

	/**
	 * Fragments are announced with an id, each part says whose it is, and each fragment's
	 * end is told: {@code incrementalSpec=v0.2}, the specification's present draft.
	 */
	IDS("incrementalSpec", "v0.2") {

		@Override
		Map<String, Object> first(Map<String, Object> answer, List<DeferredFragment> announced, boolean hasNext) {
			Map<String, Object> content = new LinkedHashMap<>(answer);
			putUnlessEmpty(content, "pending", announced.stream().map(IncrementalFormat::pending).toList());
			content.put(HAS_NEXT, hasNext);
			return content;
		}

		@Override
		Map<String, Object> next(List<DeferredFragment> announced, List<DeliveredFragment> delivered, boolean hasNext) {
			Map<String, Object> content = new LinkedHashMap<>();
			putUnlessEmpty(content, "pending", announced.stream().map(IncrementalFormat::pending).toList());
			putUnlessEmpty(content, "incremental",
					delivered.stream()
						.filter((part) -> part.data() != null)
						.map(IncrementalFormat::identified)
						.toList());
			putUnlessEmpty(content, "completed", delivered.stream().map(IncrementalFormat::completed).toList());
			content.put(HAS_NEXT, hasNext);
			return content;
		}

	};

	private static final MediaType MULTIPART = new MediaType("multipart", "mixed");

	private static final String HAS_NEXT = "hasNext";

	private static final String ERRORS = "errors";

	private final String parameter;

	private final String version;

	IncrementalFormat(String parameter, String version) {
		this.parameter = parameter;
		this.version = version;
	}

	/** The value of {@code Content-Type}. */
	String header(String boundary) {
		return "%s;boundary=\"%s\";%s=%s".formatted(MULTIPART, boundary, this.parameter, this.version);
	}

	/** Whether a part has all fields of its fragment, or only those that are new. */
	boolean repeats() {
		return this == PATHS;
	}

	/**
	 * The first part: what was not put off.
	 * @param answer the answer as if it were whole
	 * @param announced the fragments that follow
	 * @param hasNext whether anything follows
	 */
	abstract Map<String, Object> first(Map<String, Object> answer, List<DeferredFragment> announced, boolean hasNext);

	/**
	 * A later part.
	 * @param announced the fragments that follow beside those announced before
	 * @param delivered the fragments that are in it
	 * @param hasNext whether anything follows
	 */
	abstract Map<String, Object> next(List<DeferredFragment> announced, List<DeliveredFragment> delivered,
			boolean hasNext);

	/** The format that a client likes best, null if it takes no answer in parts. */
	static @Nullable IncrementalFormat acceptedBy(AcceptHeader accept) {
		IncrementalFormat best = null;
		double quality = 0;
		for (MediaType range : accept.ranges()) {
			IncrementalFormat format = range.equalsTypeAndSubtype(MULTIPART) ? named(range) : null;
			if (format != null && range.getQualityValue() > quality) {
				best = format;
				quality = range.getQualityValue();
			}
		}
		return best;
	}

	private static @Nullable IncrementalFormat named(MediaType range) {
		for (IncrementalFormat format : values()) {
			String version = range.getParameter(format.parameter);
			if (version != null) {
				return version.replace("\"", "").equals(format.version) ? format : null;
			}
		}
		return PATHS;
	}

	private static Map<String, Object> item(DeliveredFragment part) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("data", part.data());
		item.put("path", part.fragment().path());
		putLabel(item, part.fragment());
		putUnlessEmpty(item, ERRORS, part.errors());
		return item;
	}

	private static Map<String, Object> pending(DeferredFragment fragment) {
		Map<String, Object> pending = new LinkedHashMap<>();
		pending.put("id", fragment.id());
		pending.put("path", fragment.path());
		putLabel(pending, fragment);
		return pending;
	}

	private static Map<String, Object> identified(DeliveredFragment part) {
		Map<String, Object> item = new LinkedHashMap<>();
		item.put("id", part.fragment().id());
		item.put("data", part.data());
		putUnlessEmpty(item, ERRORS, part.errors());
		return item;
	}

	/** A fragment without data has failed as a whole. */
	private static Map<String, Object> completed(DeliveredFragment part) {
		Map<String, Object> completed = new LinkedHashMap<>();
		completed.put("id", part.fragment().id());
		putUnlessEmpty(completed, ERRORS, (part.data() == null) ? new ArrayList<>(part.errors()) : List.of());
		return completed;
	}

	private static void putLabel(Map<String, Object> content, DeferredFragment fragment) {
		if (fragment.label() != null) {
			content.put("label", fragment.label());
		}
	}

	private static void putUnlessEmpty(Map<String, Object> content, String name, List<?> items) {
		if (!items.isEmpty()) {
			content.put(name, items);
		}
	}

}
