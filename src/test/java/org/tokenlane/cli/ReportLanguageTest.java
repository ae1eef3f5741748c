package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenlane.model.text.Language;
import org.tokenlane.sample.SharedSample;

/** A report in another language than the program's is in that language alone. */
class ReportLanguageTest {

    private static final Path BUNDLES = Path.of("src/main/resources/org/tokenlane");

    /** What stands between the arguments of a pattern, and between the branches of its choices. */
    private static final Pattern LITERAL = Pattern.compile("[^{}|#<]+");
    private static final int WORDS = 4;

    @TempDir
    private static Path folder;

    private static Path file;

    @BeforeAll
    static void copyTheSample() {
        file = SharedSample.copyTo(folder.resolve("sample.tlcase"));
        CommandRun.of("mark", "--case", file, "--session", SharedSample.answers().aitmSession(), "--verdict",
                "malicious").isDone();
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, mode = EnumSource.Mode.EXCLUDE, names = "ENGLISH")
    void noSentenceOfTheReportIsLeftInEnglish(Language language) throws IOException {
        Path html = folder.resolve(language.tag() + ".html");
        CommandRun.of("report", "--case", file, "--out", html, "--language", language.tag()).isDone();
        String page = Files.readString(html);
        assertThat(page).contains("lang=\"" + language.tag() + "\"");
        String words = plain(page);
        Set<String> english = pieces("texts.properties");
        english.removeAll(pieces("texts_" + language.tag() + ".properties"));
        List<String> left = english.stream().filter(words::contains).toList();
        assertThat(english).hasSizeGreaterThan(500);
        assertThat(left).isEmpty();
    }

    @Test
    void aLanguageThatIsNotSpokenIsWrongUsage() {
        CommandRun run = CommandRun.of("report", "--case", file, "--out", folder.resolve("x.html"), "--language", "fr");
        assertThat(run.exitCode()).isEqualTo(CaseCommand.WRONG_USAGE);
        assertThat(folder.resolve("x.html")).doesNotExist();
    }

    private static String plain(String page) {
        return page.replaceAll("(?s)<(style|script).*?</\\1>", " ").replaceAll("<[^>]+>", " ").replace("&quot;", "\"")
                .replace("&amp;", "&").replaceAll("\\s+", " ");
    }

    /** The parts of sentences that are too long to be in another language by chance. */
    private static Set<String> pieces(String name) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(BUNDLES)) {
            all.filter(found -> found.getFileName().toString().equals(name)).forEach(files::add);
        }
        Set<String> pieces = new TreeSet<>();
        for (Path bundle : files) {
            Properties texts = new Properties();
            try (Reader reader = Files.newBufferedReader(bundle)) {
                texts.load(reader);
            }
            texts.values().forEach(text -> LITERAL.matcher(text.toString().replace("''", "'")).results()
                    .map(found -> found.group().strip().replaceAll("\\s+", " "))
                    .filter(piece -> piece.split(" ").length >= WORDS).forEach(pieces::add));
        }
        return pieces;
    }
}
