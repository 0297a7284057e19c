package io.broadsheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Callable;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.broadsheet.gateway.SchemaText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Prints the schema. */
@Command(name = "schema", mixinStandardHelpOptions = true, versionProvider = Commands.Version.class,
		header = "Prints the API's schema.", description = "It is in GraphQL's schema language, and needs no store.")
class SchemaCommand implements Callable<Integer> {

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() throws IOException {
		TypeDefinitionRegistry types = new TypeDefinitionRegistry();
		Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:graphql/*.graphqls");
		Arrays.sort(files, Comparator.comparing(Resource::getFilename, Comparator.nullsFirst(String::compareTo)));
		for (Resource file : files) {
			types.merge(new SchemaParser().parse(file.getContentAsString(StandardCharsets.UTF_8)));
		}
		Objects.requireNonNull(this.spec)
			.commandLine()
			.getOut()
			.print(SchemaText.of(UnExecutableSchemaGenerator.makeUnExecutableSchema(types)).text());
		return Commands.DONE;
	}

}
