package org.tokenlane;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link inside the documents leads somewhere, and every file that the worked examples name is there. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern WHOLE_PATH = Pattern.compile("`(src/(?:main|test)/[^`…<>*]+)`");

    @Test
    void everyRelativeLinkPointsToAFileAndAHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                if (!link.group(1).matches("[a-z]+:.*")) {
                    links++;
                    if (!leadsSomewhere(document, link.group(1))) {
                        broken.add(document + ": " + link.group(1));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(links).isGreaterThan(30);
    }

    @Test
    void aLinkToAMissingFileOrHeadingIsNoticed() {
        Path readme = Path.of("README.md");
        assertThat(leadsSomewhere(readme, "docs/rules.md#sigma-rules")).isTrue();
        assertThat(leadsSomewhere(readme, "docs/rules.md#sigma-rule")).isFalse();
        assertThat(leadsSomewhere(readme, "docs/rule.md")).isFalse();
        assertThat(leadsSomewhere(readme, "#requirements")).isTrue();
    }

    @Test
    void everyFileThatTheArchitectureNamesByItsWholePathExists() throws IOException {
        List<String> named = WHOLE_PATH.matcher(Files.readString(Path.of("docs/architecture.md"))).results()
                .map(found -> found.group(1)).toList();
        assertThat(named).hasSizeGreaterThan(15).allMatch(path -> Files.exists(Path.of(path)));
    }

    private static boolean leadsSomewhere(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        if (!Files.exists(target)) {
            return false;
        }
        if (parts.length == 1) {
            return true;
        }
        try (Stream<String> lines = Files.lines(target)) {
            return lines.filter(line -> line.matches("#+ .*")).map(LinksTest::anchor).anyMatch(parts[1]::equals);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** As GitHub and others name headings. */
    private static String anchor(String heading) {
        return heading.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static List<Path> documents() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : List.of(".", "docs")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                all.addAll(files.filter(file -> file.toString().endsWith(".md")).sorted().toList());
            }
        }
        return all;
    }
}
