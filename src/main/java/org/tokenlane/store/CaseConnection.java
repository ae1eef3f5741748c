package org.tokenlane.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Opens the database in a case's file. */
final class CaseConnection {

    private static final String USER = "TOKENLANE";
    private static final byte[] ENCRYPTED_HEADER = "H2encrypt".getBytes(StandardCharsets.US_ASCII);

    private CaseConnection() {
    }

    static Connection open(Path file, char @Nullable [] password) {
        TlcasePath.register();
        Properties settings = new Properties();
        settings.setProperty("user", USER);
        if (password != null) {
            settings.setProperty("CIPHER", "AES");
            char[] key = filePassword(password);
            char[] both = Arrays.copyOf(key, key.length + 1);
            both[key.length] = ' ';
            settings.put("password", both);
            // a result of more rows than that would be written to a temporary file, which is not encrypted
            settings.setProperty("MAX_MEMORY_ROWS", Integer.toString(Integer.MAX_VALUE));
        }
        settings.setProperty("TRACE_LEVEL_FILE", "0");
        settings.setProperty("MAX_COMPACT_TIME", "4000");
        // written at each commit, by the committing thread: what was committed is in the file when the call returns,
        // and no thread writes between two commits
        settings.setProperty("WRITE_DELAY", "0");
        settings.setProperty("DB_CLOSE_ON_EXIT", "FALSE");
        try {
            Connection connection = DriverManager.getConnection(TlcasePath.address(file), settings);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> inUse(file, e);
            case ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
                new CaseFileException(StoreText.WRONG_PASSWORD.with(file), e);
            default -> Sql.failed(StoreText.OPEN_FAILED, file, e);
            };
        }
    }

    /**
     * H2 takes a blank for the end of the file's password and loses half of each letter beyond Latin 1, so it is given
     * the password's UTF-8 bytes in hexadecimal.
     */
    static char[] filePassword(char[] password) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
        char[] digits = new char[bytes.remaining() * 2];
        for (int i = 0; i < digits.length; i += 2) {
            int value = bytes.get();
            digits[i] = Character.forDigit(value >> 4 & 0xf, 16);
            digits[i + 1] = Character.forDigit(value & 0xf, 16);
        }
        return digits;
    }

    static CaseFileException inUse(Path file, Throwable cause) {
        return new CaseFileException(StoreText.IN_USE.with(file), cause);
    }

    /** Tells whether a case needs a password. */
    static boolean isEncrypted(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ENCRYPTED_HEADER.length), ENCRYPTED_HEADER);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
