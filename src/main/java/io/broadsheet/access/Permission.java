package io.broadsheet.access;

import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import org.jspecify.annotations.Nullable;

/** Something that readers may not do, and that is granted to editors one by one. */
public enum Permission {

	/** To write, check and see what is not published. */
	EDIT,

	/** To change what readers see: to publish, schedule, correct and withdraw. */
	PUBLISH,

	/** To keep what all stories share, such as sections, and to see who did what. */
	ADMINISTER;

	/**
	 * What a field of the schema says that it needs.
	 * @param field the field
	 * @return the permission, or null if readers may ask for the field
	 */
	public static @Nullable Permission neededBy(GraphQLFieldDefinition field) {
		GraphQLAppliedDirective declared = field.getAppliedDirective(PermissionCheck.DIRECTIVE);
		return (declared != null) ? valueOf(declared.getArgument("permission").getValue()) : null;
	}

}
