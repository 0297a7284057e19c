package io.broadsheet.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file with a secret key of this gateway's own, for its owner alone. Whoever needs it
 * first makes it, be it the server or a command beside it.
 */
final class KeyFile {

	private static final int KEY_BYTES = 32;

	private static final Set<StandardOpenOption> OPEN = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ,
			StandardOpenOption.WRITE);

	private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

	private KeyFile() {
	}

	/**
	 * Reads the key, or makes it.
	 * @throws UnusableKey if that is not possible
	 */
	static synchronized SecretKey open(Path file) {
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			FileAttribute<?>[] attributes = attributes(file);
			try (FileChannel channel = FileChannel.open(file, OPEN, attributes)) {
				// Until the channel is closed.
				channel.lock();
				return (channel.size() == 0) ? make(channel) : read(file, channel);
			}
		}
		catch (IOException ex) {
			throw new UnusableKey("The file %s cannot be read and written: %s.".formatted(file, ex.getMessage()), ex);
		}
	}

	private static SecretKey make(FileChannel channel) throws IOException {
		byte[] key = new byte[KEY_BYTES];
		new SecureRandom().nextBytes(key);
		ByteBuffer text = StandardCharsets.US_ASCII.encode(Base64.getUrlEncoder().encodeToString(key) + "\n");
		while (text.hasRemaining()) {
			channel.write(text);
		}
		channel.force(true);
		return key(key);
	}

	private static SecretKey read(Path file, FileChannel channel) throws IOException {
		if (isPosix(file) && !Files.getPosixFilePermissions(file).equals(OWNER_ALONE)) {
			Files.setPosixFilePermissions(file, OWNER_ALONE);
		}
		ByteBuffer text = ByteBuffer.allocate(2 * KEY_BYTES);
		while (text.hasRemaining() && channel.read(text) >= 0) {
			// All of it, which is short.
		}
		try {
			byte[] key = Base64.getUrlDecoder()
				.decode(StandardCharsets.US_ASCII.decode(text.flip()).toString().strip());
			if (key.length == KEY_BYTES) {
				return key(key);
			}
		}
		catch (IllegalArgumentException ex) {
			// It is no key either.
		}
		throw new UnusableKey("The file %s is damaged. Delete it: a new key is made at the next start.".formatted(file),
				null);
	}

	private static SecretKey key(byte[] bytes) {
		return new SecretKeySpec(bytes, "HmacSHA256");
	}

	private static FileAttribute<?>[] attributes(Path file) {
		return isPosix(file) ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(OWNER_ALONE) }
				: new FileAttribute<?>[0];
	}

	private static boolean isPosix(Path file) {
		return file.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

}
