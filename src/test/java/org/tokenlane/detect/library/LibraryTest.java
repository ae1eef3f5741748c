package org.tokenlane.detect.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.MarkTarget.Kind;

/** The file of the library. */
class LibraryTest {

    private static final Instant AT = Instant.parse("2026-09-15T08:00:00Z");

    @TempDir
    private Path folder;

    private static LibraryEntry entry(Kind kind, String value, String from) {
        return new LibraryEntry(kind, value, from, AT, "me");
    }

    @Test
    void whatIsWrittenIsReadWithEveryLetterAndIsItsOwnersOnly() throws IOException {
        Library library = new Library(List.of(entry(Kind.IP, "203.0.113.7", "a\tb\\n\nc.tlcase"),
                entry(Kind.ORIGIN, "AS64510|Chrome 0|laptop|", "one.tlcase")));
        Path file = folder.resolve("settings").resolve(Library.FILE);
        library.write(file);
        assertThat(Library.read(file)).isEqualTo(library);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var all = Files.list(file.getParent())) {
            assertThat(all).as("nothing half written is left").containsExactly(file);
        }
    }

    @Test
    void whereThereIsNoFileTheLibraryIsEmpty() {
        assertThat(Library.read(folder.resolve(Library.FILE))).isEqualTo(Library.EMPTY);
    }

    @Test
    void aDamagedFileIsRefusedByLineAndLeftAsItIs() throws IOException {
        Path file = folder.resolve(Library.FILE);
        new Library(List.of(entry(Kind.IP, "203.0.113.7", "one"))).write(file);
        Files.writeString(file, Files.readString(file) + "ip\tx\n");
        String before = Files.readString(file);
        assertThatThrownBy(() -> Library.read(file)).isInstanceOf(LibraryException.class)
                .hasMessage(LibraryText.BAD_LINE.text("3", file));
        Files.writeString(folder.resolve("other"), "something else");
        assertThatThrownBy(() -> Library.read(folder.resolve("other")))
                .hasMessage(LibraryText.NOT_A_LIBRARY.text(folder.resolve("other")));
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void theSameThingOfTheSameCaseIsKeptOnceAndOfAnotherCaseAgain() {
        Library library = Library.EMPTY.with(List.of(entry(Kind.IP, "203.0.113.7", "one"),
                entry(Kind.IP, "203.0.113.7", "one"), entry(Kind.IP, "203.0.113.7", "two")));
        assertThat(library.of(Kind.IP, "203.0.113.7")).extracting(LibraryEntry::caseName).containsExactly("one",
                "two");
        assertThat(library.without(Kind.DEVICE, "203.0.113.7")).isEqualTo(library);
        assertThat(library.without(Kind.IP, "203.0.113.7").entries()).isEmpty();
    }

    @Test
    void whatMeansNothingInAnotherCaseIsNotTaken() {
        assertThat(LibraryEntry.of(new MarkTarget(Kind.SESSION, "s"), "one", AT, "me")).isNull();
        assertThat(LibraryEntry.of(new MarkTarget(Kind.USER, "adele@contoso.example"), "one", AT, "me")).isNull();
        assertThat(LibraryEntry.of(MarkTarget.origin("s", "AS64510|||"), "one", AT, "me"))
                .as("a network alone is not an origin").isNull();
        assertThat(LibraryEntry.of(MarkTarget.origin("s", "AS64510|Chrome||"), "one", AT, "me")).isNotNull();
    }
}
