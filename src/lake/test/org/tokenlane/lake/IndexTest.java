package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an index takes in, what it leaves, and what it refuses. */
class IndexTest {

    private static final int PART_BYTES = 200_000;
    private static final String SIGN_IN = """
            {"time":"2026-05-04T08:00:%02dZ","category":"SignInLogs","operationName":"Sign-in activity",\
            "properties":{"id":"7c1d7e0a-53f1-4c55-9f0e-%012d","createdDateTime":"2026-05-04T08:00:%02dZ",\
            "userPrincipalName":"ada@contoso.example","userId":"2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10",\
            "appDisplayName":"Azure Portal","ipAddress":"198.51.100.7","status":{"errorCode":0}}}
            """;

    @TempDir
    Path folder;

    private static String signIn(int number) {
        return SIGN_IN.formatted(number % 60, number, number % 60);
    }

    private Path exports(String name, String content) throws IOException {
        Path file = Files.createDirectories(folder.resolve("in")).resolve(name);
        return Files.writeString(file, content);
    }

    private List<FileAccount> index() throws IOException {
        return new Indexing(Lake.openOrCreate(LocalSpark.session(), folder.resolve("lake").toString()),
                Planner.IndexOptions.NONE).run(List.of(folder.resolve("in").toString()));
    }

    private interface Run {
        List<FileAccount> run() throws IOException;
    }

    private static List<FileAccount> inSmallParts(Run run) throws IOException {
        String before = LocalSpark.session().conf().get("spark.tokenlane.partBytes");
        LocalSpark.session().conf().set("spark.tokenlane.partBytes", Integer.toString(PART_BYTES));
        try {
            return run.run();
        } finally {
            LocalSpark.session().conf().set("spark.tokenlane.partBytes", before);
        }
    }

    private long records() throws IOException {
        return EventRows.of(Lake.open(LocalSpark.session(), folder.resolve("lake").toString()).records()).count();
    }

    @Test
    void aSecondRunFindsNothingNewAndCountsNothingTwice() throws IOException {
        exports("PT1H.json", signIn(1) + signIn(2));
        assertThat(index()).singleElement().satisfies(file -> assertThat(file.stored()).isEqualTo(2));
        assertThat(index()).isEmpty();
        assertThat(records()).isEqualTo(2);
    }

    @Test
    void ofAFileThatHasGrownOnlyWhatIsNewIsRead() throws IOException {
        Path blob = exports("PT1H.json", signIn(1) + signIn(2));
        index();
        Files.writeString(blob, signIn(3), StandardOpenOption.APPEND);
        exports("other.json", signIn(3));
        List<FileAccount> accounts = index();
        assertThat(accounts).extracting(file -> file.plan().file().name()).containsExactly("PT1H.json", "other.json");
        assertThat(accounts).extracting(FileAccount::stored).containsExactly(1L, 0L);
        assertThat(accounts).extracting(FileAccount::duplicates).containsExactly(0L, 1L);
        assertThat(accounts.getFirst().plan().from()).isEqualTo(2L * signIn(1).length());
        assertThat(accounts.getFirst().sha256()).isNull();
        // in several parts, and again
        StringBuilder many = new StringBuilder();
        for (int i = 4; i < 1500; i++) {
            many.append(signIn(i));
        }
        Files.writeString(blob, many, StandardOpenOption.APPEND);
        inSmallParts(this::index);
        Files.writeString(blob, signIn(1500), StandardOpenOption.APPEND);
        assertThat(index()).singleElement().satisfies(file -> assertThat(file.records()).isEqualTo(1));
        asReadAtOnce();
    }

    /** The records are those, at the same places, that a lake has into which the files were read at once. */
    private void asReadAtOnce() throws IOException {
        String once = folder.resolve("once").toString();
        new Indexing(Lake.openOrCreate(LocalSpark.session(), once), Planner.IndexOptions.NONE)
                .run(List.of(folder.resolve("in").toString()));
        assertThat(places(folder.resolve("lake").toString())).isNotEmpty().isEqualTo(places(once));
    }

