package io.broadsheet;

import java.util.List;

import org.bson.Document;

/** How PostgreSQL with DocumentDB finds what a command looks for. */
record QueryPlan(Document root) {

	/** Whether every document of the collection, or of a whole index, is looked at. */
	boolean isScan() {
		return isScan(this.root, false);
	}

	/**
	 * An index that is read from its end, without a condition or a sort, is no scan where
	 * that ends with the first documents.
	 */
	private static boolean isScan(Document node, boolean isCutOff) {
		String type = node.getString("Node Type");
		if ("Seq Scan".equals(type)) {
			return !isCutOff || node.containsKey("Filter");
		}
		if ("Index Scan".equals(type) || "Bitmap Index Scan".equals(type)) {
			return !hasCondition(node) && (!isCutOff || node.containsKey("Filter"));
		}
		boolean cutsOff = "Limit".equals(type) || (isCutOff && !"Sort".equals(type));
		return children(node).stream().anyMatch((child) -> isScan(child, cutsOff));
	}

	/**
	 * The number of the collection, which every look at the index of ids has, is none.
	 */
	private static boolean hasCondition(Document node) {
		String condition = String.valueOf(node.getString("Index Cond"));
		return "_id_".equals(node.getString("Index Name")) ? condition.contains("object_id")
				: !condition.contains("fullScan") && !"null".equals(condition);
	}

	private static List<Document> children(Document node) {
		return node.getList("Plans", Document.class, List.of());
	}

}
