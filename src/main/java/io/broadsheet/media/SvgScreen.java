package io.broadsheet.media;

import java.io.StringReader;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Lets an SVG pass that only draws. What could run a script, embed a page, load something
 * from elsewhere or declare entities is refused rather than taken out, so that nobody
 * publishes a picture that has silently lost a part. Elements of other vocabularies, such
 * as an editor's metadata, are inert and pass.
 */
final class SvgScreen extends DefaultHandler2 {

	private static final String SVG = "http://www.w3.org/2000/svg";

	private static final Set<String> FOREIGN = Set.of("http://www.w3.org/1999/xhtml",
			"http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2001/xml-events");

	/** The elements of SVG 1.1 and 2 that draw, describe or animate. */
	private static final Set<String> ELEMENTS = Set.of("a", "animate", "animateColor", "animateMotion",
			"animateTransform", "circle", "clipPath", "color-profile", "cursor", "defs", "desc", "ellipse", "feBlend",
			"feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting",
			"feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG",
			"feFuncR", "feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset",
			"fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence", "filter", "font",
			"font-face", "font-face-format", "font-face-name", "font-face-src", "font-face-uri", "g", "glyph",
			"glyphRef", "hatch", "hatchpath", "hkern", "image", "line", "linearGradient", "marker", "mask", "mesh",
			"meshgradient", "meshpatch", "meshrow", "metadata", "missing-glyph", "mpath", "path", "pattern", "polygon",
			"polyline", "radialGradient", "rect", "set", "solidcolor", "stop", "style", "svg", "switch", "symbol",
			"text", "textPath", "title", "tref", "tspan", "use", "view", "vkern");

	private static final Set<String> ANIMATIONS = Set.of("animate", "animateColor", "animateMotion", "animateTransform",
			"set");

	private final StringBuilder styles = new StringBuilder();

	private boolean svg;

	private int stylesOpen;

	private @Nullable PixelSize size;

	/** Whether the document has proved to be SVG. */
	boolean isSvg() {
		return this.svg;
	}

	/** The picture's size. */
	PixelSize size() throws RefusedPicture {
		if (this.size == null) {
			throw PictureType.SVG.damaged("says no size: it needs a width and a height, or a viewBox");
		}
		return this.size;
	}

	@Override
	public void startElement(String namespace, String name, String qualifiedName, Attributes attributes)
			throws SAXException {
		if (!this.svg) {
			startRoot(namespace, name, attributes);
		}
		if (FOREIGN.contains(namespace) || (namespace.equals(SVG) && !ELEMENTS.contains(name))) {
			throw unsafe("has an element <%s>, which does more than draw".formatted(qualifiedName));
		}
		if (namespace.equals(SVG)) {
			screen(attributes, ANIMATIONS.contains(name));
		}
		if (name.equals("style")) {
			this.stylesOpen++;
		}
	}

	@Override
	public void endElement(String namespace, String name, String qualifiedName) throws SAXException {
		if (!name.equals("style")) {
			return;
		}
		this.stylesOpen--;
		if (this.stylesOpen == 0) {
			screenStyle(this.styles.toString());
			this.styles.setLength(0);
		}
	}

	@Override
	public void characters(char[] text, int start, int length) {
		if (this.stylesOpen > 0) {
			this.styles.append(text, start, length);
		}
	}

	@Override
	public void processingInstruction(String target, String data) throws SAXException {
		if (target.equals("xml-stylesheet")) {
			throw unsafe("loads a style sheet from elsewhere");
		}
	}

	@Override
	public void internalEntityDecl(String name, String value) throws SAXException {
		throw entity();
	}

	@Override
	public void externalEntityDecl(String name, @Nullable String publicId, String systemId) throws SAXException {
		throw entity();
	}

	@Override
	public void skippedEntity(String name) throws SAXException {
		throw entity();
	}

	@Override
	public InputSource resolveEntity(@Nullable String name, @Nullable String publicId, @Nullable String baseUri,
			String systemId) {
		return new InputSource(new StringReader(""));
	}

	private void startRoot(String namespace, String name, Attributes attributes) throws SAXException {
		if (!namespace.equals(SVG) || !name.equals("svg")) {
			throw new SAXException(PictureInspection.notAPicture());
		}
		this.svg = true;
		this.size = SvgSize.of(attributes);
	}

	private static void screen(Attributes attributes, boolean animation) throws SAXException {
		for (int i = 0; i < attributes.getLength(); i++) {
			screen(attributes, i, animation);
		}
	}

	private static void screen(Attributes attributes, int index, boolean animation) throws SAXException {
		String name = attributes.getLocalName(index);
		String value = attributes.getValue(index);
		String target = (animation && name.equals("attributeName")) ? value.strip() : name;
		if (target.toLowerCase(Locale.ROOT).startsWith("on")) {
			throw unsafe("has an event handler, %s".formatted(target));
		}
		if (attributes.getQName(index).equals("xml:base") || (!target.equals(name) && target.endsWith("href"))) {
			throw unsafe("changes where its references lead");
		}
		if (name.equals("href") && !SvgReferences.areOwn(value)) {
			throw elsewhere();
		}
		screenStyle(value);
	}

	private static void screenStyle(String text) throws SAXException {
		if (!SvgReferences.styleIsOwn(text)) {
			throw elsewhere();
		}
	}

	private static SAXException elsewhere() {
		return unsafe("refers to something outside itself");
	}

	private static SAXException entity() {
		return unsafe("declares or uses entities");
	}

	private static SAXException unsafe(String what) {
		return new SAXException(new RefusedPicture(RefusedPicture.Reason.UNSAFE, "This SVG file %s.".formatted(what)));
	}

}
