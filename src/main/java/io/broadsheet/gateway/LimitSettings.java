package io.broadsheet.gateway;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much one request may ask for. The defaults are far above what pages, apps and
 * editors need.
 *
 * @param headTime how long the head of a request may take to arrive
 * @param bodySize the greatest size of a request's body
 * @param editorsBodySize the greatest size of the body of an editor's request, which can
 * have a whole story in it
 * @param bodyTime how long the body may take to arrive
 * @param documentSize the greatest size of a document
 * @param tokens the most tokens of a document: names, numbers, strings, punctuation
 * @param depth how deep a document may nest fields
 * @param fields the most fields of a document, those of fragments counted wherever they
 * are spread
 * @param rootFields the most fields at an operation's top
 * @param aliases the most aliases of a document, counted like fields
 * @param directives the most directives of a document, counted like fields
 * @param cost the highest cost of an operation, by the schema's {@code @cost} and
 * {@code @listSize}
 * @param time how long an operation may run
 */
@Validated
@ConfigurationProperties("broadsheet.limits")
record LimitSettings(@DefaultValue("20s") @DurationMin(millis = 1) Duration headTime,
		@DefaultValue("1MB") DataSize bodySize, @DefaultValue("8MB") DataSize editorsBodySize,
		@DefaultValue("20s") @DurationMin(millis = 1) Duration bodyTime, @DefaultValue("100KB") DataSize documentSize,
		@DefaultValue("15000") @Positive int tokens, @DefaultValue("20") @Positive int depth,
		@DefaultValue("5000") @Positive int fields, @DefaultValue("50") @Positive int rootFields,
		@DefaultValue("100") @Positive int aliases, @DefaultValue("100") @Positive int directives,
		@DefaultValue("10000") @Positive long cost, @DefaultValue("10s") @DurationMin(millis = 1) Duration time) {

}
