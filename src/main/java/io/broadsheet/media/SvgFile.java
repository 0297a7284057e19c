package io.broadsheet.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXNotRecognizedException;
import org.xml.sax.SAXNotSupportedException;

/**
 * Reads <a href="https://www.w3.org/TR/SVG2/">SVG</a> with a parser that fetches nothing
 * and expands nothing, and screens it on the way: see {@link SvgScreen}.
 */
final class SvgFile {

	private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

	private static final String SAX = "http://xml.org/sax/";

	private SvgFile() {
	}

	/** Whether it may be XML; reading it shows whether it is SVG. */
	static boolean begins(Bytes content) {
		long at = content.has(0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
		while (at < content.length() && Character.isWhitespace(content.byteAt(at))) {
			at++;
		}
		return content.has(at, "<");
	}

	static PixelSize size(Bytes content) throws RefusedPicture {
		SvgScreen screen = new SvgScreen();
		try {
			parser(screen).parse(new InputSource(new ByteArrayInputStream(content.toByteArray())), screen);
			return screen.size();
		}
		catch (SAXException ex) {
			if (ex.getException() instanceof RefusedPicture refusal) {
				throw refusal;
			}
			throw screen.isSvg() ? PictureType.SVG.damaged("is not well-formed") : PictureInspection.notAPicture();
		}
		catch (IOException ex) {
			throw PictureType.SVG.damaged("is not in the character encoding that it says");
		}
	}

	private static SAXParser parser(SvgScreen screen) throws SAXException {
		try {
			SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setFeature(SAX + "features/external-general-entities", false);
			factory.setFeature(SAX + "features/external-parameter-entities", false);
			factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
			SAXParser parser = factory.newSAXParser();
			parser.setProperty(SAX + "properties/declaration-handler", screen);
			return parser;
		}
		catch (ParserConfigurationException | SAXNotRecognizedException | SAXNotSupportedException ex) {
			throw new IllegalStateException("The Java platform's own XML parser has these features", ex);
		}
	}

}
