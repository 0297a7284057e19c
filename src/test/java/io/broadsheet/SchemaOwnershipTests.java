package io.broadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import graphql.language.Document;
import graphql.language.Node;
import graphql.language.SDLExtensionDefinition;
import graphql.language.SDLNamedDefinition;
import graphql.language.TypeName;
import graphql.parser.Parser;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

/** Each SDL file belongs to a package, and names only types that the package may know. */
class SchemaOwnershipTests {

	private static final Set<String> BUILT_IN = Set.of("ID", "String", "Int", "Float", "Boolean");

	private final ApplicationModules modules = ApplicationModules.of(Broadsheet.class);

	private final Map<String, Document> files = parse(Path.of("schema"));

	private final Map<String, String> owners = owners();

	@Test
	void everyFileIsNamedAsItsPackage() {
		Set<String> packages = this.modules.stream()
			.map((module) -> module.getIdentifier().toString())
			.collect(Collectors.toSet());

		assertThat(packages).containsAll(this.files.keySet());
	}

	@Test
	void everyFileNamesOnlyTypesOfPackagesThatItsOwnMayUse() {
		Map<String, Set<String>> foreign = new TreeMap<>();
		this.files.forEach((file, document) -> {
			Set<String> strangers = typesNamedIn(document);
			strangers.removeIf((type) -> BUILT_IN.contains(type) || packagesOpenTo(file).contains(owner(type)));
			if (!strangers.isEmpty()) {
				foreign.put(file, strangers);
			}
		});

		assertThat(foreign).isEmpty();
	}

	private String owner(String type) {
		return this.owners.getOrDefault(type, "nobody");
	}

	private static Set<String> packagesOpenTo(String file) {
		try {
			Package ofFile = Class.forName("io.broadsheet." + file + ".package-info").getPackage();
			Set<String> open = new TreeSet<>(
					List.of(ofFile.getAnnotation(ApplicationModule.class).allowedDependencies()));
			open.add(file);
			return open;
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Map<String, String> owners() {
		Map<String, String> owners = new HashMap<>();
		this.files.forEach((file, document) -> document.getDefinitionsOfType(SDLNamedDefinition.class)
			.stream()
			.filter((definition) -> !(definition instanceof SDLExtensionDefinition))
			.forEach((definition) -> owners.put(definition.getName(), file)));
		return owners;
	}

	private static Set<String> typesNamedIn(Document document) {
		Set<String> types = new TreeSet<>();
		document.getDefinitionsOfType(SDLNamedDefinition.class)
			.forEach((definition) -> types.add(definition.getName()));
		collectTypeNames(document, types);
		return types;
	}

	private static void collectTypeNames(Node<?> node, Set<String> types) {
		if (node instanceof TypeName type) {
			types.add(type.getName());
		}
		node.getChildren().forEach((child) -> collectTypeNames(child, types));
	}

	private static Map<String, Document> parse(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".graphqls"))
				.collect(Collectors.toMap((file) -> file.getFileName().toString().replace(".graphqls", ""),
						(file) -> Parser.parse(read(file))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
