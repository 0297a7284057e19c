package io.broadsheet;

import java.util.Set;

import io.broadsheet.access.DevelopmentTokens;
import io.broadsheet.access.Permission;

import org.springframework.boot.test.context.TestComponent;

/** The editors as whom tests act, by {@link GraphQlClient#as}. */
@TestComponent
public class Editors {

	private final DevelopmentTokens tokens;

	Editors(DevelopmentTokens tokens) {
		this.tokens = tokens;
	}

	/**
	 * A token that the gateway under test accepts.
	 * @param name the editor's name
	 * @param permissions what the editor may do
	 * @return the token
	 */
	public String token(String name, Permission... permissions) {
		return this.tokens.make(name, Set.of(permissions));
	}

}
