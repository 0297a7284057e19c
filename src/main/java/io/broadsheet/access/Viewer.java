package io.broadsheet.access;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import graphql.GraphQLContext;
import jakarta.servlet.ServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.graphql.server.WebGraphQlRequest;

/**
 * Whoever sent a request: a reader, or an editor who has proved it.
 *
 * @param name the editor's name; null for a reader
 * @param permissions what the editor may do, in the order in which permissions are
 * declared
 * @param expiresAt when the proof ends, and with it whatever is kept open on its
 * strength; null if it does not
 */
public record Viewer(@Nullable String name, Set<Permission> permissions, @Nullable Instant expiresAt) {

	/** Somebody who has proved nothing, and may do what all may. */
	public static final Viewer READER = new Viewer(null, Set.of(), null);

	/**
	 * The attribute of a servlet's request, and of a {@link WebGraphQlRequest}, that has
	 * its viewer.
	 */
	public static final String ATTRIBUTE = Viewer.class.getName();

	public Viewer {
		permissions = Collections
			.unmodifiableSet(permissions.isEmpty() ? EnumSet.noneOf(Permission.class) : EnumSet.copyOf(permissions));
	}

	/**
	 * Who a field is answered to.
	 * @param context the operation's context
	 * @return its viewer
	 */
	public static Viewer in(GraphQLContext context) {
		return context.getOrDefault(Viewer.class, READER);
	}

	/**
	 * Who sent a request that is on its way to GraphQL.
	 * @param request the request
	 * @return its viewer
	 */
	public static Viewer of(WebGraphQlRequest request) {
		return (request.getAttributes().get(ATTRIBUTE) instanceof Viewer viewer) ? viewer : READER;
	}

	/**
	 * Who sent a request over HTTP.
	 * @param request the request, once it is known who sent it
	 * @return its viewer
	 */
	public static Viewer of(ServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof Viewer viewer) ? viewer : READER;
	}

	/**
	 * Whether something is permitted.
	 * @param permission what it needs
	 * @return whether the viewer has that
	 */
	public boolean may(Permission permission) {
		return this.permissions.contains(permission);
	}

	/**
	 * Whether this is one of those who make the paper.
	 * @return true if the viewer has any permission
	 */
	public boolean isEditor() {
		return !this.permissions.isEmpty();
	}

	/**
	 * Whether this is nobody in particular.
	 * @return true for whoever has proved nothing
	 */
	public boolean isReader() {
		return this.name == null;
	}

}