    private static List<String> places(String lake) throws IOException {
        return EventRows.of(Lake.open(LocalSpark.session(), lake).records()).where("file like '%PT1H.json'")
                .select("file", "line", "offset", "length", "raw").distinct().orderBy("offset").collectAsList().stream()
                .map(row -> row.getString(0) + " " + row.get(1) + " " + row.get(2) + " " + row.get(3) + " "
                        + new String((byte[]) row.get(4), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void aLineThatWasOpenIsReadFromItsBeginning() throws IOException {
        String second = signIn(2);
        Path blob = exports("PT1H.json", signIn(1) + second.substring(0, second.length() - 1));
        assertThat(index()).singleElement().satisfies(file -> assertThat(file.stored()).isEqualTo(2));
        Files.writeString(blob, "\n" + signIn(3) + signIn(4).substring(0, 40), StandardOpenOption.APPEND);
        // the second is read again, and the fourth is not all there yet
        assertThat(index()).singleElement().satisfies(file -> {
            assertThat(file.plan().from()).isEqualTo(second.length());
            assertThat(file.duplicates()).isEqualTo(1);
            assertThat(file.stored()).isEqualTo(1);
            assertThat(file.rejected()).isEqualTo(1);
        });
        Files.writeString(blob, signIn(4).substring(40), StandardOpenOption.APPEND);
        assertThat(index()).singleElement().satisfies(file -> {
            assertThat(file.plan().from()).isEqualTo(3L * second.length());
            assertThat(file.stored()).isEqualTo(1);
        });
        asReadAtOnce();
    }

    @Test
    void whatIsAppendedThatIsNoRecordIsRejected() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 3200; i++) {
            many.append(signIn(i));
        }
        Path blob = exports("PT1H.json", many.toString());
        index();
        Files.writeString(blob, "not json\n" + signIn(3200), StandardOpenOption.APPEND);
        assertThat(index()).singleElement().satisfies(file -> {
            assertThat(file.stored()).isEqualTo(1);
            assertThat(file.duplicates()).isZero();
            assertThat(file.rejected()).isEqualTo(1);
        });
        asReadAtOnce();
    }

    @Test
    void aFileThatWasRewrittenIsReadAgainAsAWhole() throws IOException {
        Path blob = exports("PT1H.json", signIn(1) + signIn(2));
        index();
        Files.writeString(blob, signIn(5) + signIn(2) + signIn(3));
        assertThat(index()).singleElement().satisfies(file -> {
            assertThat(file.plan().from()).isZero();
            assertThat(file.stored()).isEqualTo(2);
            assertThat(file.duplicates()).isEqualTo(1);
            assertThat(file.sha256()).isNotNull();
        });
        // a list is no file of lines
        exports("list.json", "[" + signIn(6) + "]");
        index();
        exports("list.json", "[" + signIn(6) + "," + signIn(7) + "]");
        assertThat(index()).singleElement().satisfies(file -> {
            assertThat(file.stored()).isEqualTo(1);
            assertThat(file.duplicates()).isEqualTo(1);
        });
    }

    @Test
    void aDamagedRecordAndAFileOfNoKnownKindAreNamedAndTheRestIsDone() throws IOException {
        exports("cut.json", signIn(1) + "{\"time\":\"2026-05-04T08:0\n" + signIn(2));
        exports("picture.png", "\u0089PNG\r\n\u001a\n");
        exports("whole.json", signIn(3));
        List<FileAccount> accounts = index();
        assertThat(accounts).extracting(file -> file.plan().refused() != null).containsExactly(false, true, false);
        assertThat(accounts).extracting(FileAccount::records).containsExactly(3L, 0L, 1L);
        assertThat(accounts).extracting(FileAccount::rejected).containsExactly(1L, 0L, 0L);
    }

    @Test
    void aFileReadInPartsHasTheSameRecordsOnTheSameLines() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            many.append(signIn(i));
        }
        Path file = exports("large.json", many.toString());
        assertThat(Files.size(file)).isGreaterThan(2L * PART_BYTES);
        assertThat(inSmallParts(this::index)).singleElement().satisfies(account -> {
            assertThat(account.records()).isEqualTo(1500);
            assertThat(account.stored()).isEqualTo(1500);
            assertThat(account.sha256()).isNull();
        });
        List<Long> lines = new ArrayList<>();
        List<Long> offsets = new ArrayList<>();
        EventRows.of(Lake.open(LocalSpark.session(), folder.resolve("lake").toString()).records()).orderBy("offset")
                .select("line", "offset").collectAsList().forEach(row -> {
                    lines.add(row.getLong(0));
                    offsets.add(row.getLong(1));
                });
        int line = signIn(1).length();
        for (int i = 0; i < 1500; i++) {
            assertThat(lines.get(i)).isEqualTo(i + 1);
            assertThat(offsets.get(i)).isEqualTo((long) line * i);
        }
    }

    @Test
    void aFolderWithOtherFilesAndALakeOfANewerVersionAreLeftAlone() throws IOException {
        exports("PT1H.json", signIn(1));
        Files.createDirectories(folder.resolve("lake"));
        Path other = Files.writeString(folder.resolve("lake/notes.txt"), "mine");
        assertThat(SampleLake.fails("index", "--in", folder.resolve("in").toString(), "--out",
                folder.resolve("lake").toString())).contains(LakeText.NOT_EMPTY.text(folder.resolve("lake")));
        assertThat(other).hasContent("mine");
        Files.delete(other);
        Files.writeString(folder.resolve("lake/lake.json"), "{\"format\":2}");
        assertThat(SampleLake.fails("index", "--in", folder.resolve("in").toString(), "--out",
                folder.resolve("lake").toString()))
                .contains(LakeText.NEWER_FORMAT.text(folder.resolve("lake"), "2", "1"));
        assertThat(folder.resolve("lake/records")).doesNotExist();
    }

    @Test
    void whatAStoppedRunLeftBehindDoesNotCount() throws IOException {
        exports("PT1H.json", signIn(1));
        index();
        Path mark = folder.resolve("lake/batch/1.json");
        Files.delete(mark);
        assertThat(records()).isZero();
        assertThat(index()).singleElement().satisfies(file -> assertThat(file.stored()).isEqualTo(1));
        assertThat(records()).isEqualTo(1);
    }
}
