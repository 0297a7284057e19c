package io.broadsheet.editorial;

import java.util.List;

import io.broadsheet.media.ImageParts;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What a new draft is begun with.
 *
 * @param from the id of the article that is to be revised; null for a new story
 * @param idempotencyKey what the client calls this request
 */
record DraftCreateInput(@Nullable String from, @Nullable String idempotencyKey, ArgumentValue<String> headline,
		ArgumentValue<String> slug, ArgumentValue<String> brief, ArgumentValue<String> markdown,
		ArgumentValue<String> language, ArgumentValue<String> section, ArgumentValue<List<String>> authors,
		ArgumentValue<List<String>> topics, ArgumentValue<ImageParts> image,
		ArgumentValue<String> editorsComment) implements ContentInput {
}
