package io.broadsheet.graph;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a controller's method that it answers from its field's source and from memory,
 * and needs nothing else: no argument, no context, no store. Such a method is called as a
 * property is read: without what the framework does around methods that may take long,
 * which costs more than such a method's work and comes anew for every object of a list.
 * It is not observed either: what takes time worth measuring is not in memory.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InMemory {

}
