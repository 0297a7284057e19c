package io.broadsheet.access;

/** Something that readers may not do, and that is granted to editors one by one. */
public enum Permission {

	/** To write, check and see what is not published. */
	EDIT,

	/** To change what readers see: to publish, schedule, correct and withdraw. */
	PUBLISH,

	/** To keep what all stories share, such as sections, and to see who did what. */
	ADMINISTER

}
