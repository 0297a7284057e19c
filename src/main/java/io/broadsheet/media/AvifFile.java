package io.broadsheet.media;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads <a href="https://aomediacodec.github.io/av1-avif/">AVIF</a>: boxes of the ISO
 * base media file format, in which the primary item's properties tell its size
 * ({@code ispe}) and whether it is turned ({@code irot}).
 */
final class AvifFile {

	/** Far more than a picture has in one place, and few enough to be held. */
	private static final int MOST_BOXES = 1000;

	private AvifFile() {
	}

	static boolean begins(Bytes content) {
		if (!content.has(4, "ftyp")) {
			return false;
		}
		long end = Math.min(content.intAt(0), content.length());
		for (long at = 8; at + 4 <= end; at += 4) {
			if (content.has(at, "avif") || content.has(at, "avis")) {
				return true;
			}
		}
		return false;
	}

	static PixelSize size(Bytes content) throws RefusedPicture {
		List<Box> files = boxes(content);
		only(files, "mdat");
		Bytes meta = full(only(files, "meta"));
		List<Box> metaBoxes = boxes(meta);
		List<Box> propertyBoxes = boxes(only(metaBoxes, "iprp"));
		List<Box> properties = boxes(only(propertyBoxes, "ipco"));
		PixelSize size = null;
		boolean turned = false;
		for (int index : primaryProperties(only(metaBoxes, "pitm"), only(propertyBoxes, "ipma"))) {
			Box property = properties.get(index - 1);
			if (property.type("ispe")) {
				size = new PixelSize(property.data().intAt(4), property.data().intAt(8));
			}
			else if (property.type("irot")) {
				turned = property.data().byteAt(0) % 2 == 1;
			}
		}
		if (size == null) {
			throw PictureType.AVIF.damaged("says no size");
		}
		return turned ? size.turned() : size;
	}

	private static List<Integer> primaryProperties(Bytes primaryItem, Bytes associations) throws RefusedPicture {
		long primary = (primaryItem.byteAt(0) == 0) ? primaryItem.shortAt(4) : primaryItem.intAt(4);
		boolean longIds = associations.byteAt(0) > 0;
		boolean longIndexes = (associations.byteAt(3) & 1) != 0;
		long items = associations.intAt(4);
		long at = 8;
		for (long i = 0; i < items; i++) {
			long item = longIds ? associations.intAt(at) : associations.shortAt(at);
			at += longIds ? 4 : 2;
			int count = associations.byteAt(at);
			at++;
			if (item == primary) {
				return indexes(associations, at, count, longIndexes);
			}
			at += (long) count * (longIndexes ? 2 : 1);
		}
		throw PictureType.AVIF.damaged("says no size");
	}

	/** Their first bit tells whether a property is essential; zero is none. */
	private static List<Integer> indexes(Bytes associations, long from, int count, boolean longIndexes) {
		List<Integer> indexes = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int index = longIndexes ? associations.shortAt(from + 2L * i) & 0x7fff
					: associations.byteAt(from + i) & 0x7f;
			if (index > 0) {
				indexes.add(index);
			}
		}
		return indexes;
	}

	private static List<Box> boxes(Bytes content) throws RefusedPicture {
		List<Box> boxes = new ArrayList<>();
		long at = 0;
		while (at < content.length()) {
			if (boxes.size() == MOST_BOXES) {
				throw PictureType.AVIF.damaged("has more parts than any AVIF has");
			}
			Box box = Box.at(content, at);
			boxes.add(box);
			at += box.length();
		}
		return boxes;
	}

	private static Bytes only(List<Box> boxes, String type) throws RefusedPicture {
		return boxes.stream()
			.filter((box) -> box.type(type))
			.map(Box::data)
			.findFirst()
			.orElseThrow(() -> PictureType.AVIF.damaged("has no " + type + " box"));
	}

	/** What follows the version and flags. */
	private static Bytes full(Bytes data) {
		return data.part(4, data.length() - 4);
	}

	/** A box, its header apart from its data. */
	private record Box(Bytes whole, int header) {

		private static final int HEADER = 8;

		private static final int LONG_HEADER = 16;

		static Box at(Bytes content, long at) {
			long length = content.intAt(at);
			if (length == 1) {
				return of(content, at, content.longAt(at + HEADER), LONG_HEADER);
			}
			return of(content, at, (length == 0) ? content.length() - at : length, HEADER);
		}

		private static Box of(Bytes content, long at, long length, int header) {
			if (length < header) {
				throw new IndexOutOfBoundsException();
			}
			return new Box(content.part(at, length), header);
		}

		boolean type(String type) {
			return this.whole.has(4, type);
		}

		long length() {
			return this.whole.length();
		}

		Bytes data() {
			return this.whole.part(this.header, length() - this.header);
		}

	}

}
