package io.broadsheet.share;

import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * A way to pass a story on. Each knows the address that its service documents for links
 * to be shared from other sites.
 */
enum ShareChannel {

	/** X's Web Intents. */
	X("Share on X", (headline, url) -> "https://x.com/intent/post?text=" + headline + "&url=" + url),
	/** Facebook's sharer. */
	FACEBOOK("Share on Facebook", (headline, url) -> "https://www.facebook.com/sharer/sharer.php?u=" + url),
	/** LinkedIn's share-offsite. */
	LINKEDIN("Share on LinkedIn", (headline, url) -> "https://www.linkedin.com/sharing/share-offsite/?url=" + url),
	/** WhatsApp's click to chat. */
	WHATSAPP("Send with WhatsApp", (headline, url) -> "https://wa.me/?text=" + headline + "%20" + url),
	/** Telegram's sharing button. */
	TELEGRAM("Send with Telegram", (headline, url) -> "https://t.me/share/url?url=" + url + "&text=" + headline),
	/** Reddit's submission form. */
	REDDIT("Post to Reddit", (headline, url) -> "https://www.reddit.com/submit?url=" + url + "&title=" + headline),
	/** Bluesky's action intents. */
	BLUESKY("Share on Bluesky", (headline, url) -> "https://bsky.app/intent/compose?text=" + headline + "%20" + url),
	/** Threads' web intents. */
	THREADS("Share on Threads",
			(headline, url) -> "https://www.threads.com/intent/post?text=" + headline + "&url=" + url),
	/** A mail as RFC 6068 addresses it. */
	EMAIL("Send by e-mail",
			(headline, url) -> "mailto:?subject=" + headline + "&body=" + headline + "%0D%0A%0D%0A" + url),
	/** The article's own address, to be copied. */
	COPY_LINK("Copy link", null),
	/** The article's own address, for the device's share sheet (W3C's Web Share API). */
	NATIVE("Share…", null);

	private final String label;

	private final @Nullable BiFunction<String, String, String> address;

	ShareChannel(String label, @Nullable BiFunction<String, String, String> address) {
		this.label = label;
		this.address = address;
	}

	/** What the button says. */
	String label() {
		return this.label;
	}

	/**
	 * The address that shares an article, ready to open.
	 * @param headline the article's headline
	 * @param url the article's address
	 */
	String address(String headline, String url) {
		return (this.address != null) ? this.address.apply(encode(headline), encode(url)) : url;
	}

	/**
	 * Percent-encoding (RFC 3986) of UTF-8; half a surrogate pair becomes a question
	 * mark.
	 */
	private static String encode(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
