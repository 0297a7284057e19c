package io.broadsheet.related;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.broadsheet.related.Judgements.Result;

import org.springframework.web.util.HtmlUtils;

/**
 * A page for people who would rather look: the queries that were answered best and worst,
 * side by side.
 *
 * @param results all results
 * @param stories what is known of the articles by slug
 */
record RelevanceReport(List<Result> results, Map<String, RelevanceMeasure.Story> stories) {

	private static final int SHOWN = 20;

	void write(Path file, RelevanceTable table) throws IOException {
		List<Result> ordered = new ArrayList<>(this.results);
		ordered.sort(Comparator.comparingDouble(Result::ndcg).reversed());
		int shown = Math.min(SHOWN, ordered.size());
		StringBuilder page = new StringBuilder(
				"""
						<!doctype html><html lang="en"><meta charset="utf-8"><title>Related stories, measured</title>
						<style>body{font:15px/1.45 system-ui;margin:2rem;max-width:80rem}main{display:grid;grid-template-columns:1fr 1fr;gap:2rem}
						b{color:#06692e}li{margin:.1rem 0}pre{background:#f4f4f0;padding:1rem}article{border-top:1px solid #bbb;padding:.5rem 0}
						small{color:#555}</style><h1>Related stories, measured</h1>
						<p>Bold: judged related, with its grade. What is not bold may be related too; nobody judged it.</p><pre>""");
		page.append(HtmlUtils.htmlEscape(table.toString())).append("</pre><main><section><h2>The best</h2>");
		ordered.subList(0, shown).forEach((result) -> append(page, result));
		page.append("</section><section><h2>The worst</h2>");
		ordered.reversed().subList(0, shown).forEach((result) -> append(page, result));
		Files.createDirectories(file.toAbsolutePath().getParent());
		Files.writeString(file, page.append("</section></main></html>\n"));
	}

	private void append(StringBuilder page, Result result) {
		page.append("<article><h3>%s</h3><small>nDCG@5 %.3f</small><ol>".formatted(headline(result.query()),
				result.ndcg()));
		result.answer().stream().limit(5).forEach((slug) -> page.append("<li>").append(marked(slug, result)));
		page.append("</ol><small>Missing:</small><ul>");
		result.relevant()
			.keySet()
			.stream()
			.filter((slug) -> !result.answer().stream().limit(5).toList().contains(slug))
			.forEach((slug) -> page.append("<li>").append(marked(slug, result)));
		page.append("</ul></article>\n");
	}

	private String marked(String slug, Result result) {
		Integer grade = result.relevant().get(slug);
		return (grade != null) ? "<b>%s (%d)</b>".formatted(headline(slug), grade) : headline(slug);
	}

	private String headline(String slug) {
		RelevanceMeasure.Story story = this.stories.get(slug);
		return HtmlUtils.htmlEscape((story != null) ? story.headline() : slug);
	}

}
