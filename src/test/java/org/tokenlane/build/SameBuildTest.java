package org.tokenlane.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two builds of the same sources, in folders of different names, time zones and languages, give the same bytes: the
 * program with its jar, the jar for Spark, and the list of what the program is made of. {@code mvn verify -Ptrust}
 */
@Tag("trust")
@EnabledOnOs(OS.LINUX)
class SameBuildTest {

    @TempDir
    private Path folder;

    private static Map<String, String> built(Path project, Map<String, String> environment) throws Exception {
        for (String profile : new String[] { "-Pnone", "-Plake" }) {
            MavenRun run = MavenRun.of(project, environment, "package", profile, "-Dmaven.test.skip=true",
                    "-Dimpsort.skip", "-Dformatter.skip");
            assertThat(run.exit()).as(run.output()).isZero();
        }
        MavenRun parts = MavenRun.online(project, environment, "-Pdist",
                "org.cyclonedx:cyclonedx-maven-plugin:makeBom@bill-of-materials");
        assertThat(parts.exit()).as(parts.output()).isZero();
        Map<String, String> files = new TreeMap<>();
        add(files, project, "target/tokenlane");
        add(files, project, "target/lake/tokenlane-lake.jar");
        add(files, project, "target/notices");
        return files;
    }

    private static void add(Map<String, String> files, Path project, String part) throws Exception {
        try (Stream<Path> all = Files.walk(project.resolve(part))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = project.relativize(file).toString();
                files.put(name, digest(Files.readAllBytes(file)) + " "
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).charAt(2));
                if (name.contains("tokenlane") && name.endsWith(".jar")) {
                    addEntries(files, file, name);
                }
            }
        }
    }

    /** So that a difference has the name of what differs. */
    private static void addEntries(Map<String, String> files, Path jar, String name) throws Exception {
        try (InputStream in = Files.newInputStream(jar); ZipInputStream zip = new ZipInputStream(in)) {
            int number = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(name + "!" + entry.getName(),
                        number++ + " " + entry.getTimeLocal() + " " + digest(zip.readAllBytes()));
            }
        }
    }

    private static String digest(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void twoBuildsAreTheSame() throws Exception {
        Path first = Files.createDirectory(folder.resolve("one"));
        Path second = Files.createDirectories(folder.resolve("another/folder"));
        // before the first build, so that both are of the same moment
        MavenRun.copyTheProject(first);
        MavenRun.copyTheProject(second);
        Map<String, String> one = built(first, Map.of("TZ", "Pacific/Auckland", "LC_ALL", "C.UTF-8"));
        Map<String, String> other = built(second, Map.of("TZ", "America/Lima", "LC_ALL", "C"));
        assertThat(one).containsKeys("target/tokenlane/lib/tokenlane.jar", "target/lake/tokenlane-lake.jar",
                "target/notices/tokenlane.cdx.json");
        assertThat(other).isEqualTo(one);
        System.out.println(one.size() + " files and entries of archives are the same");
    }
}
