package io.broadsheet.gateway;

import java.io.IOException;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/**
 * Sends operations away while the gateway has more than it can do, before the server has
 * made a chain of filters for them: what is spent on them is missing for those that are
 * answered. A page of another origin is left to {@link LoadFilter}, since it may read the
 * answer only with headers that a filter writes.
 */
class LoadValve extends ValveBase {

	private final Load load;

	LoadValve(Load load) {
		super(true);
		this.load = load;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (!response.isError() && isOperation(request) && this.load.sendsAway()) {
			SecurityHeaders.write(response);
			SentAway.OVERLOADED.answer(request, response);
		}
		else {
			getNext().invoke(request, response);
		}
	}

	private static boolean isOperation(Request request) {
		String address = request.getRequestURI();
		String method = request.getMethod();
		return address != null && (address.equals("/graphql") || address.startsWith("/graphql/"))
				&& (HttpMethod.POST.name().equals(method) || HttpMethod.GET.name().equals(method))
				&& request.getHeader(HttpHeaders.ORIGIN) == null && !SentAway.isStream(request);
	}

}
