package org.tokenlane;

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

/** Words and turns of phrase that the product does not use, in everything that a person reads. */
class GlossaryTest {

    /** What is not written, as whole words; what is written instead stands behind it in the comment. */
    private static final List<Pattern> AVOIDED = Stream.of(
            "at length", // in detail
            "(was|were|is|are|be|been) got at|get at|gets at|got at", // accessed
            "beside the logs|known beside|data beside", // external data (enrichment)
            "of weight", // significant
            "stands (in|for|on|at)|stand (in|for|on|at)|stood", // is, appears in, represents
            "taken (apart|out|for)|take (apart|out of)|takes out", // split, removed
            "chosen by|that (is|are|was|were) chosen|what is chosen|the chosen", // selected, included
            "put (apart|together)|takes apart", // split, merged
            "(is|are|was|were) told|tells (of|whether|what|who|when|how)|told (of|by)", // states, shows, reports
            "(?<!there )(is|are) no (?!longer|more|later|earlier)\\w+", // is not a
            "no right to|have no right", // permission denied
            "anew", // again
            "reckon(s|ed)?", // calculated, assumed, estimated
            "journeys?", // tour, path
            "mails", // messages
            "to look at it", // preview
            "takes? .{1,30} (malicious|hostile) for|(the )?analyst takes", // the analyst marked … as malicious
            "evidence files? holds?|the case holds", // contains
            "that could be noticed", // none identified
            "(holds|hold|held) for", // applies to
            "so already", // no change: already set
            "under each other", // stacked
            "unforeseen", // unexpected
            "has come in|come in\\b|came in\\b", // is, was imported
            "from where", // where … from
            "late data", // newly imported data
            "nothing on record|on record", // in the imported logs
            "whose token(s)? it", "what speaks against", // counter-evidence
            "is to be|are to be", // must be
            "\\w*(organis|recognis|synchronis|normalis|summaris|pseudonymis)(e|ed|es|er|ing|ation|ations)", // American spelling
            "colours?|coloured|licences?|behaviour|catalogue", // American spelling
            "in words").map(words -> Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE)).toList();

    /** Where such words are something else: syntax, names, quotations. */
    private static final Pattern EXCEPTIONS = Pattern
            .compile("after:\\d|^CliText\\.no-such|Journey to|--organisation=");

    @Test
    void nothingThatAPersonReadsUsesTheAvoidedWords() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : texts()) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                String text = file.toString().endsWith(".properties") ? line.substring(line.indexOf('=') + 1) : line;
                for (Pattern avoided : AVOIDED) {
                    Matcher match = avoided.matcher(text);
                    if (match.find() && !line.startsWith("#") && !EXCEPTIONS.matcher(line).find()) {
                        found.add(file + ":" + (i + 1) + ": “" + match.group() + "” in: " + line.strip());
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static List<Path> texts() throws IOException {
        List<Path> all = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"),
                Path.of("CHANGELOG.md"), Path.of("SECURITY.md"), Path.of("NOTICE")));
        for (String folder : List.of("src/main/resources", "src/lake/resources", "docs")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                all.addAll(files.filter(file -> file.getFileName().toString().equals("texts.properties")
                        || file.toString().endsWith(".md") || file.toString().contains("/rules/")
                                && Files.isRegularFile(file))
                        .sorted().toList());
            }
        }
        return all;
    }
}
