package io.broadsheet.related;

import io.broadsheet.graph.NodeId;

/**
 * What is asked: which stories stand beside an article.
 *
 * @param article the article
 * @param wanted which stories are wanted
 */
record Beside(NodeId article, Wanted wanted) {
}
