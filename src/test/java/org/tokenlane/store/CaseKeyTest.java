package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipFile;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.Sha256;

/** How the key of an encrypted case is derived, and what the header says from which it is derived. */
class CaseKeyTest {

    private static final String PASSWORD = "blåbær";
    private static final int CHECKSUM_AT = 4096 - 32;
    private static final int ROUNDS_AT = 48;
    private static final int SALT_AT = 52;

    /** One for all tests, as it takes seconds to derive a key here. */
    private static byte[] made;

    @TempDir
    private Path folder;
    private Path file;

    @BeforeAll
    static void makeACase(@TempDir Path own) throws IOException {
        Path first = own.resolve("a.tlcase");
        CaseFile.create(first, PASSWORD.toCharArray(), "tester").close();
        made = Files.readAllBytes(first);
    }

    @BeforeEach
    void copyTheCase() throws IOException {
        file = Files.write(folder.resolve("a.tlcase"), made);
    }

    private CaseFile open() {
        return CaseFile.open(file, PASSWORD.toCharArray());
    }

    private byte[] header() throws IOException {
        return Arrays.copyOf(Files.readAllBytes(file), 4096);
    }

    /** Changes the first block of the file, with a checksum that is right again. */
    private void write(byte[] header) throws IOException {
        System.arraycopy(Sha256.digest().digest(Arrays.copyOf(header, CHECKSUM_AT)), 0, header, CHECKSUM_AT, 32);
        overwrite(header);
    }

    private void overwrite(byte[] header) throws IOException {
        byte[] all = Files.readAllBytes(file);
        System.arraycopy(header, 0, all, 0, header.length);
        Files.write(file, all);
    }

    /** What Python's hashlib.pbkdf2_hmac('sha256', password, bytes(range(32)), 600000, 32) gives. */
    @ParameterizedTest(name = "password: {0}")
    @CsvSource({ "blåbær, 907d0d21c3759bb19f8aaf4405eb516436aaabc641fece1eba7a9797b813eb9d",
        "'', a00b7d19cc56f42f9d751832864661da957f678c23f5e0a5a1733f40d2d659ab" })
    void theKeyIsTheOneThatAnotherProgramDerives(String password, String key) {
        byte[] salt = new byte[32];
        for (int i = 0; i < salt.length; i++) {
            salt[i] = (byte) i;
        }
        CaseKey derived = CaseKey.of(new KeyHeader(600_000, ByteBuffer.wrap(salt)), password.toCharArray());
        assertThat(new String(derived.forStore())).isEqualTo(key);
        assertThat(derived.isWeak()).isFalse();
    }

    /** With nothing but Java's HMAC and AES, as the documentation describes it. */
    @Test
    void aCaseIsDecryptedByWhatTheDocumentationSaysOfIt() throws Exception {
        byte[] all = Files.readAllBytes(file);
        ByteBuffer header = ByteBuffer.wrap(all);
        assertThat(new String(all, 0, 10, StandardCharsets.US_ASCII)).isEqualTo("H2encrypt\n");
        assertThat(new String(all, 32, 14, StandardCharsets.US_ASCII)).isEqualTo("Tokenlane key\n");
        assertThat(header.getShort(46)).isEqualTo((short) 1);
        assertThat(header.getInt(ROUNDS_AT)).isEqualTo(600_000);
        byte[] key = derive(PASSWORD.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(all, SALT_AT, SALT_AT + 32),
                header.getInt(ROUNDS_AT));
        byte[] aes = derive(HexFormat.of().formatHex(key).getBytes(StandardCharsets.UTF_16BE),
                Arrays.copyOfRange(all, 10, 18), 10);
        byte[] block = decrypt(Arrays.copyOf(aes, 16), Arrays.copyOfRange(all, 4096, 8192));
        assertThat(new String(block, StandardCharsets.ISO_8859_1)).startsWith("H:2,");
    }

