package io.broadsheet.gateway;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code GET /graphql/ID}: a trusted document at an address of its own, which caches know
 * it by.
 */
@Controller
class DocumentController {

	/** The attribute of a request whose address has an id. */
	static final String ATTRIBUTE = DocumentController.class.getName();

	@GetMapping("/graphql/{id}")
	void document(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
			throws ServletException, IOException {
		request.setAttribute(ATTRIBUTE, id);
		request.getRequestDispatcher("/graphql").forward(request, response);
	}

}
