package io.broadsheet.editorial;

import java.util.List;

import io.broadsheet.media.ImageParts;

import org.springframework.graphql.data.ArgumentValue;

/**
 * What is changed of a draft.
 *
 * @param id the draft's id
 * @param expectedRevision the revision that the editor saw
 */
record DraftUpdateInput(String id, int expectedRevision, ArgumentValue<String> headline, ArgumentValue<String> slug,
		ArgumentValue<String> brief, ArgumentValue<String> markdown, ArgumentValue<String> language,
		ArgumentValue<String> section, ArgumentValue<List<String>> authors, ArgumentValue<List<String>> topics,
		ArgumentValue<ImageParts> image, ArgumentValue<String> editorsComment) implements ContentInput {
}
