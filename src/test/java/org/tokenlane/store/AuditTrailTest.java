package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit trail is a chain: each entry's hash covers the entry and the hash before it, as anyone can compute. */
class AuditTrailTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makeACaseWithEntries() {
        file = folder.resolve("a.tlcase");
        try (CaseFile caseFile = CaseFile.create(file, null, "Adele")) {
            caseFile.audit("Søren", "note", "日本 | with\nbreak");
            caseFile.audit("", "note", "");
        }
    }

    private List<AuditTrail.Entry> entries() {
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            return caseFile.auditTrail().entries();
        }
    }

    private int firstBroken() {
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            return caseFile.auditTrail().firstBroken();
        }
    }

    @Test
    void entriesAreNumberedAndTellWhoDidWhat() {
        assertThat(entries())
                .extracting(entry -> entry.number() + " " + entry.who() + ": " + entry.what() + " " + entry.detail())
                .containsExactly("1 Adele: case created a.tlcase", "2 Søren: note 日本 | with\nbreak", "3 : note ");
        assertThat(entries()).extracting(AuditTrail.Entry::at).isSorted()
                .allSatisfy(at -> assertThat(at).isBeforeOrEqualTo(Instant.now()));
    }

    @Test
    void anEntryAfterTheCaseWasOpenedAgainContinuesTheChain() {
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            caseFile.audit("Adele", "note", "later");
        }
        assertThat(entries()).extracting(AuditTrail.Entry::number).containsExactly(1, 2, 3, 4);
        assertThat(firstBroken()).isZero();
    }

    @Test
    void eachHashCoversTheEntryAndTheHashBeforeIt() throws Exception {
        String before = "";
        for (AuditTrail.Entry entry : entries()) {
            String text = String.join("\u0000", before, Integer.toString(entry.number()), entry.at().toString(),
                    entry.who(), entry.what(), entry.detail());
            assertThat(entry.hash()).isEqualTo(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))));
            before = entry.hash();
        }
        assertThat(entries()).extracting(AuditTrail.Entry::hash).doesNotHaveDuplicates();
    }

    @Test
    void aChangeBreaksTheChainWhereItWasMade() {
        IntStream.rangeClosed(1, 3).forEach(number -> {
            PlainJdbc.run(file, "update audit_trail set detail = detail || 'x' where number = " + number);
            assertThat(firstBroken()).isEqualTo(number);
            PlainJdbc.run(file,
                    "update audit_trail set detail = substring(detail, 1, char_length(detail) - 1) where number = "
                            + number);
            assertThat(firstBroken()).isZero();
        });
    }

    @Test
    void entriesThatChangedPlacesBreakTheChain() {
        PlainJdbc.run(file, "update audit_trail set number = -number where number > 1",
                "update audit_trail set number = 5 + number where number < 0");
        assertThat(entries()).extracting(AuditTrail.Entry::number).containsExactly(1, 2, 3);
        assertThat(firstBroken()).isEqualTo(2);
    }

    @Test
    void anEntryWhoseOwnHashWasMadeToFitBreaksTheNext() throws Exception {
        AuditTrail.Entry first = entries().getFirst();
        String text = String.join("\u0000", "", "1", first.at().toString(), "Mallory", first.what(), first.detail());
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        PlainJdbc.run(file, "update audit_trail set who = 'Mallory', hash = '" + hash + "' where number = 1");
        assertThat(firstBroken()).isEqualTo(2);
    }
}
