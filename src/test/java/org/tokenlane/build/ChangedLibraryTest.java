package org.tokenlane.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The build refuses a library, or a plugin's library, that is not the recorded one, before anything of it is run.
 * {@code mvn verify -Ptrust}
 */
@Tag("trust")
@DisabledOnOs(OS.WINDOWS) // links, which stand for the files of the local repository there
class ChangedLibraryTest {

    @TempDir
    private Path folder;

    private Path list;
    private Path repository;

    private void copy() throws IOException {
        Path project = Files.createDirectory(folder.resolve("project"));
        MavenRun.copyTheProject(project);
        list = project.resolve("src/checksums/sha256.txt");
        repository = folder.resolve("repository");
        Path from = MavenRun.repository();
        List<Path> all;
        try (Stream<Path> walked = Files.walk(from)) {
            all = walked.toList();
        }
        for (Path path : all) {
            Path to = repository.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectory(to);
            } else {
                Files.createSymbolicLink(to, path);
            }
        }
    }

    /** The links themselves, which whoever deletes temporary folders warns of one by one. */
    @AfterEach
    void deleteTheLinks() throws IOException {
        try (Stream<Path> all = Files.walk(repository)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private MavenRun build(String... profile) throws Exception {
        String[] arguments = Stream
                .concat(Stream.of("validate", "-Dimpsort.skip", "-Dformatter.skip", "-Dmaven.repo.local=" + repository),
                        Stream.of(profile))
                .toArray(String[]::new);
        return MavenRun.of(list.getParent().getParent().getParent(), Map.of(), arguments);
    }

    /** The recorded file of which the path contains this. */
    private String recorded(String part) throws IOException {
        return Files.readAllLines(list).stream().map(line -> line.substring(66)).filter(path -> path.contains(part))
                .findFirst().orElseThrow();
    }

    private void assertThatAChangeIsRefused(String part, String... profile) throws Exception {
        String name = recorded(part);
        Path changed = repository.resolve(name);
        byte[] bytes = Files.readAllBytes(changed);
        Files.delete(changed);
        // behind the end of an archive, where whoever opens it does not look
        Files.write(changed, bytes);
        Files.write(changed, new byte[1], StandardOpenOption.APPEND);
        MavenRun refused = build(profile);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("are not those that src/checksums/sha256.txt records").contains(name);
        Files.write(changed, bytes);
    }

    @Test
    void aChangedOrUnknownFileIsRefused() throws Exception {
        copy();
        MavenRun untouched = build();
        assertThat(untouched.exit()).as(untouched.output()).isZero();
        assertThatAChangeIsRefused("com/h2database/h2/");
        assertThatAChangeIsRefused("org/assertj/assertj-core/");
        assertThatAChangeIsRefused("maven-enforcer-plugin/");
        assertThatAChangeIsRefused("org/apache-extras/beanshell/bsh/");
        assertThatAChangeIsRefused("org/apache/spark/spark-sql_2.13/", "-Plake");

        String name = recorded("com/h2database/h2/");
        Files.write(list, Files.readAllLines(list).stream().filter(line -> !line.endsWith(name)).toList());
        MavenRun unknown = build();
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.output()).contains("No checksum is recorded for [" + name + "]");
    }
}
