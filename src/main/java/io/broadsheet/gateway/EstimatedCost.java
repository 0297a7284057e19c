package io.broadsheet.gateway;

/**
 * What an operation is taken to cost before it runs.
 *
 * @param most the most that it can cost
 * @param strict how many of its fields are limited strictly
 * @param hint for how long all of its fields may be kept
 */
record EstimatedCost(long most, long strict, CacheHint hint) {
}
