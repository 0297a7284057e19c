package io.broadsheet.intake;

import io.broadsheet.graph.NodeId;
import io.broadsheet.media.Image;
import org.jspecify.annotations.Nullable;

/**
 * An article that is about to be compared with what is stored.
 *
 * @param entry what its file says
 * @param id the id that it has or gets
 * @param markdown its body with its pictures taken in
 * @param image its picture
 */
record Candidate(ArticleEntry entry, NodeId id, String markdown, @Nullable Image image) {
}
