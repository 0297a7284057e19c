package io.broadsheet.store;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientException;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.bson.codecs.configuration.CodecRegistries;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Connects to the store: the one that is set, or the embedded one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
class StoreConfiguration {

	private static final String DEFAULT_DATABASE = "broadsheet";

	/**
	 * A request that cannot be answered is told so soon; the driver goes on looking for
	 * the store.
	 */
	private static final int SELECTION_MILLIS = 800;

	private static final int CONNECT_MILLIS = 2_000;

	/** How long a request waits for a connection while all are in use. */
	private static final int WAIT_MILLIS = 800;

	private static final int READ_MILLIS = 15_000;

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	MongoConnectionDetails connectionDetails(StoreSettings settings, Optional<EmbeddedStore> embedded) {
		ConnectionString connection = embedded.map(EmbeddedStore::connection).orElseGet(() -> connection(settings));
		return () -> connection;
	}

	/** What the connection string does not say itself. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	MongoClientSettingsBuilderCustomizer storeDefaults(MongoConnectionDetails details) {
		return (builder) -> applyDefaults(builder, details.getConnectionString());
	}

	@Bean
	MongoDatabase database(MongoClient client, MongoConnectionDetails details, StoreSettings settings,
			StoreWatch watch) {
		String name = details.getConnectionString().getDatabase();
		MongoDatabase database = client.getDatabase((name != null) ? name : DEFAULT_DATABASE);
		return settings.isEmbedded() ? database : GatewayDatabase.of(database, settings.requestPatience(), watch);
	}

	private static void applyDefaults(MongoClientSettings.Builder builder, ConnectionString given) {
		builder.codecRegistry(CodecRegistries.fromRegistries(CodecRegistries.fromCodecs(new StoredDocumentCodec()),
				MongoClientSettings.getDefaultCodecRegistry()));
		if (given.getServerSelectionTimeout() == null) {
			builder.applyToClusterSettings(
					(cluster) -> cluster.serverSelectionTimeout(SELECTION_MILLIS, TimeUnit.MILLISECONDS));
		}
		if (given.getConnectTimeout() == null) {
			builder.applyToSocketSettings((socket) -> socket.connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS));
		}
		if (given.getSocketTimeout() == null) {
			builder.applyToSocketSettings((socket) -> socket.readTimeout(READ_MILLIS, TimeUnit.MILLISECONDS));
		}
		if (given.getMaxWaitTime() == null) {
			builder.applyToConnectionPoolSettings((pool) -> pool.maxWaitTime(WAIT_MILLIS, TimeUnit.MILLISECONDS));
		}
		if (given.getWriteConcern() == null) {
			builder.writeConcern(WriteConcern.MAJORITY.withJournal(true));
		}
	}

	private static ConnectionString connection(StoreSettings settings) {
		try {
			return new ConnectionString(String.valueOf(settings.mongodbUri()));
		}
		catch (IllegalArgumentException ex) {
			// What the driver says of it can have a part of the password in it.
			throw new UnusableStore("The setting BROADSHEET_MONGODB_URI is not a MongoDB connection string,"
					+ " such as mongodb://user:password@host:27017/broadsheet; special characters in a user"
					+ " or password are to be percent-encoded.", null);
		}
		catch (MongoClientException ex) {
			throw new UnusableStore("The host that BROADSHEET_MONGODB_URI names is not to be found in DNS,"
					+ " where a connection string that begins with mongodb+srv:// has it looked up.", null);
		}
	}

}
