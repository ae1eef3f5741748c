package org.tokenlane.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.sample.SampleTenant;
import org.tokenlane.store.CaseContent;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CaseFileException;

/**
 * A kind of work on a case that can be interrupted at any moment, and what has to be true afterwards. Each has several
 * variants, which take turns.
 */
enum Work {

    CREATE {
        @Override
        List<?> start(Material material, Path folder, int variant) {
            return List.of("import", "--case", folder.resolve("a.tlcase"), material.exports().getFirst());
        }

        @Override
        String check(Material material, Path folder, int variant) throws IOException {
            assertOnly(folder, List.of("a.tlcase"));
            Path file = folder.resolve("a.tlcase");
            return Files.exists(file) ? importedWholeFiles(material, file, 0, 1) : "no case";
        }
    },

    IMPORT {
        @Override
        List<?> start(Material material, Path folder, int variant) throws IOException {
            Path file = folder.resolve("a.tlcase");
            Files.copy(material.imported(), file);
            List<Object> command = new ArrayList<>(List.of("import", "--case", file));
            command.addAll(material.exports().subList(1, material.exports().size()));
            return command;
        }

        @Override
        String check(Material material, Path folder, int variant) throws IOException {
            assertOnly(folder, List.of("a.tlcase"));
            return importedWholeFiles(material, folder.resolve("a.tlcase"), 1, material.exports().size());
        }
    },

    MIGRATE {
        @Override
        List<?> start(Material material, Path folder, int variant) throws IOException {
            Files.copy(material.old(1 + variant % Material.OLD), folder.resolve("a.tlcase"));
            return List.of("state", "--case", folder.resolve("a.tlcase"));
        }

        @Override
        String check(Material material, Path folder, int variant) throws IOException {
            int schema = 1 + variant % Material.OLD;
            Path file = folder.resolve("a.tlcase");
            Path kept = folder.resolve("a.schema-" + schema + ".tlcase");
            assertOnly(folder, List.of("a.tlcase", "a.schema-" + schema + ".tlcase"));
            String found = !Files.exists(kept) ? "not updated"
                    : Files.isSameFile(file, kept) ? "not updated, kept already" : "updated";
            assertSame(file, material.oldContent(schema));
            // opening an old case to look at its schema writes the header of the database's file: the bytes differ
            Path copy = Files.copy(kept, Files.createTempDirectory(material.folder, "kept").resolve("b.tlcase"));
            assertSame(copy, material.oldContent(schema));
            return found;
        }
    },

    MARK {
        @Override
        List<?> start(Material material, Path folder, int variant) throws IOException {
            Path file = folder.resolve("a.tlcase");
            Files.copy(material.sample(), file);
            return switch (variant % 3) {
            case 0 -> List.of("mark", "--case", file, "--session", material.session(), "--verdict", "malicious");
            case 1 -> List.of("mark", "--case", file, "--session", material.session(), "--tag", "seen", "--note",
                    "looked at");
            default -> List.of("mark", "--case", file, "--user", "somebody@contoso.example", "--bookmark");
            };
        }

        @Override
        String check(Material material, Path folder, int variant) throws IOException {
            assertOnly(folder, List.of("a.tlcase"));
            int most = variant % 3 == 1 ? 2 : 1;
            try (CaseFile caseFile = CaseFile.open(folder.resolve("a.tlcase"), null)) {
                assertThat(caseFile.verify()).isEmpty();
                int marks = caseFile.marks().all().all().size();
                assertThat(marks).isBetween(0, most);
                assertThat(CaseContent.of(caseFile)).isEqualTo(material.sampleContent());
                return marks + " marks";
            }
        }
    },

    EXTRACT {
        @Override
        List<?> start(Material material, Path folder, int variant) throws IOException {
            Path file = folder.resolve("a.tlcase");
            Files.copy(material.sample(), file);
            return List.of("extract", "--case", file, "--all", "--out", folder.resolve("b.tlcase"));
        }

        @Override
        String check(Material material, Path folder, int variant) throws IOException {
            assertOnly(folder, List.of("a.tlcase", "b.tlcase"));
            assertSampleIsWhole(material, folder.resolve("a.tlcase"), null);
            Path extract = folder.resolve("b.tlcase");
            if (!Files.exists(extract)) {
                return "no extract";
            }
            try (CaseFile caseFile = CaseFile.open(extract, null)) {
                assertThat(caseFile.verify()).isEmpty();
                assertThat(caseFile.evidence().stream().mapToLong(Evidence::stored).sum())
                        .as("events of an extract that has its name").isEqualTo(material.events());
            }
            return "whole extract";
        }
    },

