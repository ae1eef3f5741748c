package org.tokenlane.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Sha256;

/**
 * What an encrypted case says about how its key is derived from the password. It is in the first block of the file, of
 * which H2 reads the first 18 bytes only and which it writes when it creates a file, never again:
 * <ul>
 * <li>bytes 0 to 9: "H2encrypt" and a line feed; 10 to 17: the salt of H2</li>
 * <li>32 to 45: "Tokenlane key" and a line feed</li>
 * <li>46 and 47: the version of this header, 1: PBKDF2 with HMAC-SHA-256</li>
 * <li>48 to 51: the rounds; 52 to 83: the salt</li>
 * <li>the last 32 bytes of the block: the SHA-256 of those before</li>
 * </ul>
 * Everything else is zero. In a case of an earlier version all but H2's part is.
 *
 * @param salt
 *            random bytes
 */
record KeyHeader(int rounds, ByteBuffer salt) {

    /** OWASP's Password Storage Cheat Sheet, as of 2026, for PBKDF2 with HMAC-SHA-256. */
    static final int ROUNDS = 600_000;
    /** More would let a file from a stranger keep the computer busy for minutes. */
    static final int MOST_ROUNDS = 10_000_000;
    static final int BLOCK = 4096;

    private static final byte[] H2 = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);
    private static final int H2_SALT = 8;
    private static final int H2_END = H2.length + H2_SALT;
    private static final byte[] OWN = "Tokenlane key\n".getBytes(StandardCharsets.US_ASCII); // not for people
    private static final int OWN_AT = 32;
    private static final short VERSION = 1;
    private static final int SALT = 32;
    private static final int CHECKSUM_AT = BLOCK - 32;

    /** What new cases get. No version of this program wrote a header with fewer, so fewer are refused too. */
    private static final AtomicInteger FEWEST = new AtomicInteger(ROUNDS);

    /** Lets tests of other things do with fewer rounds. */
    static void quick(int rounds) {
        FEWEST.set(rounds);
    }

    /** Tells whether so many rounds are fewer than those of a new case. */
    static boolean isWeak(int rounds) {
        return rounds < FEWEST.get();
    }

    /** A header with new random salts. */
    static KeyHeader create() {
        return new KeyHeader(FEWEST.get(), ByteBuffer.wrap(random(SALT)));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    /** The first block of a file, with H2's part of it. */
    ByteBuffer block() {
        ByteBuffer block = ByteBuffer.allocate(BLOCK).put(H2).put(random(H2_SALT)).position(OWN_AT).put(OWN)
                .putShort(VERSION).putInt(rounds).put(salt.duplicate());
        block.position(CHECKSUM_AT).put(checksum(block.array()));
        return block.flip();
    }

    private static byte[] checksum(byte[] block) {
        return Sha256.digest().digest(Arrays.copyOf(block, CHECKSUM_AT));
    }

    /** Tells whether a file is encrypted; not where it cannot be read. */
    static boolean isEncrypted(Path file) {
        try {
            return startsWith(firstBlock(file), 0, H2);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /**
     * Reads a case's header.
     *
     * @return null in a case of an earlier version, and in a file that is not encrypted
     * @throws CaseFileException
     *             when it is damaged, or says something that this version does not do
     */
    static @Nullable KeyHeader read(Path file) {
        try {
            return read(file, firstBlock(file));
        } catch (IOException unreadable) {
            // as H2 finds and the program says when it opens the file: on Windows another program may hold it
            return null;
        }
    }

    /** The same where the file is open already: to close another channel to it would give up the lock on it. */
    static @Nullable KeyHeader read(Path file, FileChannel open) throws IOException {
        return read(file, firstBlock(open));
    }

    private static byte[] firstBlock(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return firstBlock(channel);
        }
    }

    private static byte[] firstBlock(FileChannel channel) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        while (block.hasRemaining() && channel.read(block, block.position()) > 0) {
            // until the block is full or the file at its end
        }
        return Arrays.copyOf(block.array(), block.position());
    }

    private static @Nullable KeyHeader read(Path file, byte[] block) {
        if (!startsWith(block, 0, H2) && !startsWith(block, OWN_AT, OWN)) {
            return null;
        }
        if (block.length == BLOCK && isZero(block)) {
            return null;
        }
        if (block.length < BLOCK
                || !Arrays.equals(checksum(block), Arrays.copyOfRange(block, CHECKSUM_AT, BLOCK))
                || !startsWith(block, OWN_AT, OWN)) {
            throw new CaseFileException(StoreText.KEY_HEADER_DAMAGED.with(file));
        }
        ByteBuffer header = ByteBuffer.wrap(block).position(OWN_AT + OWN.length);
        if (header.getShort() != VERSION) {
            throw new CaseFileException(StoreText.KEY_HEADER_NEWER.with(file));
        }
        int rounds = header.getInt();
        if (rounds < FEWEST.get() || rounds > MOST_ROUNDS) {
            throw new CaseFileException(StoreText.KEY_ROUNDS.with(file, Integer.toUnsignedLong(rounds), FEWEST.get(),
                    MOST_ROUNDS));
        }
        byte[] salt = new byte[SALT];
        header.get(salt);
        return new KeyHeader(rounds, ByteBuffer.wrap(salt));
    }

    private static boolean isZero(byte[] block) {
        for (int at = H2_END; at < block.length; at++) {
            if (block[at] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] block, int at, byte[] expected) {
        return block.length >= at + expected.length
                && Arrays.equals(block, at, at + expected.length, expected, 0, expected.length);
    }
}
