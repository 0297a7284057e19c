package io.broadsheet.editorial;

import java.util.List;

import io.broadsheet.media.ImageParts;

import org.springframework.graphql.data.ArgumentValue;

/**
 * The fields of a draft's content as clients send them: what is not sent stays as it is,
 * and null clears.
 */
interface ContentInput {

	ArgumentValue<String> headline();

	ArgumentValue<String> slug();

	ArgumentValue<String> brief();

	ArgumentValue<String> markdown();

	ArgumentValue<String> language();

	ArgumentValue<String> section();

	ArgumentValue<List<String>> authors();

	ArgumentValue<List<String>> topics();

	ArgumentValue<ImageParts> image();

	ArgumentValue<String> editorsComment();

}
