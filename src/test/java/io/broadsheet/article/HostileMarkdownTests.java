package io.broadsheet.article;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import io.broadsheet.graph.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostileMarkdownTests {

	private static final Site SITE = new Site(URI.create("https://paper.example"), "Paper", ZoneId.of("UTC"));

	private static final List<String> NASTY = List.of(
			// scripts, styles and what else is not text
			"<script>alert(1)</script>", "a <script>alert(1)</script> b",
			"<SCRIPT SRC=https://evil.example/x.js></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
			"<script\n>alert(1)</script\n>", "<<script>alert(1)//<</script>",
			"<script>/* <img src=x onerror=alert(1)> */</script>", "<style>@import 'https://evil.example';</style>",
			"<style><img src=x onerror=alert(1)></style>", "<link rel=stylesheet href=https://evil.example/x.css>",
			"<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<base href='javascript:alert(1)//'>",
			"<!--><script>alert(1)</script>-->", "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
			"<? <script>alert(1)</script> ?>", "<![CDATA[<script>alert(1)</script>]]>",
			"<!DOCTYPE html [<!ENTITY x 'y'>]>",
			"<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
			"<template><script>alert(1)</script></template>", "<xmp><script>alert(1)</script></xmp>",
			"<plaintext><script>alert(1)</script>", "<textarea></textarea><script>alert(1)</script>",
			"<title><img src=x onerror=alert(1)></title>",
			// handlers
			"<img src=x onerror=alert(1)>", "<img src='https://a.example/x.png' onload=alert(1)>",
			"<IMG \"\"\"><SCRIPT>alert(1)</SCRIPT>\">", "<img/src=x/onerror=alert(1)>",
			"<img src=x onerror\n=\nalert(1)>", "<b onmouseover=alert(1)>x</b>", "<b/onclick=alert(1)>x",
			"<body onload=alert(1)>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)></video>",
			"<audio src=x onerror=alert(1)>", "<input autofocus onfocus=alert(1)>",
			"<select onfocus=alert(1) autofocus><option>x</select>", "<marquee onstart=alert(1)>x</marquee>",
			"<p style='background:url(javascript:alert(1))'>x</p>", "<div style='width:expression(alert(1))'>x</div>",
			// frames, forms and objects
			"<iframe src='javascript:alert(1)'></iframe>", "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
			"<iframe src=\"https://a.example/&quot;onload=alert(1)\"></iframe>",
			"<object data='data:text/html,x'></object>", "<embed src='javascript:alert(1)'>",
			"<form action='javascript:alert(1)'><button>x</button></form>",
			"<button formaction=javascript:alert(1)>x</button>", "<isindex action=javascript:alert(1) type=image>",
			"<frameset><frame src='javascript:alert(1)'></frameset>", "<portal src='javascript:alert(1)'></portal>",
			// drawings, formulas and mutation
			"<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
			"<svg><animate onbegin=alert(1) attributeName=x>",
			"<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
			"<svg><style><img src=x onerror=alert(1)></style>",
			"<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
			"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
			"<math><annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml></math>",
			"<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
			"<table><td><script>alert(1)</script><tr><p>x</table>", "<a title='</a><img src=x onerror=alert(1)>'>x</a>",
			"<b title=\"`onmouseover=alert(1)\">x</b>", "<abbr title='\"><script>alert(1)</script>'>x</abbr>",
			// addresses
			"[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#115;cript:alert(1))",
			"[x](javascript&colon;alert(1))", "[x](java&Tab;script:alert(1))", "[x](java&NewLine;script:alert(1))",
			"[x](&#1;javascript:alert(1))", "[x](&#x20;javascript:alert(1))", "[x](&nbsp;javascript:alert(1))",
			"[x](\\javascript:alert(1))", "[x](vbscript:msgbox(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)",
			"[x](DATA&#58;text/html,x)", "[x](file:///etc/passwd)", "[x](blob:https://a.example/x)",
			"[x](view-source:x)", "[x](feed:javascript:alert(1))", "[x](jar:javascript:alert(1)!/)",
			"[x](<javascript:alert(1)>)", "<javascript:alert(1)>", "<data:text/html,x>",
			"[x][y]\n\n[y]: javascript:alert(1)", "![x](javascript:alert(1))",
			"![x](data:image/svg+xml,<svg/onload=alert(1)>)", "![x\" onerror=\"alert(1)](https://a.example/y.png)",
			"![x](https://a.example/y.png '\" onerror=\"alert(1)')",
			"[x](https://a.example 'onmouseover=\"alert(1)\"')", "[x](https://a.example/\"onmouseover=\"alert(1))",
			"[x](https://a.example/`onmouseover=`alert(1))", "<a href='java\nscript:alert(1)'>x</a>",
			"<a href='java\tscript:alert(1)'>x</a>", "<a href='\u0001javascript:alert(1)'>x</a>",
			"<a href='javascript\u0000:alert(1)'>x</a>", "<a href=javascript&#58alert(1)>x</a>",
			"<a href='&#106;&#97;vascript:alert(1)'>x</a>",
			"<a href=\"https://a.example\" ping=\"https://evil.example\" target=_blank download>x</a>",
			"<img src=x:x srcset='javascript:alert(1) 1x'>", "<img src='j&#x41vascript:alert(1)'>",
			"<blockquote cite='javascript:alert(1)'>x</blockquote>", "<q cite='javascript:alert(1)'>x</q>",
			"[x](//evil.example)", "[x](/\\\\evil.example)", "[x](https:evil.example)", "[x](http:///evil.example)",
			"https://a.example/\"onmouseover=alert(1)", "www.a.example/<script>", "https://a.example/\u202ejs",
			// names that shadow a page's own
			"<p id=getElementById>x</p>", "<a id=location name=location href=https://a.example>x</a>",
			"<img name=cookie src=https://a.example/x.png>", "<form name=body><input name=firstChild></form>",
			"<h2 id=x class=y name=z>x</h2>", "# location", "# \"><script>alert(1)</script>",
			"[^__proto__]\n\n[^__proto__]: x",
			"[^x]\n\n[^x]: <script>alert(1)</script>[^y]\n\n[^y]: [x](javascript:alert(1))",
			"[^a\"onclick=\"b]\n\n[^a\"onclick=\"b]: x", "<li id=fn-1>x</li><li id=fn-1>y</li>",
			"<section class=footnotes><ol><li id=fn-x>x</ol></section>",
			// code and tables
			"```\"><script>alert(1)</script>\nx\n```", "```js\" onclick=\"alert(1)\nx\n```",
			"`<script>alert(1)</script>`", "    <script>alert(1)</script>",
			"|<script>|a|\n|-|:-:|\n|<img src=x onerror=alert(1)>|[x](javascript:alert(1))|",
			"~~<script>alert(1)</script>~~", "<code class='language-x y'>x</code>",
			"<pre>\n\n<script>alert(1)</script></pre>",
			// odd characters
			"\u0000<script>alert(1)</script>", "<scr\u0000ipt>alert(1)</scr\u0000ipt>",
			"\ufeff<script>alert(1)</script>", "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e",
			"+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "&lt;script&gt;alert(1)&lt;/script&gt;",
			"\ud800 <b>\udc00</b> [x](https://a.example/\ud800)", "<b\u000conclick=alert(1)>x</b>");

	static List<String> nasty() {
		return NASTY;
	}

	@ParameterizedTest
	@MethodSource("nasty")
	void nothingOfItRuns(String markdown) {
		HtmlSafety.check(ArticleBody.of(markdown, SITE), SITE);
	}

	@ParameterizedTest
	@MethodSource("nasty")
	void nothingOfItRunsInsideOtherBlocks(String markdown) {
		String inner = markdown.replace("\n", "\n> ");
		HtmlSafety.check(ArticleBody.of("> " + inner + "\n\n1. " + markdown + "\n\n*" + markdown + "*\n\n<div>\n"
				+ markdown + "\n</div>\n\n## " + markdown, SITE), SITE);
	}

	@Test
	void scriptsAndStylesLeaveNoTextBehind() {
		ArticleBody body = ArticleBody.of("a <script>alert(1)</script>b\n\n<style>p {}</style>\n\nc", SITE);
		assertThat(body.text()).isEqualTo("a b\n\nc");
	}

	@Test
	void whatIsRemovedLeavesItsTextBehind() {
		ArticleBody body = ArticleBody.of(
				"<article><p>one</p><form>two</form></article>\n\n<font color=red>three</font> [four](javascript:x) ![five](data:x)",
				SITE);
		assertThat(body.html()).isEqualTo("<p>one</p>\n<p>two</p>\n<p>three four five</p>");
	}

	@Test
	void anyMixtureOfThemIsSafe() {
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261124);
		List<String> glue = List.of("", " ", "\n", "\n\n", "\n> ", "\n* ", "\n1. ", "*", "**", "`", "[", "](", ")", "<",
				">", "</", "\"", "'", "&", "\\", "|", "\n|-|-|\n", "\n```\n", "\n# ", "![", "<div>", "</div>", "<p>",
				"</p>", "<b>", "<table>", "<!--", "-->", "\n\n    ", "[^a]", "\n\n[^a]: ", "</script>", "</style>",
				"<details>", "<summary>");
		for (int round = 0; round < 4000; round++) {
			StringBuilder markdown = new StringBuilder();
			for (int i = random.nextInt(1, 9); i > 0; i--) {
				markdown.append(piece(NASTY, random)).append(glue.get(random.nextInt(glue.size())));
			}
			assertSafe(markdown.toString());
		}
	}

	private static String piece(List<String> pieces, RandomGenerator random) {
		String piece = pieces.get(random.nextInt(pieces.size()));
		int start = random.nextInt(4) > 0 ? 0 : random.nextInt(piece.length());
		int end = random.nextInt(4) > 0 ? piece.length() : random.nextInt(start, piece.length());
		return piece.substring(start, end);
	}

	private static void assertSafe(String markdown) {
		try {
			HtmlSafety.check(ArticleBody.of(markdown, SITE), SITE);
		}
		catch (AssertionError ex) {
			throw new AssertionError("Unsafe: <<<" + markdown + ">>> " + ex.getMessage(), ex);
		}
	}

}
