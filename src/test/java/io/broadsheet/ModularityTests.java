package io.broadsheet;

import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(Broadsheet.class);

	@Test
	void everyPackageUsesOnlyWhatItMay() {
		this.modules.verify();
	}

	@Test
	void theHouseHasTheseRoomsAndNoOthers() {
		Set<String> names = this.modules.stream()
			.map(ApplicationModule::getIdentifier)
			.map(Object::toString)
			.collect(Collectors.toSet());
		assertThat(names).containsExactlyInAnyOrder("graph", "store", "access", "media", "section", "author", "topic",
				"article", "search", "related", "share", "editorial", "intake", "gateway");
	}

}
