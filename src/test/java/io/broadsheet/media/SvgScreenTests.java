package io.broadsheet.media;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class SvgScreenTests {

	private static final String NAMESPACE = "xmlns=\"http://www.w3.org/2000/svg\"";

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<script href='#x'/>", "<g onload='alert(1)'/>",
			"<g ONLOAD='alert(1)'/>", "<animate onbegin='alert(1)' attributeName='x'/>",
			"<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>",
			"<g><iframe xmlns='http://www.w3.org/1999/xhtml' src='https://evil.example'/></g>",
			"<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>", "<handler>alert(1)</handler>",
			"<audio src='a.mp3'/>", "<a href='javascript:alert(1)'><text>x</text></a>",
			"<a xlink:href='&#x6a;avascript:alert(1)'><text>x</text></a>",
			"<a><set attributeName='href' to='javascript:alert(1)'/></a>",
			"<a><animate attributeName='xlink:href' values='javascript:alert(1)'/></a>",
			"<set attributeName='onclick' to='alert(1)'/>" })
	void whatCouldRunIsRefused(String elements) {
		assertUnsafe(elements);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<image href='https://evil.example/pixel.png'/>", "<image xlink:href='//evil.example/p'/>",
			"<image href='/etc/passwd'/>", "<use href='other.svg#part'/>",
			"<use href='data:image/svg+xml,%3Csvg/%3E'/>", "<rect fill='url(https://evil.example/#p)'/>",
			"<rect style='fill:url( \"//evil.example\" )'/>", "<rect style='fill:\\75rl(//evil.example)'/>",
			"<rect style='fill:\\000075 rl(//evil.example)'/>", "<style>@import 'https://evil.example/a.css';</style>",
			"<style>@\\69mport '//evil.example';</style>", "<style>@im<![CDATA[port '//evil.example']]></style>",
			"<style>@im<style/>port '//evil.example'</style>",
			"<style>a{background:image-set('//evil.example' 1x)}</style>",
			"<style>@font-face{src:url(data:font/woff2;base64,AAAA)}</style>", "<g xml:base='https://evil.example/'/>",
			"<image href='&#10;https://evil.example/'/>" })
	void whatLoadsFromElsewhereIsRefused(String elements) {
		assertUnsafe(elements);
	}

	@Test
	void aStyleSheetFromElsewhereIsRefused() {
		assertRefused("<?xml-stylesheet href='https://evil.example/a.css'?><svg " + NAMESPACE + "/>",
				RefusedPicture.Reason.UNSAFE);
	}

	@Test
	void anEntityBombIsRefusedAtOnce() {
		StringBuilder bomb = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 'ha'>");
		for (int i = 1; i < 40; i++) {
			bomb.append("<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
		}
		bomb.append("]><svg %s><text>&a39;</text></svg>".formatted(NAMESPACE));
		assertTimeoutPreemptively(Duration.ofSeconds(5),
				() -> assertRefused(bomb.toString(), RefusedPicture.Reason.UNSAFE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE svg [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
			"<!DOCTYPE svg [<!ENTITY % e SYSTEM 'http://evil.example/e.dtd'> %e;]>",
			"<!DOCTYPE svg [<!ENTITY e 'inner'>]>" })
	void entitiesAreRefused(String doctype) {
		assertRefused(doctype + "<svg " + NAMESPACE + "><text>&e;</text></svg>", RefusedPicture.Reason.UNSAFE);
	}

	@Test
	void anAttributeThatTheDoctypeAddsIsScreenedToo() {
		assertRefused("<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]><svg " + NAMESPACE + "/>",
				RefusedPicture.Reason.UNSAFE);
	}

	@Test
	void theDoctypeThatOldEditorsWriteIsNeitherFetchedNorRefused() throws RefusedPicture {
		assertSize(6, 4,
				"<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\""
						+ " \"http://127.0.0.1:9/svg11.dtd\">\n<!-- Made by hand -->\n<svg " + NAMESPACE
						+ " width=\"6\" height=\"4\"/>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<defs><linearGradient id='a'/></defs><rect fill='url(#a)' style='stroke:url(\"#a\")'/>",
			"<use xlink:href='#part'/>", "<use href='#part'/>", "<a href=''/>",
			"<image href='data:image/png;base64,iVBORw0KGgo='/>", "<style>.a{fill:red;font-family:'A\\, B'}</style>",
			"<metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:li r:resource='https://creativecommons.org/'/></r:RDF></metadata>",
			"<e:view xmlns:e='http://www.inkscape.org/namespaces/inkscape' onload='kept apart' href='a.svg'/>",
			"<text>Once upon a time: curl (not url) is on!</text>", "<animate attributeName='opacity' to='1'/>" })
	void whatOnlyDrawsPasses(String elements) throws RefusedPicture {
		assertThat(PictureInspection.of(SamplePictures.svg(elements)).type()).isEqualTo(PictureType.SVG);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			width='60' height='40'                          | 60  | 40
			width='60px' height='40.4px'                    | 60  | 40
			width='72pt' height='1in'                       | 96  | 96
			width='2.54cm' height='25.4mm'                  | 96  | 96
			width='1e2' height='+50'                        | 100 | 50
			width='0.2' height='0.2'                        | 1   | 1
			viewBox='0 0 640 480'                           | 640 | 480
			viewBox='-10,-10, 64.0 , 48'                    | 64  | 48
			width='100%' height='100%' viewBox='0 0 30 20'  | 30  | 20
			width='300' viewBox='0 0 30 20'                 | 300 | 200
			height='200' viewBox='0 0 30 20'                | 300 | 200
			width='60' height='40' viewBox='0 0 3 3'        | 60  | 40
			""")
	void theSizeIsTheOneItWantsToBeShownAt(String attributes, int width, int height) throws RefusedPicture {
		assertSize(width, height, "<svg %s %s/>".formatted(NAMESPACE, attributes));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "width='100%'", "width='60'", "viewBox='0 0 0 0'", "viewBox='0 0 10'",
			"width='-1' height='4'", "width='wide' height='high'", "width='1e9' height='999999999e9'" })
	void withoutASizeItIsRefused(String attributes) {
		assertRefused("<svg %s %s/>".formatted(NAMESPACE, attributes), RefusedPicture.Reason.DAMAGED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ISO-8859-1", "UTF-8", "windows-1252" })
	void theEncodingThatItSaysIsUnderstood(String encoding) throws RefusedPicture {
		String svg = "<?xml version=\"1.0\" encoding=\"%s\"?><svg %s width=\"6\" height=\"4\"><title>Café</title></svg>"
			.formatted(encoding, NAMESPACE);
		assertThat(PictureInspection.of(svg.getBytes(Charset.forName(encoding))).width()).isEqualTo(6);
	}

	@Test
	void bytesThatAreNotInItsEncodingAreRefused() {
		byte[] svg = "<svg %s width=\"6\" height=\"4\"><title>Café</title></svg>".formatted(NAMESPACE)
			.getBytes(StandardCharsets.ISO_8859_1);
		PictureInspectionTests.assertRefused(svg, RefusedPicture.Reason.DAMAGED);
	}

	@Test
	void aByteOrderMarkMakesNoDifference() throws RefusedPicture {
		assertSize(6, 4, "\ufeff<svg " + NAMESPACE + " width=\"6\" height=\"4\"/>");
	}

	@Test
	void aLongHostileStyleIsReadInNoTime() {
		String style = "<style>" + "url(".repeat(10) + " ".repeat(2_000_000) + "\\".repeat(1_000_000) + "</style>";
		assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertUnsafe(style));
	}

	private static void assertUnsafe(String elements) {
		PictureInspectionTests.assertRefused(SamplePictures.svg(elements), RefusedPicture.Reason.UNSAFE);
	}

	private static void assertRefused(String svg, RefusedPicture.Reason reason) {
		PictureInspectionTests.assertRefused(SamplePictures.bytes(svg), reason);
	}

	private static void assertSize(int width, int height, String svg) throws RefusedPicture {
		assertThat(PictureInspection.of(SamplePictures.bytes(svg)))
			.isEqualTo(new PictureInspection(PictureType.SVG, width, height));
	}

}
