package io.broadsheet.share;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * A way to pass a story on. Each knows the address that its service documents for links
 * to be shared from other sites.
 */
enum ShareChannel {

	/** X's Web Intents. */
	X("Share on X", "https://x.com/intent/post?text={headline}&url={url}"),
	/** Facebook's sharer. */
	FACEBOOK("Share on Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
	/** LinkedIn's share-offsite. */
	LINKEDIN("Share on LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
	/** WhatsApp's click to chat. */
	WHATSAPP("Send with WhatsApp", "https://wa.me/?text={headline}%20{url}"),
	/** Telegram's sharing button. */
	TELEGRAM("Send with Telegram", "https://t.me/share/url?url={url}&text={headline}"),
	/** Reddit's submission form. */
	REDDIT("Post to Reddit", "https://www.reddit.com/submit?url={url}&title={headline}"),
	/** Bluesky's action intents. */
	BLUESKY("Share on Bluesky", "https://bsky.app/intent/compose?text={headline}%20{url}"),
	/** Threads' web intents. */
	THREADS("Share on Threads", "https://www.threads.com/intent/post?text={headline}&url={url}"),
	/** A mail as RFC 6068 addresses it. */
	EMAIL("Send by e-mail", "mailto:?subject={headline}&body={headline}%0D%0A%0D%0A{url}"),
	/** The article's own address, to be copied. */
	COPY_LINK("Copy link", null),
	/** The article's own address, for the device's share sheet (W3C's Web Share API). */
	NATIVE("Share…", null);

	private final String label;

	private final @Nullable String template;

	ShareChannel(String label, @Nullable String template) {
		this.label = label;
		this.template = template;
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
		if (this.template == null) {
			return url;
		}
		return this.template.replace("{headline}", encode(headline)).replace("{url}", encode(url));
	}

	/**
	 * Percent-encoding (RFC 3986) of UTF-8; half a surrogate pair becomes a question
	 * mark.
	 */
	private static String encode(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
