package io.broadsheet.graph;

import java.net.URI;
import java.time.ZoneId;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The news site that the content appears on.
 *
 * @param siteUrl the base of article, section, topic and author addresses
 * @param siteName the publisher's name in JSON-LD
 * @param timeZone the newsroom's time zone; a bare date in content means midnight there
 */
@Validated
@ConfigurationProperties("broadsheet")
public record Site(@DefaultValue("http://localhost:8080") URI siteUrl,
		@DefaultValue("Broadsheet") @NotBlank String siteName, @DefaultValue("UTC") ZoneId timeZone) {

	public Site {
		boolean isWebAddress = "https".equals(siteUrl.getScheme()) || "http".equals(siteUrl.getScheme());
		if (!isWebAddress || siteUrl.getHost() == null || siteUrl.getQuery() != null || siteUrl.getFragment() != null) {
			throw new IllegalArgumentException(
					"broadsheet.site-url is \"%s\"; it must be an address such as https://news.example."
						.formatted(siteUrl));
		}
	}

	/**
	 * An address on the site.
	 * @param path an absolute path, already percent-encoded, such as
	 * {@code /articles/bridge-reopens}
	 * @return the address
	 */
	public String address(String path) {
		String base = this.siteUrl.toString();
		return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
	}

}
