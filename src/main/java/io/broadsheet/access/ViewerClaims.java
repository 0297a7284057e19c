package io.broadsheet.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.broadsheet.graph.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Reads a viewer from the claims of a token.
 *
 * @param permissions the claim that has the permissions, as an array or parted by spaces;
 * if there is none of this name, its dots lead through objects
 */
record ViewerClaims(String permissions) {

	private static final List<String> NAMES = List.of("name", "preferred_username", "email", "sub");

	private static final int MAX_NAME = 200;

	/**
	 * The viewer.
	 * @throws Problem.Unauthenticated if the token does not say whose it is
	 */
	Viewer viewer(Jwt token) {
		String name = NAMES.stream()
			.map((claim) -> text(token.getClaims().get(claim)))
			.filter((text) -> !text.isEmpty())
			.findFirst()
			.orElseThrow(() -> Problem.Unauthenticated.because("The token does not say whose it is, by name or sub."));
		return new Viewer(name, granted(token.getClaims()), token.getExpiresAt());
	}

	/** A name is shown and logged: it is one line, and no longer than names are. */
	private static String text(@Nullable Object claim) {
		String text = (claim instanceof String string) ? string.replaceAll("\\p{C}", " ").strip() : "";
		return text.substring(0, Math.min(text.length(), MAX_NAME));
	}

	private Set<Permission> granted(Map<String, Object> claims) {
		Set<String> granted = words(find(claims)).collect(Collectors.toSet());
		return Arrays.stream(Permission.values())
			.filter((permission) -> granted.contains(permission.name()))
			.collect(Collectors.toSet());
	}

	private @Nullable Object find(Map<String, Object> claims) {
		if (claims.containsKey(this.permissions)) {
			return claims.get(this.permissions);
		}
		Object at = claims;
		for (String step : this.permissions.split("\\.", -1)) {
			at = (at instanceof Map<?, ?> object) ? object.get(step) : null;
		}
		return at;
	}

	private static Stream<String> words(@Nullable Object claim) {
		return switch (claim) {
			case String text -> Arrays.stream(text.split(" ", -1));
			case Collection<?> list -> list.stream().filter(Objects::nonNull).map(Object::toString);
			case null, default -> Stream.empty();
		};
	}

}
