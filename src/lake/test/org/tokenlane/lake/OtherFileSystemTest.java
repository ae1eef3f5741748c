package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.text.Program;

/** Files and lakes in a file system with a scheme and ETags of its own, whose connections may break. */
class OtherFileSystemTest {

    private static final String IMPLEMENTATION = "fs." + TaggedFiles.SCHEME + ".impl";
    private static final String PARTS = "spark.tokenlane.partBytes";
    private static final FileTime TIME = FileTime.fromMillis(1_788_000_000_000L);
    private static final String SESSION = "00c46fa3-45a8-11c0-96d6-000000000001";

    @TempDir
    Path folder;

    private String parts = "";

    @BeforeEach
    void nameTheFileSystem() {
        parts = LocalSpark.session().conf().get(PARTS);
        LocalSpark.session().conf().set(PARTS, Long.toString(64 << 20));
        LocalSpark.session().conf().set(IMPLEMENTATION, TaggedFiles.class.getName());
    }

    @AfterEach
    void putBack() {
        TaggedFiles.BREAKS.set(0);
        LocalSpark.session().conf().unset(IMPLEMENTATION);
        LocalSpark.session().conf().set(PARTS, parts);
    }

    private String tagged(String name) {
        return TaggedFiles.SCHEME + "://" + folder.resolve(name);
    }

    private List<FileAccount> index(String lake) throws IOException {
        return new Indexing(Lake.openOrCreate(LocalSpark.session(), tagged(lake)), Planner.IndexOptions.NONE)
                .run(List.of(tagged("in")));
    }

    private static String signIn(int number) {
        return """
                {"time":"2026-05-04T08:00:%02dZ","category":"SignInLogs","operationName":"Sign-in activity",\
                "properties":{"id":"7c1d7e0a-53f1-4c55-9f0e-%012d","createdDateTime":"2026-05-04T08:00:%02dZ",\
                "userPrincipalName":"ada@contoso.example","userId":"2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10",\
                "sessionId":"%s","appDisplayName":"Azure Portal","ipAddress":"198.51.100.7",\
                "status":{"errorCode":0}}}
                """.formatted(number % 60, number, number % 60, SESSION);
    }

    private Path write(String content) throws IOException {
        Path file = Files.createDirectories(folder.resolve("in")).resolve("PT1H.json");
        Files.writeString(file, content);
        return Files.setLastModifiedTime(file, TIME);
    }

    @Test
    void anETagTellsThatAFileHasChangedAndIsKept() throws IOException {
        write(signIn(1));
        FileAccount first = index("lake").getFirst();
        assertThat(first.plan().file().etag()).matches("\"[0-9a-f]{64}\"");
        assertThat(index("lake")).isEmpty();
        // as long and as old as before
        Path file = write(signIn(2));
        FileAccount second = index("lake").getFirst();
        assertThat(second.plan().file().bytes()).isEqualTo(first.plan().file().bytes());
        assertThat(second.plan().file().modified()).isEqualTo(first.plan().file().modified());
        assertThat(second.plan().file().etag()).isNotEqualTo(first.plan().file().etag());
        assertThat(second.stored()).isEqualTo(1);
        // only younger
        Files.setLastModifiedTime(file, FileTime.fromMillis(TIME.toMillis() + 1000));
        assertThat(index("lake")).isEmpty();

        assertThat(EventRows.of(Lake.open(LocalSpark.session(), tagged("lake")).records()).orderBy("batch")
                .select(RecordColumn.FILE_ETAG.column()).collectAsList()).extracting(row -> row.getString(0))
                .containsExactly(first.plan().file().etag(), second.plan().file().etag());
        SampleLake.run("carve", "--lake", tagged("lake"), "--session", SESSION, "--out", tagged("carved"));
        JsonNode manifest = new ObjectMapper().readTree(folder.resolve("carved/manifest.json").toFile());
        assertThat(manifest.path("files")).extracting(one -> one.path("sourceEtag").asText())
                .containsExactly(first.plan().file().etag(), second.plan().file().etag());
        assertThat(manifest.path("program").asText()).isEqualTo(Program.NAME);
        assertThat(manifest.path("application").asText())
                .isEqualTo(LocalSpark.session().sparkContext().applicationId());
    }

    @Test
    void withoutAnETagOnOneSideTheTimeOfChangeDecides() {
        LakeFile now = new LakeFile("s3a://logs/a.json", 10, 5, "b");
        assertThat(now.isAs(new LakeFile("s3a://logs/a.json", 10, 5, null))).isTrue();
        assertThat(now.isAs(new LakeFile("s3a://logs/a.json", 10, 4, null))).isFalse();
        assertThat(now.isAs(new LakeFile("s3a://logs/a.json", 10, 4, "b"))).isTrue();
        assertThat(now.isAs(new LakeFile("s3a://logs/a.json", 10, 5, "c"))).isFalse();
        assertThat(now.isAs(new LakeFile("s3a://logs/a.json", 11, 5, "b"))).isFalse();
        assertThat(now.isAs(new LakeFile("s3a://logs/b.json", 10, 5, "b"))).isFalse();
    }

    @Test
    void aConnectionThatBreaksIsOpenedAgainAndOneThatAlwaysDoesIsSaid() throws IOException {
        StringBuilder many = new StringBuilder();
        int records = 0;
        while (many.length() < 2 * TaggedFiles.BREAKS_AFTER) {
            many.append(signIn(records++));
        }
        int all = records;
        write(many.toString());
        TaggedFiles.BREAKS.set(SteadyRows.ATTEMPTS - 1);
        assertThat(index("steady")).singleElement().satisfies(file -> {
            assertThat(file.stored()).isEqualTo(all);
            assertThat(file.duplicates()).isZero();
            assertThat(file.rejected()).isZero();
        });
        assertThat(TaggedFiles.BREAKS).hasValue(0);
        TaggedFiles.BREAKS.set(SteadyRows.ATTEMPTS);
        assertThat(index("broken")).singleElement().satisfies(file -> {
            assertThat(file.stored()).isPositive().isLessThan(all);
            assertThat(file.duplicates()).isZero();
            assertThat(file.rejected()).isEqualTo(1);
        });
    }

    @Test
    void keysToS3InTheEnvironmentReachTheTasksWhereNoSettingHasOthers() {
        Map<String, String> environment = Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_SESSION_TOKEN", "token");
        Configuration open = new Configuration(false);
        SourceFiles.fromEnvironment(open, environment);
        assertThat(open.get("fs.s3a.access.key")).isEqualTo("id");
        assertThat(open.get("fs.s3a.secret.key")).isEqualTo("secret");
        assertThat(open.get("fs.s3a.session.token")).isEqualTo("token");
        Configuration set = new Configuration(false);
        set.set("fs.s3a.access.key", "mine");
        SourceFiles.fromEnvironment(set, environment);
        assertThat(set.get("fs.s3a.access.key")).isEqualTo("mine");
    }
}