    /** The first 32 bytes of PBKDF2 with HMAC-SHA-256. */
    private static byte[] derive(byte[] password, byte[] salt, int rounds) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(password, "HmacSHA256"));
        byte[] last = mac.doFinal(ByteBuffer.allocate(salt.length + 4).put(salt).putInt(1).array());
        byte[] sum = last.clone();
        for (int round = 1; round < rounds; round++) {
            last = mac.doFinal(last);
            for (int i = 0; i < sum.length; i++) {
                sum[i] ^= last[i];
            }
        }
        return sum;
    }

    /** The first block of 4,096 bytes by AES-XTS with one key for both steps. */
    private static byte[] decrypt(byte[] key, byte[] block) throws GeneralSecurityException {
        Cipher encrypting = Cipher.getInstance("AES/ECB/NoPadding");
        encrypting.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        Cipher decrypting = Cipher.getInstance("AES/ECB/NoPadding");
        decrypting.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
        byte[] tweak = encrypting.doFinal(new byte[16]);
        byte[] plain = new byte[block.length];
        for (int at = 0; at < block.length; at += 16) {
            byte[] part = Arrays.copyOfRange(block, at, at + 16);
            part = exclusiveOr(decrypting.doFinal(exclusiveOr(part, tweak)), tweak);
            System.arraycopy(part, 0, plain, at, 16);
            int carry = 0;
            for (int i = 0; i < 16; i++) {
                int doubled = (tweak[i] & 0xff) << 1 | carry;
                tweak[i] = (byte) doubled;
                carry = doubled >> 8;
            }
            tweak[0] ^= (byte) (carry == 0 ? 0 : 0x87);
        }
        return plain;
    }

    private static byte[] exclusiveOr(byte[] one, byte[] other) {
        byte[] both = one.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] ^= other[i];
        }
        return both;
    }

    @Test
    void twoCasesWithOnePasswordHaveDifferentSalts() throws IOException {
        byte[] first = header();
        Files.delete(file);
        CaseFile.create(file, PASSWORD.toCharArray(), "tester").close();
        assertThat(Arrays.copyOfRange(header(), SALT_AT, SALT_AT + 32))
                .isNotEqualTo(Arrays.copyOfRange(first, SALT_AT, SALT_AT + 32));
        assertThat(Arrays.copyOfRange(header(), 10, 18)).isNotEqualTo(Arrays.copyOfRange(first, 10, 18));
        overwrite(first);
        assertThat(Refusal.of(file, PASSWORD)).as("with the header of the other")
                .isEqualTo(StoreText.WRONG_PASSWORD.text(file));
    }

    @Test
    void theDatabaseNeverWritesTheHeaderAgain() throws Exception {
        KeyHeader.quick(1_000);
        try {
            for (String sql : List.of("shutdown compact", "shutdown defrag", "shutdown", "checkpoint sync",
                    "backup to '%s'")) {
                Files.deleteIfExists(file);
                CaseFile.create(file, PASSWORD.toCharArray(), "tester").close();
                assertTheHeaderStaysAsItIs(sql);
            }
        } finally {
            KeyHeader.quick(KeyHeader.ROUNDS);
        }
    }

    private void assertTheHeaderStaysAsItIs(String sql) throws Exception {
        byte[] before = header();
        Path export = Files.writeString(folder.resolve("a.csv"), PurviewRows.bulkyTable(1, 2_000));
        try (CaseFile caseFile = open()) {
            new ImportService(caseFile, Importers.all()).importAll(List.of(export), ImportOptions.by("tester"),
                    Progress.NONE);
        }
        assertThat(header()).isEqualTo(before);
        Path backup = folder.resolve("backup.zip");
        try (Connection connection = PlainJdbc.connect(file, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("delete from segment_column");
            statement.execute(String.format(sql, backup));
        }
        assertThat(header()).isEqualTo(before);
        if (Files.exists(backup)) {
            try (ZipFile zip = new ZipFile(backup.toFile())) {
                Files.write(file, zip.getInputStream(zip.entries().nextElement()).readAllBytes());
            }
        }
        open().close();
        assertThat(header()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 10, 599_999, 10_000_001, Integer.MAX_VALUE, Integer.MIN_VALUE, -1 })
    void roundsThatAreTooFewOrTooManyAreRefusedBeforeAnyOfThem(int rounds) throws IOException {
        byte[] header = header();
        ByteBuffer.wrap(header).putInt(ROUNDS_AT, rounds);
        write(header);
        long before = System.nanoTime();
        assertThat(Refusal.of(file, PASSWORD)).isEqualTo(
                StoreText.KEY_ROUNDS.text(file, Integer.toUnsignedLong(rounds), 600_000, 10_000_000));
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
        assertThat(header()).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(ints = { 600_000, 600_001, 9_999_999, 10_000_000 })
    void roundsWithinTheBoundsAreAccepted(int rounds) throws IOException {
        byte[] header = header();
        ByteBuffer.wrap(header).putInt(ROUNDS_AT, rounds);
        write(header);
        assertThat(KeyHeader.read(file).rounds()).isEqualTo(rounds);
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 2, 256, 65_535 })
    void aHeaderOfANewerVersionIsRefusedAsSuch(int version) throws IOException {
        byte[] header = header();
        ByteBuffer.wrap(header).putShort(46, (short) version);
        write(header);
        assertThat(Refusal.of(file, PASSWORD)).isEqualTo(StoreText.KEY_HEADER_NEWER.text(file));
    }

    @Test
    void aChangeOfAnyByteOfTheHeaderIsDamage() throws IOException {
        byte[] header = header();
        for (int at = 0; at < header.length; at++) {
            byte[] changed = header.clone();
            changed[at] ^= (byte) (1 << at % 8);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(changed));
            }
            assertThatThrownBy(() -> KeyHeader.read(file)).as("byte " + at)
                    .hasMessage(StoreText.KEY_HEADER_DAMAGED.text(file));
        }
        assertThat(Refusal.of(file, PASSWORD)).isEqualTo(StoreText.KEY_HEADER_DAMAGED.text(file));
        assertThat(Refusal.of(file, "wrong")).isEqualTo(StoreText.KEY_HEADER_DAMAGED.text(file));
        assertThat(Refusal.of(file, null)).isEqualTo(StoreText.PASSWORD_NEEDED.text(file));
    }

    @ParameterizedTest
    @ValueSource(ints = { 10, 18, 100, 4095 })
    void aFileThatIsCutShortInItsHeaderIsDamaged(int bytes) throws IOException {
        byte[] cut = Arrays.copyOf(header(), bytes);
        Files.write(file, cut);
        assertThat(Refusal.of(file, PASSWORD)).isEqualTo(StoreText.KEY_HEADER_DAMAGED.text(file));
        assertThat(file).hasBinaryContent(cut);
    }

    /** Without the header the file looks like a case of an earlier version, which the password does not open then. */
    @Test
    void aCaseWhoseHeaderWasTakenOutIsNotOpenedByItsPassword() throws IOException {
        overwrite(Arrays.copyOf(Arrays.copyOf(header(), 18), 4096));
        byte[] before = Files.readAllBytes(file);
        assertThat(Refusal.of(file, PASSWORD)).isEqualTo(StoreText.WRONG_PASSWORD.text(file));
        assertThat(file).hasBinaryContent(before);
    }
}
