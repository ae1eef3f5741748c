package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.identity.Analyst;

/** Whoever is refused a case that is open learns who has it open, and nothing that is no longer so. */
class CaseHoldTest {

    private static final String WRITTEN = "ann\nWS-17\n4711\n2026-11-30T08:12:00Z\n";

    @TempDir
    private Path folder;

    private Path file;
    private Path note;

    @BeforeEach
    void makeACase() {
        file = folder.resolve("a.tlcase");
        CaseFile.create(file, null, "tester").close();
        note = CaseHold.beside(file);
    }

    @Test
    void theSecondProcessLearnsWhoHasTheCaseOpenAndSinceWhen() throws Exception {
        try (ChildJvm holder = ChildJvm.start(CaseHolder.class, file)) {
            assertThat(holder.line()).isEqualTo("open 0");
            CaseHold.Holder who = CaseHold.of(file);
            assertThat(who.user()).isEqualTo(Analyst.name());
            assertThat(who.host()).isEqualTo(HostName.get());
            assertThat(who.process()).isEqualTo(holder.pid());
            assertThat(who.since()).isBetween(Instant.now().minus(Duration.ofMinutes(2)), Instant.now());
            assertThat(Refusal.of(file, null)).isEqualTo(who.host() == null
                    ? StoreText.IN_USE_BY_SOMEWHERE.text(file, who.user(), Long.toString(who.process()),
                            CaseTime.text(who.since()))
                    : StoreText.IN_USE_BY.text(file, who.user(), who.host(), Long.toString(who.process()),
                            CaseTime.text(who.since())));
            Path link = Files.createSymbolicLink(folder.resolve("link.tlcase"), file);
            assertThat(CaseHold.of(link)).as("by a link to the case").isEqualTo(who);
            if (Files.getFileStore(note).supportsFileAttributeView("posix")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note))).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void whatAKilledProcessLeftIsNotBelievedAndIsGoneAfterTheNextOpening() throws Exception {
        try (ChildJvm holder = ChildJvm.start(CaseHolder.class, file)) {
            assertThat(holder.line()).isEqualTo("open 0");
        }
        assertThat(note).exists();
        assertThat(CaseHold.of(file)).isNull();
        try (ChildJvm older = ChildJvm.start(CaseHolder.class, file, "silent")) {
            assertThat(older.line()).isEqualTo("locked");
            assertThat(Refusal.of(file, null)).as("held by a program that does not say who it is")
                    .isEqualTo(StoreText.IN_USE.text(file));
        }
        try (CaseFile again = CaseFile.open(file, null)) {
            assertThat(again.verify()).isEmpty();
            assertThat(Files.readString(note)).isEqualTo(note(ProcessHandle.current().pid()));
        }
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(other -> !other.equals(file));
    }

    private String note(long process) throws IOException {
        String text = Files.readString(note);
        assertThat(text.lines()).hasSize(4);
        assertThat(text.lines().toList().get(2)).isEqualTo(Long.toString(process));
        return text;
    }

    @Test
    void aSecondOpeningInTheSameProcessDoesNotGiveUpTheLock() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.tlcase"), file);
        try (CaseFile first = CaseFile.open(file, null)) {
            assertThat(Refusal.of(file, null)).isEqualTo(StoreText.IN_USE.text(file));
            assertThat(Refusal.of(link, null)).isEqualTo(StoreText.IN_USE.text(link));
            assertThat(Refusal.when(file, () -> CaseFile.openCopy(file, null).close()))
                    .isEqualTo(StoreText.IN_USE.text(file));
            assertThat(CaseFile.isEncrypted(file)).isFalse();
            assertThat(first.evidence()).isEmpty();
            try (ChildJvm other = ChildJvm.start(CaseTrier.class, file)) {
                assertThat(other.line()).contains(Long.toString(ProcessHandle.current().pid()));
            }
        }
        try (ChildJvm other = ChildJvm.start(CaseHolder.class, file)) {
            assertThat(other.line()).isEqualTo("open 0");
        }
    }

    @Test
    void aLinkInTheNotesPlaceIsReplacedAndNotFollowed() throws Exception {
        Path precious = Files.writeString(folder.resolve("precious"), "kept");
        Files.createSymbolicLink(note, precious);
        try (CaseFile open = CaseFile.open(file, null)) {
            assertThat(open.evidence()).isEmpty();
            assertThat(note).isRegularFile().satisfies(path -> assertThat(Files.isSymbolicLink(path)).isFalse());
        }
        assertThat(precious).hasContent("kept");
        assertThat(note).doesNotExist();
    }

    @Test
    void aNoteIsReadAsItIsWritten() {
        CaseHold.Holder ann = CaseHold.Holder.read(WRITTEN);
        assertThat(ann).isEqualTo(new CaseHold.Holder("ann", "WS-17", 4711, Instant.parse("2026-11-30T08:12:00Z")));
        assertThat(ann.written()).isEqualTo(WRITTEN);
        assertThat(CaseHold.Holder.read(WRITTEN.replace("WS-17", "")).host()).isNull();
        assertThat(CaseHold.Holder.read(WRITTEN.replace("ann", "a".repeat(64)))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "ann\n", "\nWS-17\n4711\n2026-11-30T08:12:00Z\n",
        "ann\nWS-17\nx\n2026-11-30T08:12:00Z\n", "ann\nWS-17\n-1\n2026-11-30T08:12:00Z\n", "ann\nWS-17\n1\nyesterday\n",
        "ann\u001b[31m\nWS-17\n1\n2026-11-30T08:12:00Z\n", "ann\u202e\nWS-17\n1\n2026-11-30T08:12:00Z\n",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\nWS\n1\n2026-11-30T08:12:00Z\n",
        "ann\nWS-17\n1\n2026-11-30T08:12:00Z\nmore\n" })
    void whatTokenlaneDoesNotWriteIsNotRead(String text) {
        assertThat(CaseHold.Holder.read(text)).isNull();
    }
}
