package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.evidence.Sha256;

/** The audit trail is a chain: each entry's hash covers the entry and the hash before it, as anyone can compute. */
class AuditTrailTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makeACaseWithEntries() {
        file = folder.resolve("a.tlcase");
        try (CaseFile caseFile = CaseFile.create(file, null, "Adele")) {
            caseFile.audit("Søren", AuditNote.of(AuditKind.OTHER, "note", "日本 | with\nbreak"));
            caseFile.audit("", AuditNote.of(AuditKind.EXPORTED, "note", "").with(AuditField.RECORDS, 12)
                    .with(AuditField.FILE, "a|b: 日本"));
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
            caseFile.audit("Adele", AuditNote.of(AuditKind.OTHER, "note", "later"));
        }
        assertThat(entries()).extracting(AuditTrail.Entry::number).containsExactly(1, 2, 3, 4);
        assertThat(firstBroken()).isZero();
    }

    private static String framed(String... parts) {
        return Arrays.stream(parts).map(part -> part.length() + ":" + part).collect(Collectors.joining());
    }

    @Test
    void eachHashCoversTheEntryWithItsKindAndFieldsAndTheHashBeforeIt() {
        String before = "";
        for (AuditTrail.Entry entry : entries()) {
            String text = framed("2", before, Integer.toString(entry.number()), entry.at().toString(), entry.who(),
                    entry.kind().code(), entry.what(), entry.detail());
            if (entry.number() == 1) {
                text += framed("file", "a.tlcase");
            } else if (entry.number() == 3) {
                text += framed("file", "a|b: 日本", "records", "12");
            }
            assertThat(entry.hash()).isEqualTo(Sha256.of(text));
            before = entry.hash();
        }
        assertThat(entries()).extracting(AuditTrail.Entry::hash).doesNotHaveDuplicates();
    }

    @Test
    void theFieldsOfAnEntryAreReadBackInTheirTypes() {
        assertThat(entries().getLast().fields())
                .isEqualTo(Map.of(AuditField.FILE, "a|b: 日本", AuditField.RECORDS, "12"));
        assertThat(entries().getLast().kind()).isEqualTo(AuditKind.EXPORTED);
    }

    @ParameterizedTest
    @ValueSource(strings = { "update audit_trail set kind = 'marks-added' where number = 3",
        "update audit_trail set hash_version = 1 where number = 3",
        "update audit_field set number = 13 where entry = 3 and name = 'records'",
        "update audit_field set text = 'a' where entry = 3 and name = 'file'",
        "update audit_field set name = 'stored' where entry = 3 and name = 'records'",
        "delete from audit_field where entry = 3 and name = 'records'",
        "insert into audit_field (entry, name, text) values (3, 'name', 'x')" })
    void aChangedKindOrFieldBreaksTheChain(String sql) {
        assertThat(PlainJdbc.run(file, sql)).isEqualTo(1);
        assertThat(firstBroken()).isEqualTo(3);
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
    void anEntryWhoseOwnHashWasMadeToFitBreaksTheNext() {
        AuditTrail.Entry first = entries().getFirst();
        String hash = Sha256.of(framed("2", "", "1", first.at().toString(), "Mallory", first.kind().code(),
                first.what(), first.detail(), "file", "a.tlcase"));
        PlainJdbc.run(file, "update audit_trail set who = 'Mallory', hash = '" + hash + "' where number = 1");
        assertThat(firstBroken()).isEqualTo(2);
    }
}
