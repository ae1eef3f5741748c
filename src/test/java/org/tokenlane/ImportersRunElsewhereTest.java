package org.tokenlane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The importers also run in a cluster, whose Java is older than the application's. */
class ImportersRunElsewhereTest {

    private static final String RELEASE = "21";

    @TempDir
    Path classes;

    @Test
    void modelJobAndIngestCompileForJava21WithoutTheRestOfTheApplication() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String stage : List.of("model", "job", "ingest")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/tokenlane", stage))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        String libraries = String.join(File.pathSeparator,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> entry.endsWith(".jar")).toList());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, Locale.ROOT,
                StandardCharsets.UTF_8)) {
            compiler.getTask(null, files, problems,
                    List.of("--release", RELEASE, "-proc:none", "-sourcepath", "", "-d", classes.toString(),
                            "-classpath", libraries),
                    null, files.getJavaFileObjectsFromPaths(sources)).call();
        }
        assertThat(problems.getDiagnostics()).isEmpty();
        assertThat(classes.resolve("org/tokenlane/ingest/Importers.class")).exists();
    }
}
