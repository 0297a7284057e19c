package io.broadsheet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against the whole gateway over HTTP, with a store of its own that begins
 * empty: the embedded one, or a database on the real one. All classes with this
 * annotation share one gateway: each publishes its own content through {@link Newsroom}
 * and asks through {@link GraphQlClient}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "broadsheet.sample=false", "broadsheet.site-url=https://tollingford.example" })
@ContextConfiguration(initializers = StoreOfItsOwn.class)
@Import({ GraphQlClient.class, Editors.class, Newsroom.class, StoreCommands.class, TestClock.class,
		InspectedSchema.class })
public @interface GatewayTest {

}
