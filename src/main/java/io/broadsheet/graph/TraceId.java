package io.broadsheet.graph;

/**
 * What one request is called in the log and in the errors that clients see; in the
 * GraphQL context under its class.
 *
 * @param value 32 hexadecimal digits, as W3C's Trace Context has them
 */
public record TraceId(String value) {
}
