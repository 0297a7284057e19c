package io.broadsheet.share;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What readers are told about sharing.
 *
 * @param prompt what asks readers to share
 * @param thanks what thanks those who did
 */
@Validated
@ConfigurationProperties("broadsheet.share")
record ShareSettings(@NotBlank @DefaultValue("Like this story? Share it with your friends!") String prompt,
		@NotBlank @DefaultValue("Thank you for your support! Every share encourages our newsroom.") String thanks) {
}