    REPORT {
        @Override
        List<?> start(Material material, Path folder, int variant) throws IOException {
            Path file = folder.resolve("a.tlcase");
            Files.copy(material.sample(), file);
            Path report = folder.resolve("report." + ending(variant));
            Files.writeString(report, OLDER);
            return List.of("report", "--case", file, "--session", material.session(), "--out", report);
        }

        private static String ending(int variant) {
            return List.of("html", "xlsx", "docx", "pdf").get(variant % 4);
        }

        @Override
        String check(Material material, Path folder, int variant) throws IOException {
            Path report = folder.resolve("report." + ending(variant));
            assertOnly(folder, List.of("a.tlcase", report.getFileName().toString()));
            assertSampleIsWhole(material, folder.resolve("a.tlcase"), null);
            if (Files.size(report) == OLDER.length()) {
                assertThat(report).hasContent(OLDER);
                return "the older report";
            }
            String text = new String(Files.readAllBytes(report), StandardCharsets.ISO_8859_1).strip();
            switch (ending(variant)) {
            case "html" -> assertThat(text).endsWith("</html>");
            case "pdf" -> assertThat(text).startsWith("%PDF").endsWith("%%EOF");
            default -> {
                try (ZipFile zip = new ZipFile(report.toFile())) {
                    assertThat(zip.size()).isPositive();
                }
            }
            }
            return "the new report";
        }
    },

    PASSWORD {
        @Override
        List<?> start(Material material, Path folder, int variant) throws IOException {
            Path file = folder.resolve("a.tlcase");
            Files.copy(variant % 3 == 0 ? material.sample() : material.encrypted(), file);
            List<Object> command = new ArrayList<>(List.of("password", "--case", file));
            if (variant % 3 != 0) {
                command.addAll(List.of("--password-file", material.passwordFile("before")));
            }
            command.addAll(variant % 3 == 2 ? List.of("--remove")
                    : List.of("--new-password-file", material.passwordFile("after")));
            return command;
        }

        @Override
        String check(Material material, Path folder, int variant) throws IOException {
            assertOnly(folder, List.of("a.tlcase"));
            Path file = folder.resolve("a.tlcase");
            String before = variant % 3 == 0 ? null : "before";
            String after = variant % 3 == 2 ? null : "after";
            try {
                assertSampleIsWhole(material, file, before);
                return "as before";
            } catch (CaseFileException otherPassword) {
                assertSampleIsWhole(material, file, after);
                return "as after";
            }
        }
    };

    private static final String OLDER = "an older report";

    /** Puts into the folder what the work needs; gives the command. */
    abstract List<?> start(Material material, Path folder, int variant) throws IOException;

    /** Asserts that nothing is half done; says what was found. */
    abstract String check(Material material, Path folder, int variant) throws IOException;

    /** Temporary files by their names: what a killed program cannot take away any more. */
    static List<Path> temporaries(Path folder) throws IOException {
        return files(folder, Work::isTemporary);
    }

    private static boolean isTemporary(String name) {
        return name.startsWith(".") || name.startsWith("export") && name.endsWith(".part");
    }

    private static void assertOnly(Path folder, List<String> names) throws IOException {
        assertThat(files(folder, name -> !isTemporary(name))).extracting(path -> path.getFileName().toString())
                .isSubsetOf(names);
    }

