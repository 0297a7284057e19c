package io.broadsheet.access;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

/**
 * The keys with which tokens are signed, fetched when they are needed, kept for a while,
 * and fetched again when a token was signed by none of them, since keys are replaced now
 * and then. While they cannot be fetched those that are known go on to be used.
 */
class KeySet implements JWKSource<SecurityContext> {

	private static final long KEPT_MILLIS = Duration.ofMinutes(5).toMillis();

	private static final long KEPT_IN_NEED_MILLIS = Duration.ofHours(1).toMillis();

	private static final long PATIENCE_MILLIS = 5_000;

	/** Tokens of strangers must not make the gateway a nuisance to the issuer. */
	private static final long FETCH_INTERVAL_MILLIS = 1_000;

	/**
	 * Where the keys are.
	 */
	interface Address {

		URI get() throws IOException;

	}

	private final JWKSetSource<SecurityContext> keys;

	KeySet(Address address) {
		JWKSource<SecurityContext> source = JWKSourceBuilder.create(new Fetching(address))
			.retrying(true)
			.outageTolerant(KEPT_IN_NEED_MILLIS)
			.rateLimited(FETCH_INTERVAL_MILLIS)
			.refreshAheadCache(false)
			.cache(KEPT_MILLIS, PATIENCE_MILLIS)
			.build();
		this.keys = ((JWKSetBasedJWKSource<SecurityContext>) source).getJWKSetSource();
	}

	@Override
	public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
		JWKSet known = fetch(JWKSetCacheRefreshEvaluator.noRefresh(), context);
		List<JWK> selected = selector.select(known);
		if (!selected.isEmpty()) {
			return selected;
		}
		try {
			return selector.select(fetch(JWKSetCacheRefreshEvaluator.referenceComparison(known), context));
		}
		catch (RateLimitReachedException ex) {
			return selected;
		}
	}

	/**
	 * Fetches the keys anew, if that was not done just now.
	 * @return whether it was done
	 */
	boolean refresh() throws KeySourceException {
		try {
			fetch(JWKSetCacheRefreshEvaluator.forceRefresh(), null);
			return true;
		}
		catch (RateLimitReachedException ex) {
			return false;
		}
	}

	private JWKSet fetch(JWKSetCacheRefreshEvaluator when, @Nullable SecurityContext context)
			throws KeySourceException {
		return this.keys.getJWKSet(when, System.currentTimeMillis(), context);
	}

	/**
	 * Fetches them from where they are.
	 *
	 * @param address where they are
	 */
	private record Fetching(Address address) implements JWKSetSource<SecurityContext> {

		@Override
		public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator when, long now, @Nullable SecurityContext context)
				throws KeySourceException {
			try {
				return new URLBasedJWKSetSource<>(this.address.get().toURL(), Issuer.RETRIEVER).getJWKSet(when, now,
						context);
			}
			catch (IOException ex) {
				throw new JWKSetRetrievalException("The keys' address cannot be found out", ex);
			}
		}

		@Override
		public void close() {
			// There is nothing to close.
		}

	}

}
