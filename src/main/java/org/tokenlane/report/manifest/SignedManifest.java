package org.tokenlane.report.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.evidence.OwnerOnly;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.store.AuditKind;
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

    /**
     * Signs the case as it is; an older manifest in this file is replaced.
     *
     * @throws ManifestException
     *             when there is a file that is not a manifest; it is left as it is
     */
    public static void sign(CaseFile caseFile, SigningKey key, String analyst, Path file) throws IOException {
        refuseOtherFile(file);
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
            OwnerOnly.sync(file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Refuses to replace what does not begin as a manifest: the case, the key or anything else. */
    public static void refuseOtherFile(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        byte[] first = bytes(List.of(FORMAT));
        if (Files.isRegularFile(file)) {
            try (var in = HeldFiles.open(file)) {
                if (Arrays.equals(in.readNBytes(first.length), first)) {
                    return;
                }
            }
        }
        throw new ManifestException(ManifestText.NOT_REPLACED.with(file), null);
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
        try (var in = HeldFiles.open(file)) {
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

    /**
     * Compares the hashes that the case has recorded with the manifest beside it; null where there is none. The
     * content is not read and hashed again: only verifying does that, so nothing is said of it here.
     */
    public static @Nullable Check checkBeside(CaseFile caseFile) {
        Path file = beside(caseFile.path());
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            SignedManifest manifest = read(file);
            Check check = manifest.check(caseFile, null);
            return switch (check.outcome()) {
            case SOUND -> new Check(Outcome.SOUND, List.of(ManifestText.RECORDED_MATCH.with(manifest.signer()[1],
                    check.fingerprint())), check.fingerprint());
            case BEYOND -> new Check(Outcome.BEYOND, List.of(ManifestText.RECORDED_BEYOND.with(manifest.signer()[1],
                    check.fingerprint(), manifest.entriesSince(caseFile))), check.fingerprint());
            case BROKEN -> check;
            };
        } catch (IOException unread) {
            return broken("", ManifestText.MANIFEST_NOT_READ.with(file));
        } catch (ManifestException unusable) {
            return broken("", unusable.shown());
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
        End end = end();
        List<AuditTrail.Entry> entries = caseFile.auditTrail().entries();
        if (entries.size() < end.number() || !entries.get(end.number() - 1).hash().equals(end.hash())) {
            return broken(fingerprint, signed, ManifestText.TRAIL_DIFFERS.with(caseFile.path()));
        }
        // that the case was verified is no change of it
        if (entries.stream().skip(end.number()).anyMatch(entry -> entry.kind() != AuditKind.VERIFIED)) {
            return new Check(Outcome.BEYOND,
                    List.of(signed, ManifestText.BEYOND.with(entries.size() - end.number(), end.number())),
                    fingerprint);
        }
        if (evidence.size() != signedEvidence.size()) {
            // every import has an entry, so further evidence without a further entry is not from an import
            return broken(fingerprint, signed, ManifestText.EVIDENCE_DIFFERS.with(caseFile.path()));
        }
        return new Check(Outcome.SOUND, List.of(signed, ManifestText.SOUND.with(evidence.size(), end.number())),
                fingerprint);
    }

    private static Check broken(String fingerprint, Text... said) {
        return new Check(Outcome.BROKEN, List.of(said), fingerprint);
    }

    private Text signed(String fingerprint) {
        String[] signer = signer();
        return ManifestText.SIGNED_BY.with(signer[1], signer[0], fingerprint);
    }

    /** When it was signed, and by whom. */
    private String[] signer() {
        String[] words = value("signed ").split(" ", 2);
        try {
            return new String[] { UtcText.of(Instant.parse(words[0])), words[1] };
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw unreadable(file, e);
        }
    }

    /** Where the audit trail ended. */
    private record End(int number, String hash) {
    }

    private End end() {
        String[] words = value("audit-trail ").split(" ");
        try {
            End end = new End(Integer.parseInt(words[0]), words[1]);
            if (words.length == 2 && end.number() >= 1) {
                return end;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw unreadable(file, e);
        }
        throw unreadable(file, null);
    }

    private int entriesSince(CaseFile caseFile) {
        return caseFile.auditTrail().entries().size() - end().number();
    }

    private String value(String name) {
        return lines.stream().filter(line -> line.startsWith(name)).map(line -> line.substring(name.length()))
                .findFirst().orElseThrow(() -> unreadable(file, null));
    }
}
