package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notices of third parties, made as the build makes them, of a library made up here. */
class ThirdPartyTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static Path classes;
    @TempDir
    private Path folder;
    private Path lib;
    private Path texts;

    /** The build runs it from its source; compiled once, the five tests do not wait for the compiler each time. */
    @BeforeAll
    static void compile(@TempDir Path compiled) {
        classes = compiled;
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(),
                "jpackage/ThirdParty.java")).isZero();
    }

    @BeforeEach
    void makeFolders() throws IOException {
        lib = Files.createDirectories(folder.resolve("lib"));
        texts = Files.createDirectories(folder.resolve("texts"));
    }

    @Test
    void aLibraryWithItsLicenseNoticeAndTextIsListed() throws Exception {
        jar("sums-1.2.jar", "META-INF/LICENSE.txt", "The license of sums", "META-INF/NOTICE", "Copyright of sums");
        assertThat(make("<license><id>MIT</id></license>", "sums                         MIT")).isZero();
        assertThat(folder.resolve("THIRD-PARTY.txt")).content().contains("The license of sums", "Copyright of sums",
                "MIT");
    }

    @Test
    void aLibraryWithoutALicenseStopsTheBuild() throws Exception {
        jar("sums-1.2.jar", "META-INF/LICENSE.txt", "The license of sums");
        assertThat(make("", "sums                         ")).isEqualTo(1);
        assertThat(folder.resolve("output.txt")).content().contains("sums-1.2.jar names no license");
        assertThat(folder.resolve("THIRD-PARTY.txt")).doesNotExist();
    }

    @Test
    void aLicenseWithoutItsTextStopsTheBuildUntilTheTextIsGiven() throws Exception {
        jar("sums-1.2.jar", "Sums.class", "");
        String license = "<license><id>MIT</id></license>";
        String listed = "sums                         MIT";
        assertThat(make(license, listed)).isEqualTo(1);
        assertThat(folder.resolve("output.txt")).content().contains("sums-1.2.jar has no text of its license");
        Files.writeString(texts.resolve("sums.txt"), "Copyright of sums, with the license");
        assertThat(make(license, listed)).isZero();
        assertThat(folder.resolve("THIRD-PARTY.txt")).content().contains("Copyright of sums, with the license");
    }

    @Test
    void aLibraryThatIsNotInTheBillOfMaterialsStopsTheBuild() throws Exception {
        jar("sums-1.2.jar", "META-INF/LICENSE", "The license of sums");
        jar("sums-1.3.jar", "META-INF/LICENSE", "The license of sums");
        assertThat(make("<license><id>MIT</id></license>", "sums                         MIT")).isEqualTo(1);
        assertThat(folder.resolve("output.txt")).content().contains("sums-1.3.jar ships")
                .doesNotContain("sums-1.2.jar");
    }

    @Test
    void aNoticeThatListsAnotherLicenseStopsTheBuild() throws Exception {
        jar("sums-1.2.jar", "META-INF/LICENSE", "The license of sums");
        assertThat(make("<license><id>MIT</id></license>", "sums                         Apache-2.0")).isEqualTo(1);
        assertThat(folder.resolve("output.txt")).content().contains("sums                         MIT");
    }

    private void jar(String name, String... entries) throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(lib.resolve(name)))) {
            for (int i = 0; i < entries.length; i += 2) {
                jar.putNextEntry(new ZipEntry(entries[i]));
                jar.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private int make(String license, String listed) throws IOException, InterruptedException {
        Path bom = Files.writeString(folder.resolve("bom.xml"),
                """
                        <?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library">
                        <name>sums</name><version>1.2</version><licenses>%s</licenses>
                        <purl>pkg:maven/example/sums@1.2?type=jar</purl>
                        </component></components></bom>
                        """
                        .formatted(license));
        Path notice = Files.writeString(folder.resolve("NOTICE"), "Libraries that ship with it\n\n" + listed + "\n");
        Process java = new ProcessBuilder(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-cp",
                classes.toString(), "ThirdParty", bom.toString(), lib.toString(),
                texts.toString(), "LICENSE", notice.toString(), folder.resolve("THIRD-PARTY.txt").toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("output.txt").toFile()).start();
        assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return java.exitValue();
    }
}
