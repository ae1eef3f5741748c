package org.tokenlane.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;
import org.jspecify.annotations.Nullable;

/**
 * What H2 is given to encrypt a case's file with. H2 derives its key from a password by 10 rounds only, so a key that
 * was derived from the analyst's password by many more takes the password's place. Whatever opens an encrypted case
 * does it with this.
 */
final class CaseKey {

    private static final int BITS = 256;
    /** H2's own rounds: all that there are in a case of an earlier version. */
    private static final int ROUNDS_OF_H2 = 10;

    private final char[] digits;
    private final int rounds;

    private CaseKey(char[] digits, int rounds) {
        this.digits = digits;
        this.rounds = rounds;
    }

    /** The key of a file with this password, or null where there is no password. This takes a good part of a second. */
    static @Nullable CaseKey of(Path file, char @Nullable [] password) {
        return password == null ? null : of(KeyHeader.read(file), password);
    }

    /** The same where the file is open already. */
    static @Nullable CaseKey of(Path file, FileChannel open, char @Nullable [] password) throws IOException {
        return password == null ? null : of(KeyHeader.read(file, open), password);
    }

    /** Makes a new key for a file that is still empty, and writes the header from which it can be derived again. */
    static @Nullable CaseKey create(Path empty, char @Nullable [] password) throws IOException {
        if (password == null) {
            return null;
        }
        KeyHeader header = KeyHeader.create();
        try (FileChannel channel = FileChannel.open(empty, StandardOpenOption.WRITE)) {
            ByteBuffer block = header.block();
            while (block.hasRemaining()) {
                channel.write(block);
            }
        }
        return of(header, password);
    }

    static CaseKey of(@Nullable KeyHeader header, char[] password) {
        return header == null ? new CaseKey(hexadecimal(password), ROUNDS_OF_H2)
                : new CaseKey(derived(header, password), header.rounds());
    }

    private static char[] derived(KeyHeader header, char[] password) {
        byte[] salt = new byte[header.salt().remaining()];
        header.salt().duplicate().get(salt);
        PBEKeySpec wanted = new PBEKeySpec(password, salt, header.rounds(), BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(wanted).getEncoded();
            char[] digits = HexFormat.of().formatHex(key).toCharArray();
            Arrays.fill(key, (byte) 0);
            return digits;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            wanted.clearPassword();
        }
    }

    /**
     * The password itself, as earlier versions gave it to H2: that takes a blank for the end of the file's password and
     * loses half of each letter beyond Latin 1, so it gets the password's UTF-8 bytes in hexadecimal.
     */
    private static char[] hexadecimal(char[] password) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        char[] digits = new char[bytes.remaining() * 2];
        for (int i = 0; i < digits.length; i += 2) {
            int value = bytes.get();
            digits[i] = Character.forDigit(value >> 4 & 0xf, 16);
            digits[i + 1] = Character.forDigit(value & 0xf, 16);
        }
        return digits;
    }

    /** Tells whether the key was derived by fewer rounds than those of a new case are. */
    boolean isWeak() {
        return KeyHeader.isWeak(rounds);
    }

    /** For H2's store, which may wipe it. */
    char[] forStore() {
        return digits.clone();
    }

    /** For a connection: the file's password, a blank, and no password of the user. */
    char[] forConnection() {
        char[] both = Arrays.copyOf(digits, digits.length + 1);
        both[digits.length] = ' ';
        return both;
    }

    /** A channel that sees what is encrypted in this one. */
    FileChannel plain(FileChannel encrypted) {
        return new FileEncrypt("", FilePathEncrypt.getPasswordBytes(digits), encrypted);
    }
}
