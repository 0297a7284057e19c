package io.broadsheet.graph;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How the value of an argument, which the engine has coerced to the schema's type,
 * becomes what a controller takes. What reflection has to tell of a type is asked for
 * once, and not with each request.
 */
@FunctionalInterface
interface InputType {

	/** What the engine makes of scalars, which is taken as it is. */
	Set<Class<?>> SCALARS = Set.of(String.class, Integer.class, Boolean.class, Double.class);

	/**
	 * The value that a controller takes.
	 * @param coerced the engine's value, which may be null
	 */
	@Nullable Object read(@Nullable Object coerced);

	/**
	 * How values of a type are read.
	 * @param type scalars, enumerations, records of such, and lists of such
	 * @return how, or null for another type
	 */
	static @Nullable InputType of(Type type) {
		if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
			InputType element = of(list.getActualTypeArguments()[0]);
			return (element != null) ? (coerced) -> list(coerced, element) : null;
		}
		if (!(type instanceof Class<?> one)) {
			return null;
		}
		if (one == Instant.class) {
			return (coerced) -> (coerced != null) ? ((OffsetDateTime) coerced).toInstant() : null;
		}
		if (one.isEnum()) {
			return ofEnum(one);
		}
		if (one.isRecord()) {
			return ofRecord(one);
		}
		return SCALARS.contains(one) ? one::cast : null;
	}

	private static @Nullable Object list(@Nullable Object coerced, InputType element) {
		if (coerced == null) {
			return null;
		}
		List<@Nullable Object> values = new ArrayList<>();
		((Collection<?>) coerced).forEach((value) -> values.add(element.read(value)));
		return values;
	}

	private static InputType ofEnum(Class<?> type) {
		Map<String, Object> constants = new HashMap<>();
		for (Object constant : type.getEnumConstants()) {
			constants.put(((Enum<?>) constant).name(), constant);
		}
		return (coerced) -> (coerced instanceof String name) ? Objects.requireNonNull(constants.get(name)) : coerced;
	}

	private static @Nullable InputType ofRecord(Class<?> type) {
		RecordComponent[] components = type.getRecordComponents();
		List<String> names = new ArrayList<>();
		List<InputType> types = new ArrayList<>();
		for (RecordComponent component : components) {
			InputType of = of(component.getGenericType());
			if (of == null) {
				return null;
			}
			names.add(component.getName());
			types.add(of);
		}
		Constructor<?> constructor = constructor(type, components);
		return (coerced) -> (coerced instanceof Map<?, ?> fields) ? record(constructor, names, types, fields) : null;
	}

	private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
		try {
			Constructor<?> canonical = type.getDeclaredConstructor(
					Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
			canonical.setAccessible(true);
			return canonical;
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException("A record without its canonical constructor: " + type, ex);
		}
	}

	private static Object record(Constructor<?> constructor, List<String> names, List<InputType> types,
			Map<?, ?> fields) {
		@Nullable Object[] values = new @Nullable Object[names.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = types.get(i).read(fields.get(names.get(i)));
		}
		try {
			return constructor.newInstance(values);
		}
		catch (InvocationTargetException ex) {
			if (ex.getCause() instanceof RuntimeException thrown) {
				throw thrown;
			}
			throw new IllegalStateException(ex);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