    private static List<Path> files(Path folder, Predicate<String> which) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> which.test(path.getFileName().toString())).toList();
        }
    }

    private static String importedWholeFiles(Material material, Path file, int least, int most) throws IOException {
        int found;
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            assertThat(caseFile.verify()).isEmpty();
            found = caseFile.evidence().size();
            assertThat(found).isBetween(least, most);
            assertThat(caseFile.segments().rows())
                    .isEqualTo(caseFile.evidence().stream().mapToLong(Evidence::stored).sum());
            material.importAll(caseFile, material.exports());
            assertThat(caseFile.verify()).isEmpty();
            assertThat(CaseContent.of(caseFile)).isEqualTo(material.importedContent());
        }
        return found + " files";
    }

    private static void assertSame(Path file, Map<String, String> content) {
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            assertThat(caseFile.verify()).isEmpty();
            assertThat(CaseContent.of(caseFile)).isEqualTo(content);
        }
    }

    private static void assertSampleIsWhole(Material material, Path file, @Nullable String password)
            throws IOException {
        try (CaseFile caseFile = CaseFile.open(file, password == null ? null : password.toCharArray())) {
            assertThat(caseFile.verify()).isEmpty();
            assertThat(CaseContent.of(caseFile)).isEqualTo(material.sampleContent());
        }
    }

    /** What the work is done on: cases and exports, made once. */
    static final class Material {

        /** As many older schemas have a case in the resources. */
        static final int OLD = 6;
        private static final int FILES = 4;
        private static final int ROWS = 2_000;

        private final Path folder;
        private final List<Path> exports = new ArrayList<>();
        private final Map<String, String> importedContent;
        private final Map<String, String> sampleContent;
        private final List<Map<String, String>> oldContents = new ArrayList<>();
        private final String session;
        private final long events;

        Material(Path folder) throws IOException {
            this.folder = folder;
            for (int number = 0; number < FILES; number++) {
                exports.add(Files.writeString(folder.resolve(number + ".csv"),
                        PurviewRows.bulkyTable(1 + number * ROWS, number == 0 ? 50 : ROWS)));
            }
            try (CaseFile caseFile = CaseFile.create(imported(), null, "tester")) {
                importAll(caseFile, exports.subList(0, 1));
            }
            Path whole = Files.copy(imported(), folder.resolve("whole.tlcase"));
            try (CaseFile caseFile = CaseFile.open(whole, null)) {
                importAll(caseFile, exports);
                importedContent = CaseContent.of(caseFile);
            }
            Path tenant = folder.resolve("tenant");
            SampleTenant.write(tenant);
            try (CaseFile caseFile = CaseFile.create(sample(), null, "tester")) {
                importAll(caseFile, List.of(tenant));
                sampleContent = CaseContent.of(caseFile);
                session = caseFile.dictionary("SESSION_ID").stream().skip(1).findFirst().orElseThrow();
                events = caseFile.evidence().stream().mapToLong(Evidence::stored).sum();
            }
            for (String word : List.of("before", "after")) {
                Files.writeString(passwordFile(word), word);
            }
            try (CaseFile caseFile = CaseFile.create(encrypted(), "before".toCharArray(), "tester")) {
                importAll(caseFile, List.of(tenant));
            }
            for (int schema = 1; schema <= OLD; schema++) {
                try (InputStream in = Work.class.getResourceAsStream("/store/schema-" + schema + ".tlcase")) {
                    Files.copy(in, old(schema));
                }
                Path updated = folder.resolve("updated" + schema + ".tlcase");
                Files.copy(old(schema), updated, StandardCopyOption.REPLACE_EXISTING);
                try (CaseFile caseFile = CaseFile.open(updated, null)) {
                    oldContents.add(CaseContent.of(caseFile));
                }
            }
        }

        void importAll(CaseFile caseFile, List<Path> files) {
            new ImportService(caseFile, Importers.all()).importAll(files, ImportOptions.by("tester"), Progress.NONE);
        }

        Path imported() {
            return folder.resolve("imported.tlcase");
        }

        Path sample() {
            return folder.resolve("sample.tlcase");
        }

        Path encrypted() {
            return folder.resolve("encrypted.tlcase");
        }

        Path old(int schema) {
            return folder.resolve("old" + schema + ".tlcase");
        }

        Path passwordFile(String word) {
            return folder.resolve(word + ".txt");
        }

        List<Path> exports() {
            return exports;
        }

        Map<String, String> importedContent() {
            return importedContent;
        }

        Map<String, String> sampleContent() {
            return sampleContent;
        }

        Map<String, String> oldContent(int schema) {
            return oldContents.get(schema - 1);
        }

        String session() {
            return session;
        }

        long events() {
            return events;
        }
    }

    /** Empties a folder for the next turn. */
    static void clear(Path folder) throws IOException {
        files(folder, name -> true).forEach(file -> {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
