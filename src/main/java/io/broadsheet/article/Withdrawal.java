package io.broadsheet.article;

import java.time.Instant;

/**
 * That an article was taken from readers; for the newsroom only.
 *
 * @param reason why
 * @param by who did it, by name
 * @param at when
 */
public record Withdrawal(String reason, String by, Instant at) {
}
