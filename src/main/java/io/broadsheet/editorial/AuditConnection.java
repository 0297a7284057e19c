package io.broadsheet.editorial;

import java.util.List;
import java.util.function.IntSupplier;

import io.broadsheet.graph.Edge;
import io.broadsheet.graph.PageInfo;

/**
 * A page of the log.
 *
 * @param edges the entries on it and where they stand
 * @param nodes the entries alone
 * @param pageInfo where the page stands
 * @param total counts the entries of the list when somebody asks for it
 */
record AuditConnection(List<Edge<AuditEntry>> edges, List<AuditEntry> nodes, PageInfo pageInfo, IntSupplier total) {

}
