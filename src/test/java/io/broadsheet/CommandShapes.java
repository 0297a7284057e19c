package io.broadsheet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * The shapes of all commands that look for documents and were sent in this process: what
 * they look for, without the values. Each is kept as the find that does the same.
 */
public final class CommandShapes implements CommandListener {

	/** What every client of a test's store has listen to it. */
	public static final CommandShapes SEEN = new CommandShapes();

	private static final Set<String> LOOKING = Set.of("find", "count", "distinct", "findAndModify", "update", "delete",
			"aggregate");

	private static final BsonDocument ALL = new BsonDocument();

	private final Map<String, BsonDocument> finds = new ConcurrentSkipListMap<>();

	private CommandShapes() {
	}

	/** A find of each shape, by the shape. */
	public Map<String, BsonDocument> finds() {
		return new TreeMap<>(this.finds);
	}

	@Override
	public void commandStarted(CommandStartedEvent event) {
		if (LOOKING.contains(event.getCommandName()) && isSentByTheGateway()) {
			// What the event has is gone when the command was sent.
			note(event.getCommandName(), event.getCommand().clone());
		}
	}

	/** And not by a test, which may look as it likes. */
	private static boolean isSentByTheGateway() {
		return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
			.walk((frames) -> frames.map(StackWalker.StackFrame::getDeclaringClass)
				.filter((type) -> type.getName().startsWith("io.broadsheet.") && type != CommandShapes.class)
				.findFirst()
				.map((type) -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
				.filter((path) -> path.endsWith("/classes/"))
				.isPresent());
	}

	private void note(String name, BsonDocument command) {
		switch (name) {
			case "find" -> note(command, command.getDocument("filter", ALL));
			case "update" -> command.getArray("updates").forEach((update) -> noteWrite(command, update));
			case "delete" -> command.getArray("deletes").forEach((delete) -> noteWrite(command, delete));
			case "aggregate" -> note(command, firstMatch(command.getArray("pipeline")));
			default -> noteUnlessAll(command, command.getDocument("query", ALL));
		}
	}

	/** How many documents there are in all, a store knows without looking. */
	private void noteUnlessAll(BsonDocument command, BsonDocument query) {
		if (!query.isEmpty()) {
			note(command, query);
		}
	}

	private void noteWrite(BsonDocument command, BsonValue write) {
		note(command, write.asDocument().getDocument("q"));
	}

	private static BsonDocument firstMatch(List<BsonValue> pipeline) {
		return pipeline.isEmpty() ? ALL : pipeline.getFirst().asDocument().getDocument("$match", ALL);
	}

	private void note(BsonDocument command, BsonDocument filter) {
		BsonDocument find = new BsonDocument("find", command.get(command.getFirstKey())).append("filter",
				filter.clone());
		if (!command.getDocument("sort", ALL).isEmpty()) {
			find.append("sort", command.get("sort"));
		}
		if (command.containsKey("limit")) {
			find.append("limit", new BsonInt32(1));
		}
		this.finds.putIfAbsent(command.getFirstKey() + " " + shape(find), find);
	}

	private static BsonDocument shape(BsonDocument find) {
		BsonDocument shape = new BsonDocument();
		find.forEach((name, value) -> shape.append(name,
				Set.of("find", "sort", "limit").contains(name) ? value : shape(value)));
		return shape;
	}

	private static BsonValue shape(BsonValue value) {
		if (value instanceof BsonDocument document) {
			BsonDocument shape = new BsonDocument();
			document.forEach((name, inner) -> shape.append(name, shape(inner)));
			return shape;
		}
		if (value instanceof BsonArray array && array.stream().anyMatch(BsonValue::isDocument)) {
			return new BsonArray(array.stream().map(CommandShapes::shape).distinct().toList());
		}
		return new BsonString(value.getBsonType().name());
	}

}
