package org.tokenlane.report.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.evidence.OwnerOnly;
import org.tokenlane.model.evidence.Sha256;

/**
 * An analyst's own key for signing manifests: Ed25519, in a file that only its owner may read. The file holds the
 * public key, and the private one encrypted with a password (PKCS#8, PBES2 with AES-256 and PBKDF2), both as PEM.
 */
public final class SigningKey {

    static final String ALGORITHM = "Ed25519";
    private static final String CIPHER = "PBEWithHmacSHA256AndAES_256";
    /** What OWASP's Password Storage Cheat Sheet asks of PBKDF2 with HMAC-SHA-256. */
    private static final int ITERATIONS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final String PUBLIC = "PUBLIC KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private SigningKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** Makes a new key in a new file. */
    public static SigningKey create(Path file, char[] password) throws IOException {
        return create(file, password, ITERATIONS);
    }

    static SigningKey create(Path file, char[] password, int iterations) throws IOException {
        if (Files.exists(file)) {
            throw new ManifestException(ManifestText.KEY_EXISTS.with(file), null);
        }
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String text = pem(PUBLIC, pair.getPublic().getEncoded())
                    + pem(ENCRYPTED, encrypted(pair.getPrivate(), password, iterations));
            Path part = OwnerOnly.temporary(file, ".part");
            try {
                Files.writeString(part, text);
                Files.move(part, file);
            } finally {
                Files.deleteIfExists(part);
            }
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Reads a key with its password. */
    public static SigningKey read(Path file, char[] password) throws IOException {
        String text = text(file);
        PublicKey publicKey = publicKey(part(file, text, PUBLIC));
        try {
            EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(part(file, text, ENCRYPTED));
            Cipher cipher = Cipher.getInstance(info.getAlgParameters().toString());
            cipher.init(Cipher.DECRYPT_MODE, secret(info.getAlgParameters().toString(), password),
                    info.getAlgParameters());
            PKCS8EncodedKeySpec plain = plain(file, info, cipher);
            SigningKey key = new SigningKey(KeyFactory.getInstance(ALGORITHM).generatePrivate(plain), publicKey);
            byte[] sample = { 1 };
            if (!isSignature(publicKey, sample, key.sign(sample))) {
                throw new ManifestException(ManifestText.KEY_UNREADABLE.with(file), null);
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new ManifestException(ManifestText.KEY_UNREADABLE.with(file), e);
        } catch (IOException | RuntimeException e) {
            if (e instanceof ManifestException known) {
                throw known;
            }
            throw new ManifestException(ManifestText.KEY_UNREADABLE.with(file), e);
        }
    }

    /** Decrypts the private key. With another password the result is noise, which may even be padded as a key is. */
    private static PKCS8EncodedKeySpec plain(Path file, EncryptedPrivateKeyInfo info, Cipher cipher) {
        try {
            return info.getKeySpec(cipher);
        } catch (InvalidKeySpecException noKey) {
            throw new ManifestException(ManifestText.KEY_WRONG_PASSWORD.with(file), noKey);
        }
    }

    /** The fingerprint of a key's public part, for which no password is needed. */
    public static String fingerprint(Path file) throws IOException {
        return fingerprint(publicKey(part(file, text(file), PUBLIC)));
    }

    /** What people compare to know a key again: the SHA-256 of its public part. */
    public String fingerprint() {
        return fingerprint(publicKey);
    }

    static String fingerprint(PublicKey key) {
        return Sha256.of(key.getEncoded());
    }

    PublicKey publicKey() {
        return publicKey;
    }

    byte[] sign(byte[] bytes) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static boolean isSignature(PublicKey key, byte[] bytes, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(bytes);
            return signature.verify(signed);
        } catch (GeneralSecurityException notEvenOne) {
            return false;
        }
    }

    static PublicKey publicKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] encrypted(PrivateKey key, char[] password, int iterations)
            throws GeneralSecurityException, IOException {
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[SALT_BYTES];
        byte[] start = new byte[SALT_BYTES];
        random.nextBytes(salt);
        random.nextBytes(start);
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.ENCRYPT_MODE, secret(CIPHER, password),
                new PBEParameterSpec(salt, iterations, new IvParameterSpec(start)));
        // under the name of the standard, which Java knows in files
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
        parameters.init(cipher.getParameters().getEncoded());
        return new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(key.getEncoded())).getEncoded();
    }

    /** Java takes nothing but ASCII here; other passwords are given as their UTF-8 bytes in hexadecimal. */
    private static SecretKey secret(String cipher, char[] password) throws GeneralSecurityException {
        char[] letters = new String(password).chars().allMatch(letter -> letter >= ' ' && letter <= '~') ? password
                : HexFormat.of().formatHex(new String(password).getBytes(StandardCharsets.UTF_8)).toCharArray();
        return SecretKeyFactory.getInstance(cipher).generateSecret(new PBEKeySpec(letters));
    }

    private static String text(Path file) throws IOException {
        // far more than a key has, and little enough to be read at once
        try (var in = HeldFiles.open(file)) {
            return new String(in.readNBytes(1 << 16), StandardCharsets.ISO_8859_1);
        }
    }

    private static String pem(String title, byte[] bytes) {
        return "-----BEGIN " + title + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(bytes)
                + "\n-----END " + title + "-----\n";
    }

    private static byte[] part(Path file, String text, String title) {
        Matcher part = Pattern.compile("-----BEGIN " + title + "-----([A-Za-z0-9+/=\\s]+)-----END " + title + "-----")
                .matcher(text);
        try {
            if (part.find()) {
                byte[] bytes = Base64.getMimeDecoder().decode(part.group(1));
                if (title.equals(PUBLIC)) {
                    publicKey(bytes);
                }
                return bytes;
            }
        } catch (IllegalArgumentException damaged) {
            throw new ManifestException(ManifestText.KEY_UNREADABLE.with(file), damaged);
        }
        throw new ManifestException(ManifestText.KEY_UNREADABLE.with(file), null);
    }
}
