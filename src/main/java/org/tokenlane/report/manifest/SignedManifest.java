package org.tokenlane.report.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.OwnerOnly;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.store.CaseFile;

/**
 * The signed manifest of a case, a text file: a line for each evidence file with its hash and counts, where the audit
 * trail ended, who signed it and when, the public key, and the signature of all lines before it.
 */
public final class SignedManifest {

    private static final String FORMAT = "tokenlane-manifest 1";
    private static final String SUFFIX = ".manifest";
    private static final String CASE_SUFFIX = ".tlcase";
    private static final int MOST_BYTES = 64 << 20;

    /** How a case compares with what was signed. */
    public enum Outcome {
        /** It is what was signed. */
        SOUND,
        /** It contains what was signed unchanged, and later entries of the audit trail. */
        BEYOND,
        /** The manifest, the key or the case is not what it was, or not the one that is asked for. */
        BROKEN
    }

    /**
     * The result of a comparison.
     *
     * @param said
     *            the result in sentences
     * @param fingerprint
     *            of the key that signed; empty where the manifest says none
     */
    public record Check(Outcome outcome, List<Text> said, String fingerprint) {
    }

    private final Path file;
    private final List<String> lines;
    private final PublicKey key;
    private final byte[] signature;

    private SignedManifest(Path file, List<String> lines, PublicKey key, byte[] signature) {
        this.file = file;
        this.lines = lines;
        this.key = key;
        this.signature = signature;
    }

    /** Where a case's manifest is unless somebody says otherwise. */
    public static Path beside(Path caseFile) {
        String name = caseFile.getFileName().toString();
        return caseFile.resolveSibling(
                (name.endsWith(CASE_SUFFIX) ? name.substring(0, name.length() - CASE_SUFFIX.length()) : name) + SUFFIX);
    }

    /** Signs the case as it is; an older manifest in this file is replaced. */
    public static void sign(CaseFile caseFile, SigningKey key, String analyst, Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(FORMAT, "case " + caseFile.key()));
        lines.add("name " + escaped(caseFile.path().getFileName().toString()));
        lines.add("signed " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + escaped(analyst));
        lines.add("program " + CaseFile.PROGRAM);
        caseFile.evidence().forEach(evidence -> lines.add(line(evidence)));
        AuditTrail.Entry last = caseFile.auditTrail().entries().getLast();
        lines.add("audit-trail " + last.number() + " " + last.hash());
        lines.add("key " + Base64.getEncoder().encodeToString(key.publicKey().getEncoded()));
        String text = text(lines)
                + "signature " + Base64.getEncoder().encodeToString(key.sign(bytes(lines))) + "\n";
        Path part = OwnerOnly.temporary(file, ".part");
        try {
            Files.writeString(part, text);
            OwnerOnly.replace(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String line(Evidence evidence) {
        return "evidence " + String.join(" ", evidence.sha256(), Long.toString(evidence.bytes()),
                Long.toString(evidence.records()), Long.toString(evidence.stored()),
                Long.toString(evidence.duplicates()), Long.toString(evidence.rejected()), escaped(evidence.path()));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static byte[] bytes(List<String> lines) {
        return text(lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    /** Reads a manifest; what it says is not to be relied on before it was compared. */
    public static SignedManifest read(Path file) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES);
        }
        List<String> all = List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1));
        int last = all.size() - 2;
        if (last < 2 || !all.getFirst().equals(FORMAT) || !all.getLast().isEmpty()
                || !all.get(last).startsWith("signature ") || !all.get(last - 1).startsWith("key ")) {
            throw unreadable(file, null);
        }
        try {
            return new SignedManifest(file, all.subList(0, last),
                    SigningKey.publicKey(Base64.getDecoder().decode(all.get(last - 1).substring("key ".length()))),
                    Base64.getDecoder().decode(all.get(last).substring("signature ".length())));
        } catch (IllegalArgumentException damaged) {
            throw unreadable(file, damaged);
        }
    }

    private static ManifestException unreadable(Path file, @Nullable Throwable cause) {
        return new ManifestException(ManifestText.MANIFEST_UNREADABLE.with(file), cause);
    }

    /** Compares the manifest beside a case with it; null where there is none. */
    public static @Nullable Check checkBeside(CaseFile caseFile) {
        Path file = beside(caseFile.path());
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            return read(file).check(caseFile, null);
        } catch (IOException | ManifestException unusable) {
            return new Check(Outcome.BROKEN, List.of(ManifestText.MANIFEST_UNREADABLE.with(file)), "");
        }
    }

    /**
     * Compares a case with the manifest. That the case fits its audit trail is found by verifying it.
     *
     * @param expected
     *            the fingerprint that the key has to have, in any case and with any separators; null for any key
     */
    public Check check(CaseFile caseFile, @Nullable String expected) {
        String fingerprint = SigningKey.fingerprint(key);
        if (!SigningKey.isSignature(key, bytes(lines), signature)) {
            return broken("", ManifestText.MANIFEST_ALTERED.with(file));
        }
        if (expected != null && !expected.replaceAll("[^0-9A-Fa-f]", "").equalsIgnoreCase(fingerprint)) {
            return broken(fingerprint, ManifestText.OTHER_KEY.with(file, fingerprint));
        }
        if (!lines.contains("case " + caseFile.key())) {
            return broken(fingerprint, ManifestText.OTHER_CASE.with(file, caseFile.path()));
        }
        Text signed = signed(fingerprint);
        List<String> evidence = caseFile.evidence().stream().map(SignedManifest::line).toList();
        List<String> signedEvidence = lines.stream().filter(line -> line.startsWith("evidence ")).toList();
        if (evidence.size() < signedEvidence.size()
                || !evidence.subList(0, signedEvidence.size()).equals(signedEvidence)) {
            return broken(fingerprint, signed, ManifestText.EVIDENCE_DIFFERS.with(caseFile.path()));
        }
        String[] end = value("audit-trail ").split(" ");
        List<AuditTrail.Entry> entries = caseFile.auditTrail().entries();
        int number = Integer.parseInt(end[0]);
        if (entries.size() < number || !entries.get(number - 1).hash().equals(end[1])) {
            return broken(fingerprint, signed, ManifestText.TRAIL_DIFFERS.with(caseFile.path()));
        }
        if (entries.size() > number) {
            return new Check(Outcome.BEYOND,
                    List.of(signed, ManifestText.BEYOND.with(entries.size() - number, number)), fingerprint);
        }
        return new Check(Outcome.SOUND, List.of(signed, ManifestText.SOUND.with(evidence.size(), number)),
                fingerprint);
    }

    private static Check broken(String fingerprint, Text... said) {
        return new Check(Outcome.BROKEN, List.of(said), fingerprint);
    }

    private Text signed(String fingerprint) {
        String[] words = value("signed ").split(" ", 2);
        try {
            return ManifestText.SIGNED_BY.with(words[1], UtcText.of(Instant.parse(words[0])), fingerprint);
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw unreadable(file, e);
        }
    }

    private String value(String name) {
        return lines.stream().filter(line -> line.startsWith(name)).map(line -> line.substring(name.length()))
                .findFirst().orElseThrow(() -> unreadable(file, null));
    }
}
