package io.broadsheet.gateway;

import java.time.Duration;
import java.util.Map;

/**
 * That everybody may be given an answer for a while; in the GraphQL context under its
 * class.
 *
 * @param maxAge for how long
 * @param headers what tells caches so
 */
record Keeping(Duration maxAge, Map<String, String> headers) {
}
