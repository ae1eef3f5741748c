package org.tokenlane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenlane.model.text.Language;
import org.tokenlane.model.text.TextKey;

/** Every text for a person is in a bundle, every key has a text, and every text is used. */
class TextsTest {

    private static final Path MAIN = Path.of("src/main/java/org/tokenlane");
    private static final Path LAKE = Path.of("src/lake/java/org/tokenlane");
    private static final List<Path> BUNDLES = List.of(Path.of("src/main/resources"), Path.of("src/lake/resources"));

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
        List<Class<?>> owners = enumsOfTexts();
        Map<String, Set<String>> keys = new TreeMap<>();
        for (Class<?> owner : owners) {
            for (Object constant : owner.getEnumConstants()) {
                keys.computeIfAbsent(owner.getPackageName(), name -> new TreeSet<>()).add(((TextKey) constant).key());
            }
        }
        assertThat(keys).isNotEmpty();
        for (Map.Entry<String, Set<String>> entry : keys.entrySet()) {
            Set<String> enums = new TreeSet<>();
            owners.stream().filter(owner -> owner.getPackageName().equals(entry.getKey()))
                    .forEach(owner -> enums.add(owner.getSimpleName()));
            Set<String> texts = new TreeSet<>(bundle(entry.getKey()).stringPropertyNames());
            texts.removeIf(key -> !enums.contains(key.split("\\.")[0]));
            assertThat(texts).as("texts of " + entry.getKey()).isEqualTo(entry.getValue());
        }
    }

    @Test
    void everyKeyOfACatalogueIsUsed() throws Exception {
        Set<String> unused = new TreeSet<>();
        for (Class<?> owner : enumsOfTexts()) {
            if (owner.getSimpleName().endsWith("Text")) {
                for (Object constant : owner.getEnumConstants()) {
                    unused.add(owner.getName() + "." + ((Enum<?>) constant).name());
                }
            }
        }
        assertThat(unused).isNotEmpty();
        classFiles().forEach(file -> unused.removeAll(fieldsOfOthers(file)));
        assertThat(unused).isEmpty();
    }

    @Test
    void everyTextCanBeFormattedAndHasItsApostrophesDoubled() throws Exception {
        for (Path file : bundles()) {
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

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void everyTextIsInEveryLanguageWithTheSameArguments(Language language) throws Exception {
        for (Path file : bundles()) {
            Properties english = load(Files.newInputStream(file));
            Path translated = file.resolveSibling("texts_" + language.tag() + ".properties");
            Properties bundle = load(Files.newInputStream(translated));
            assertThat(bundle.keySet()).as(translated.toString()).isEqualTo(english.keySet());
            bundle.forEach((key, text) -> {
                assertThat(text.toString()).as(translated + " " + key).isNotBlank();
                assertThat(arguments(text.toString())).as(translated + " " + key)
                        .isEqualTo(arguments(english.getProperty(key.toString())));
                if (!isHelp(file, key.toString())) {
                    assertThat(text.toString().replace("''", "")).as(translated + " " + key).doesNotContain("'");
                    new MessageFormat(text.toString(), language.locale());
                }
            });
        }
    }

    /** Those of the edition for Apache Spark are held to its keys by its own tests. */
    private static List<Path> bundles() {
        return BUNDLES.stream().flatMap(folder -> files(folder, "/texts.properties").stream()).toList();
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{(\\d+)").matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** picocli reads the help of commands itself, and does not format it. */
    private static boolean isHelp(Path file, String key) {
        return file.endsWith("cli/texts.properties") && !key.startsWith("CliText.")
                || file.endsWith("lake/texts.properties") && !key.startsWith("LakeText.");
    }

    @Test
    void noSentenceForAPersonIsInTheCode() throws Exception {
        List<String> found = new ArrayList<>();
        for (Path file : Stream.of(MAIN, LAKE).flatMap(folder -> files(folder, ".java").stream()).toList()) {
            String stage = (file.startsWith(MAIN) ? MAIN : LAKE).relativize(file).getName(0).toString();
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

    /** The program's classes, without those of the tests. */
    private static List<ClassModel> classFiles() {
        try {
            Path classes = Path.of(TextKey.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            List<ClassModel> found = new ArrayList<>();
            for (Path file : files(classes, ".class")) {
                found.add(ClassFile.of().parse(file));
            }
            return found;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The fields of other classes that a class reads, each as class and name. */
    private static Set<String> fieldsOfOthers(ClassModel file) {
        Set<String> fields = new HashSet<>();
        for (PoolEntry entry : file.constantPool()) {
            if (entry instanceof FieldRefEntry field && !field.owner().equals(file.thisClass())) {
                fields.add(field.owner().asInternalName().replace('/', '.') + "." + field.name().stringValue());
            }
        }
        return fields;
    }

    private static List<Class<?>> enumsOfTexts() throws ClassNotFoundException {
        List<Class<?>> found = new ArrayList<>();
        for (ClassModel file : classFiles()) {
            if (file.flags().has(AccessFlag.ENUM)) {
                Class<?> type = Class.forName(file.thisClass().asInternalName().replace('/', '.'));
                if (type.isEnum() && TextKey.class.isAssignableFrom(type)) {
                    found.add(type);
                }
            }
        }
        return found;
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
