package org.tokenlane;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.text.TextKey;

/** Every text for a person is in a bundle, every key has a text, and every text is used. */
class TextsTest {

    private static final Path MAIN = Path.of("src/main/java/org/tokenlane");
    private static final Path BUNDLES = Path.of("src/main/resources");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tokenlane");

    /** Folders whose texts are not for people, or are data: each with the reason in words. */
    private static final Map<String, String> NO_TEXTS = Map.of("sample", "logs that a made-up tenant wrote");

    /** Folders whose texts still stand in the code. */
    private static final Set<String> NOT_YET = Set.of("detect", "enrich");

    /** Lines whose sentences no user reads: logs, SQL, failures of the program itself, annotations for compilers. */
    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile(
            "LOG\\.log|DateTimeException|message\\.contains|startsWith\\(|IllegalStateException|IllegalArgumentException"
                    + "|AssertionError|NullPointerException"
                    + "|UnsupportedOperationException|@SuppressWarnings|^\\s*\\*|^\\s*/[/*]|// not for people"
                    + "|\"[ (]*(?:select|insert into|update|delete from|merge into|create table|order by|where|and not"
                    + "|fetch first|join|first_event_utc,|\\) order by) ?");

    /**
     * Files whose sentences are data: texts that older programs wrote into cases, as they wrote them, names of columns
     * as logs have them, names of kinds of files.
     */
    private static final Set<String> DATA = Set.of("OldSentences.java", "SignInAuthDetailsImporter.java",
            "SignInPortalApplicationImporter.java", "SignInPortalImporter.java", "BinaryKind.java");

    private static final Pattern PROSE = Pattern
            .compile("\"(?:[^\"\\\\]|\\\\.)*\\p{Ll}{2,} \\p{Ll}{2,}(?:[^\"\\\\]|\\\\.)*\"");

    @Test
    void everyKeyHasATextAndEveryTextAKey() throws Exception {
        Map<String, Set<String>> keys = new TreeMap<>();
        for (JavaClass owner : enumsOfTexts()) {
            for (Object constant : owner.reflect().getEnumConstants()) {
                keys.computeIfAbsent(owner.getPackageName(), name -> new TreeSet<>()).add(((TextKey) constant).key());
            }
        }
        assertThat(keys).isNotEmpty();
        for (Map.Entry<String, Set<String>> entry : keys.entrySet()) {
            Set<String> enums = new TreeSet<>();
            enumsOfTexts().stream().filter(owner -> owner.getPackageName().equals(entry.getKey()))
                    .forEach(owner -> enums.add(owner.getSimpleName()));
            Set<String> texts = new TreeSet<>(bundle(entry.getKey()).stringPropertyNames());
            texts.removeIf(key -> !enums.contains(key.split("\\.")[0]));
            assertThat(texts).as("texts of " + entry.getKey()).isEqualTo(entry.getValue());
        }
    }

    @Test
    void everyKeyOfACatalogueIsUsed() {
        List<String> unused = new ArrayList<>();
        for (JavaClass owner : enumsOfTexts()) {
            if (owner.getSimpleName().endsWith("Text")) {
                for (JavaField field : owner.getFields()) {
                    if (field.reflect().isEnumConstant() && field.getAccessesToSelf().stream()
                            .allMatch(access -> access.getOriginOwner().equals(owner))) {
                        unused.add(owner.getSimpleName() + "." + field.getName());
                    }
                }
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void everyTextCanBeFormattedAndHasItsApostrophesDoubled() throws Exception {
        for (Path file : files(BUNDLES, "texts.properties")) {
            Properties bundle = load(Files.newInputStream(file));
            bundle.forEach((key, text) -> {
                assertThat(text.toString()).as(key.toString()).isNotBlank();
                if (!isHelp(file, key.toString())) {
                    assertThat(text.toString().replace("''", "")).as(key.toString()).doesNotContain("'");
                    new MessageFormat(text.toString(), Locale.ENGLISH);
                }
            });
        }
    }

    /** picocli reads the help of commands itself, and does not format it. */
    private static boolean isHelp(Path file, String key) {
        return file.endsWith("cli/texts.properties") && !key.startsWith("CliText.");
    }

    @Test
    void noSentenceForAPersonIsInTheCode() throws Exception {
        List<String> found = new ArrayList<>();
        for (Path file : files(MAIN, ".java")) {
            String stage = MAIN.relativize(file).getName(0).toString();
            if (!NO_TEXTS.containsKey(stage) && !NOT_YET.contains(stage)
                    && !DATA.contains(file.getFileName().toString())) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    String near = i == 0 ? lines.get(i) : lines.get(i - 1) + lines.get(i);
                    if (PROSE.matcher(lines.get(i)).find() && !NOT_FOR_PEOPLE.matcher(near).find()) {
                        found.add(file.getFileName() + ":" + (i + 1) + ": " + lines.get(i).strip());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<JavaClass> enumsOfTexts() {
        return CLASSES.stream().filter(owner -> owner.isEnum() && owner.isAssignableTo(TextKey.class)).toList();
    }

    private static Properties bundle(String packageName) throws IOException {
        return load(TextsTest.class.getResourceAsStream("/" + packageName.replace('.', '/') + "/texts.properties"));
    }

    private static Properties load(InputStream in) throws IOException {
        Properties properties = new Properties();
        try (InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
