package io.broadsheet.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import io.broadsheet.graph.Site;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Where articles are on the site. */
@Component
class ArticleAddresses {

	private static final String PATH = "/articles/";

	private final Site site;

	ArticleAddresses(Site site) {
		this.site = site;
	}

	/** The address of an article. */
	String of(Article article) {
		return this.site.address(PATH + article.slug());
	}

	/**
	 * What an address of the site leads to.
	 * @param url the address; its scheme, query, fragment and last slash do not matter
	 * @return the slug in it, or the earlier path that it is, or null if it is on another
	 * site
	 */
	@Nullable String read(String url) {
		URI uri = parse(url);
		if (uri == null || !isOnSite(uri)) {
			return null;
		}
		String path = withoutLastSlash(pathOnSite(uri));
		return path.startsWith(PATH) ? path.substring(PATH.length()) : path;
	}

	private boolean isOnSite(URI uri) {
		URI base = this.site.siteUrl();
		return uri.getHost() != null && uri.getHost().equalsIgnoreCase(base.getHost()) && port(uri) == port(base)
				&& path(uri).startsWith(withoutLastSlash(path(base)));
	}

	/**
	 * The standard ports are one: a link may have kept the scheme that the site had
	 * before.
	 */
	private static int port(URI uri) {
		return (uri.getPort() == 80 || uri.getPort() == 443) ? -1 : uri.getPort();
	}

	private String pathOnSite(URI uri) {
		return path(uri).substring(withoutLastSlash(path(this.site.siteUrl())).length());
	}

	private static String path(URI uri) {
		String path = uri.getRawPath();
		return (path != null) ? URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8) : "";
	}

	private static String withoutLastSlash(String path) {
		return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
	}

	private static @Nullable URI parse(String url) {
		try {
			return new URI(url);
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
