package io.broadsheet.related;

import java.util.List;

import io.broadsheet.author.Author;
import io.broadsheet.topic.Topic;

/**
 * Why a story stands beside another, as readers see it.
 *
 * @param kind what kind of reason it is
 * @param label the reason in words
 * @param share what it adds to the score
 * @param topics the topics that both are about, the rarest first
 * @param authors the authors of both
 * @param phrases what both mention
 */
record RelatedReason(Reason.Kind kind, String label, double share, List<Topic> topics, List<Author> authors,
		List<String> phrases) {
}
