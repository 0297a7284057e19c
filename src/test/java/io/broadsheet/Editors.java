package io.broadsheet;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import io.broadsheet.access.Permission;
import io.broadsheet.access.Viewer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** The editors as whom tests act, by {@link GraphQlClient#as}. */
@TestComponent
public class Editors extends OncePerRequestFilter {

	private static final String PREFIX = "Bearer test.";

	/**
	 * A token that the gateway under test takes.
	 * @param name the editor's name
	 * @param permissions what the editor may do
	 * @return the token
	 */
	public String token(String name, Permission... permissions) {
		return "test." + name + "." + Arrays.stream(permissions).map(Enum::name).collect(Collectors.joining(","));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String header = request.getHeader(HttpHeaders.AUTHORIZATION);
		if (header != null && header.startsWith(PREFIX)) {
			request.setAttribute(Viewer.ATTRIBUTE, viewer(header.substring(PREFIX.length()).split("\\.", 2)));
		}
		chain.doFilter(request, response);
	}

	private static Viewer viewer(String[] parts) {
		Set<Permission> permissions = Arrays.stream(parts[1].split(","))
			.filter((name) -> !name.isEmpty())
			.map(Permission::valueOf)
			.collect(Collectors.toSet());
		return new Viewer(parts[0], permissions, null);
	}

}
