package io.broadsheet;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import org.bson.BsonDocument;

import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What the gateway sends to the store, heard at the driver. */
@TestConfiguration(proxyBeanMethods = false)
public class StoreCommands implements CommandListener {

	private static final Set<String> OF_THE_DRIVER = Set.of("hello", "isMaster", "ping", "endSessions");

	private final List<BsonDocument> started = new CopyOnWriteArrayList<>();

	@Bean
	MongoClientSettingsBuilderCustomizer listening() {
		return (builder) -> builder.addCommandListener(this).addCommandListener(CommandShapes.SEEN);
	}

	@Override
	public void commandStarted(CommandStartedEvent event) {
		if (!OF_THE_DRIVER.contains(event.getCommandName()) && !isScheduled()) {
			this.started.add(event.getCommand().clone());
		}
	}

	/** The feed is read on a schedule, whatever a test does meanwhile. */
	private static boolean isScheduled() {
		return Thread.currentThread().getName().startsWith("scheduling-");
	}

	/**
	 * What is sent while something is done.
	 * @param work what is done
	 * @return the commands in order
	 */
	public List<BsonDocument> during(Runnable work) {
		int before = this.started.size();
		work.run();
		return List.copyOf(this.started).subList(before, this.started.size());
	}

}
