package io.broadsheet.access;

import io.broadsheet.GatewayTest;
import io.broadsheet.GraphQlClient;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@GatewayTest
class ViewerTests {

	private static final String VIEWER = "{ viewer { name permissions } }";

	@Autowired
	private GraphQlClient client;

	@Test
	void withoutATokenTheViewerIsAReader() {
		assertThat(this.client.ask(VIEWER).at("/data/viewer")).hasToString("{\"name\":null,\"permissions\":[]}");
	}

	@Test
	void anEditorHasANameAndPermissions() {
		assertThat(this.client.as("Nell Abara", Permission.PUBLISH, Permission.EDIT).ask(VIEWER).at("/data/viewer"))
			.hasToString("{\"name\":\"Nell Abara\",\"permissions\":[\"EDIT\",\"PUBLISH\"]}");
	}

}
