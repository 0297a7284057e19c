package io.broadsheet.gateway;

import java.net.InetAddress;
import java.util.List;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one client may ask for in a minute. A client is who has proved a name, or else
 * who has a network address.
 *
 * @param cost what its operations may cost together; as much may be asked for at once
 * @param strict how often it may ask for what the schema marks by {@code @rateLimited}
 * @param exempt the networks that are not limited: the site's own servers
 * @param trustedProxies the networks whose word on whom they forward is taken
 */
@Validated
@ConfigurationProperties("broadsheet.rate")
record RateSettings(@DefaultValue("600000") @Positive long cost, @DefaultValue("60") @Positive int strict,
		@DefaultValue( {
				"127.0.0.0/8", "::1" }) List<String> exempt,
		@DefaultValue List<String> trustedProxies){

	RateSettings {
		exempt = List.copyOf(exempt);
		trustedProxies = List.copyOf(trustedProxies);
		Network.parse("broadsheet.rate.exempt", exempt);
		Network.parse("broadsheet.rate.trusted-proxies", trustedProxies);
	}

	/** The networks that are not limited. */
	List<Network> exemptNetworks() {
		return Network.parse("broadsheet.rate.exempt", this.exempt);
	}

	/** The networks of proxies. */
	List<Network> proxies() {
		return Network.parse("broadsheet.rate.trusted-proxies", this.trustedProxies);
	}

	/** Whether an address is in one of some networks. */
	static boolean isIn(List<Network> networks, InetAddress address) {
		return networks.stream().anyMatch((network) -> network.has(address));
	}

}
