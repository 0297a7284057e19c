package io.broadsheet.access;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import org.jspecify.annotations.Nullable;

/**
 * Whoever signs editors' tokens, as it describes itself at its well-known addresses. It
 * is asked when it is first needed, and again until it has answered, so that the gateway
 * starts without it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414">RFC 8414</a>
 */
class Issuer {

	private static final int TIMEOUT_MILLIS = 2_000;

	private static final int MAX_BYTES = 256 * 1024;

	/** For documents of issuers, which are small and answered at once. */
	static final ResourceRetriever RETRIEVER = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES);

	/** For requests of other kinds to issuers. */
	static final Duration TIMEOUT = Duration.ofMillis(TIMEOUT_MILLIS);

	private final String uri;

	private volatile @Nullable Map<String, Object> description;

	Issuer(String uri) {
		this.uri = uri;
	}

	/** Whether a name is this issuer's; a slash at its end makes no difference. */
	boolean isCalled(@Nullable Object name) {
		return name != null && withoutSlash(this.uri).equals(withoutSlash(name.toString()));
	}

	/**
	 * Where something of the issuer is.
	 * @param what its name in RFC 8414, such as {@code jwks_uri}
	 * @throws IOException if the issuer does not answer, or does not say
	 */
	URI endpoint(String what) throws IOException {
		Object address = description().get(what);
		if (address == null) {
			throw new IOException("The issuer " + this.uri + " has no " + what);
		}
		return URI.create(address.toString());
	}

	private Map<String, Object> description() throws IOException {
		Map<String, Object> known = this.description;
		if (known == null) {
			known = describe();
			this.description = known;
		}
		return known;
	}

	private Map<String, Object> describe() throws IOException {
		IOException failure = new IOException("The issuer " + this.uri + " does not describe itself");
		for (URI address : addresses()) {
			try {
				Map<String, Object> found = read(address.toURL());
				if (isCalled(found.get("issuer"))) {
					return found;
				}
				failure.addSuppressed(new IOException(address + " describes " + found.get("issuer")));
			}
			catch (IOException | ParseException ex) {
				failure.addSuppressed(ex);
			}
		}
		throw failure;
	}

	private static Map<String, Object> read(URL address) throws IOException, ParseException {
		return JSONObjectUtils.parse(RETRIEVER.retrieveResource(address).getContent());
	}

	private List<URI> addresses() {
		URI issuer = URI.create(withoutSlash(this.uri));
		String path = issuer.getRawPath();
		return List.of(URI.create(issuer + "/.well-known/openid-configuration"),
				issuer.resolve("/.well-known/oauth-authorization-server" + path),
				issuer.resolve("/.well-known/openid-configuration" + path));
	}

	private static String withoutSlash(String address) {
		return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
	}

	@Override
	public String toString() {
		return this.uri;
	}

}
