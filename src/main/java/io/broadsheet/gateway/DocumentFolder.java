package io.broadsheet.gateway;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import graphql.ExecutionInput;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.schema.GraphQLSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of trusted documents. A file that cannot be read is told to the log once, in
 * one line, and so is one with documents that do not fit the schema; all else is there.
 */
class DocumentFolder {

	private static final Logger logger = LoggerFactory.getLogger(DocumentFolder.class);

	private static final int DEPTH = 8;

	private final Path folder;

	private final GraphQLSchema schema;

	private final Map<Path, List<TrustedDocument>> documents = new HashMap<>();

	private Map<Path, Stamp> files = Map.of();

	DocumentFolder(Path folder, GraphQLSchema schema) {
		this.folder = folder;
		this.schema = schema;
	}

	/**
	 * Reads what has changed since the last time. A file that is broken now keeps the
	 * documents that it had when it was not.
	 * @return whether anything has
	 */
	boolean refresh() throws IOException {
		Map<Path, Stamp> present = present();
		if (present.equals(this.files)) {
			return false;
		}
		this.documents.keySet().retainAll(present.keySet());
		for (Map.Entry<Path, Stamp> file : present.entrySet()) {
			if (!file.getValue().equals(this.files.get(file.getKey()))) {
				read(file.getKey());
			}
		}
		this.files = present;
		return true;
	}

	/** All documents of all files. */
	List<TrustedDocument> documents() {
		return new TreeMap<>(this.documents).values().stream().flatMap(List::stream).toList();
	}

	/** Systems that mount settings into a folder keep their own files in hidden ones. */
	private Map<Path, Stamp> present() throws IOException {
		Map<Path, Stamp> present = new TreeMap<>();
		try (Stream<Path> all = Files.walk(this.folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
			for (Path file : all.filter(this::hasDocuments).toList()) {
				present.put(file, new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
			}
		}
		return present;
	}

	private boolean hasDocuments(Path file) {
		for (Path part : this.folder.relativize(file)) {
			if (part.toString().startsWith(".")) {
				return false;
			}
		}
		return DocumentFormat.isKnown(file.toString()) && Files.isRegularFile(file);
	}

	private void read(Path file) {
		try {
			Map<String, String> texts = DocumentFormat.read(String.valueOf(file.getFileName()), Files.readString(file));
			this.documents.put(file, valid(file, texts));
		}
		catch (CharacterCodingException ex) {
			logger.error("The trusted documents of {} are left out: it is not UTF-8.", file);
		}
		catch (IOException ex) {
			logger.error("The trusted documents of {} are left out: it cannot be read ({}).", file, ex.toString());
		}
		catch (IllegalArgumentException ex) {
			logger.error("The trusted documents of {} are left out: {}.", file, ex.getMessage());
		}
	}

	private List<TrustedDocument> valid(Path file, Map<String, String> texts) {
		List<TrustedDocument> valid = new ArrayList<>();
		List<String> wrong = new ArrayList<>();
		texts.forEach((id, text) -> {
			ParseAndValidateResult result = ParseAndValidate.parseAndValidate(this.schema,
					ExecutionInput.newExecutionInput(text).build());
			if (result.isFailure()) {
				wrong.add("%s (%s)".formatted(id, result.getErrors().getFirst().getMessage()));
			}
			else {
				valid.add(new TrustedDocument(id, text, result.getDocument()));
			}
		});
		if (!wrong.isEmpty()) {
			logger.error("Of the {} trusted documents of {}, {} are left out: {}", texts.size(), file, wrong.size(),
					String.join(", ", wrong).replaceAll("\\s+", " "));
		}
		return valid;
	}

	/** What tells one state of a file from another. */
	private record Stamp(FileTime modified, long size) {
	}

}
