package io.broadsheet.store;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where documents are stored.
 *
 * @param mongodbUri the connection string of MongoDB, or of what speaks its protocol;
 * without it the gateway has a store of its own
 * @param dataDir the folder of the embedded store's file and of the index
 * @param maxLag an instance that is further behind what others wrote is not ready
 * @param requestPatience how long a request waits for an answer of the store
 */
@ConfigurationProperties("broadsheet")
record StoreSettings(@Nullable String mongodbUri, @DefaultValue("data") Path dataDir,
		@DefaultValue("10s") Duration maxLag, @DefaultValue("800ms") Duration requestPatience) {

	boolean isEmbedded() {
		return this.mongodbUri == null || this.mongodbUri.isBlank();
	}

	/** Names no value: the connection string has a password in it. */
	@Override
	public String toString() {
		return "StoreSettings[embedded=" + isEmbedded() + ", dataDir=" + this.dataDir + "]";
	}

}
