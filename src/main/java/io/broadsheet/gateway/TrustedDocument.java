package io.broadsheet.gateway;

import java.util.HexFormat;

import graphql.language.AstPrinter;
import graphql.language.Document;
import io.broadsheet.graph.Sha256;

/**
 * A document that clients are trusted with, parsed and found valid.
 *
 * @param id what it is asked for by
 * @param text as its file has it
 * @param document what it was parsed to
 */
record TrustedDocument(String id, String text, Document document) {

	/** What identifies a text. */
	static String hash(String text) {
		return HexFormat.of().formatHex(Sha256.of(text));
	}

	/** What identifies a document however it is laid out. */
	static String meaning(Document document) {
		return hash(AstPrinter.printAstCompact(document));
	}

}
