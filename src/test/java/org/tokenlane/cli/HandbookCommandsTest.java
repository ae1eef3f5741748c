package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.text.Count;
import org.tokenlane.sample.SharedSample;

/** Every command in the handbook's pages runs on the sample case, and shows what the page says of it. */
class HandbookCommandsTest {

    private static final Pattern BLOCK = Pattern.compile("```\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern FILE = Pattern.compile("exports|tables|[a-z-]+\\.(tlcase|pdf|csv|ps1|json)");

    @TempDir
    private Path folder;

    private String run(String page) throws IOException {
        SharedSample.copyTo(folder.resolve("sample.tlcase"));
        StringBuilder all = new StringBuilder();
        Matcher block = BLOCK.matcher(Files.readString(Path.of("docs").resolve(page)));
        while (block.find()) {
            block.group(1).lines().filter(line -> line.startsWith("tokenlane "))
                    .forEach(line -> all.append(CommandRun.of(words(line)).isDone().out()));
        }
        assertThat(all).as(page).isNotEmpty();
        return all.toString();
    }

    /** The words behind the program's name, with files in a folder of the test. */
    private Object[] words(String line) {
        List<Object> words = new ArrayList<>();
        Matcher word = WORD.matcher(line.substring("tokenlane ".length()));
        while (word.find()) {
            String text = word.group(1) != null ? word.group(1) : word.group(2);
            words.add(FILE.matcher(text).matches() ? folder.resolve(text) : text);
        }
        return words.toArray();
    }

    /** The whole output would be pages long in a failure. */
    private static void assertShows(String output, String... words) {
        assertThat(Stream.of(words).filter(word -> !output.contains(word))).as("not shown").isEmpty();
    }

    @Test
    void theFirstFiveMinutesEndWithAReport() throws IOException {
        assertShows(run("first-five-minutes.md"), SharedSample.answers().aitmSession());
        assertThat(folder.resolve("report.pdf")).isNotEmptyFile();
    }

    @Test
    void theAitmCaseFindsSessionExposureAndSteps() throws IOException {
        String page = Files.readString(Path.of("docs/aitm-case.md"));
        assertThat(page).contains(SharedSample.answers().aitmSession());
        assertShows(run("aitm-case.md"), "aitm-portal-then-elsewhere", "link-then-sign-in",
                "adela.novakova@contoso.example", "115", "New-InboxRule", "203.0.113.200");
        assertThat(folder.resolve("notice.csv")).isNotEmptyFile();
        assertThat(folder.resolve("steps.ps1")).isNotEmptyFile();
        assertThat(folder.resolve("report.pdf")).isNotEmptyFile();
    }

    @Test
    void theDeviceCodeCaseFindsTheSharedSession() throws IOException {
        assertShows(run("device-code.md"), "device-code-in-session", "device-code-new-network",
                "soren.ostergard@contoso.example", SharedSample.answers().deviceCodeSession(), "DK", "RO");
    }

    @Test
    void theConsentCaseFindsTheConsent() throws IOException {
        assertShows(run("consent.md"), "app-consent", "Mail Backup Pro", "Consent to application");
    }

    @Test
    void theExamplesOfFiltersSelectEvents() throws IOException {
        String shown = run("filters.md");
        assertShows(shown, "MailItemsAccessed", "sign-in-non-interactive", SharedSample.answers().deviceCodeSession());
        assertThat(shown.lines().filter(Count.EVENTS.of(0)::equals)).isEmpty();
    }

    @Test
    void theNumbersOfLinksAreShown() throws IOException {
        assertShows(run("sessions-and-tokens.md"), "uti-from-request-id", "user-ip-time-device");
    }
}
