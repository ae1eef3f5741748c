package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.cli.CommandRun;
import org.tokenlane.correlate.CaseCheck;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.finding.SigmaFile;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.OriginSplit;

/**
 * One bit anywhere in a case's file is not as it was: the case is refused, verifying finds it, or every command says
 * what it said before.
 */
class FlippedBitTest {

    private static final String SESSION = "00c46fa3-45a8-11c0-96d6-32c905791857";
    private static final List<String> EXPORTS = List.of("entra/signin-graph-beta.json", "ual/purview-damaged.csv",
            "ual/purview.csv", "graph/graph-defender.csv", "exchange/InboxRules.json", "exchange/TransportRules.csv");
    /** All commands that print what a case contains. */
    private static final List<List<String>> COMMANDS = List.of(List.of("sessions", "--json"),
            List.of("session", SESSION, "--json"), List.of("applications", "--json"), List.of("events", "--json"),
            List.of("search", "adele", "--json"), List.of("answers", "--json"), List.of("findings", "--json"),
            List.of("alike", "--json"), List.of("rules", "--json"), List.of("sigma", "--json"),
            List.of("indicators", "--json"), List.of("log", "--json"),
            List.of("rejects", "--json"), List.of("state", "--json"), List.of("exposure", "--json"),
            List.of("containment", "--json"));

    @TempDir
    private static Path folder;

    private static Path made;
    private static List<String> said;

    /**
     * A damaged mark of the database's newest write can be passed over until the file was written again; then it is
     * refused, and nothing wrong is told in between.
     */
    private static final String LATER = "refused by a later opening";

    /** What became of the copies. */
    private final Map<String, Integer> outcomes = new TreeMap<>();

    @BeforeAll
    static void makeACase() throws IOException {
        made = folder.resolve("made.tlcase");
        List<Path> exports = new ArrayList<>();
        for (String export : EXPORTS) {
            Path file = folder.resolve(export.replace('/', '-'));
            try (var in = FlippedBitTest.class.getResourceAsStream("/ingest/" + export)) {
                Files.copy(in, file);
            }
            exports.add(file);
        }
        try (CaseFile caseFile = CaseFile.create(made, null, "Adele")) {
            new ImportService(caseFile, Importers.all()).importAll(exports, ImportOptions.by("Adele"), Progress.NONE);
            Correlation.upToDate(caseFile);
            MarkTarget session = MarkTarget.of(MarkTarget.Kind.SESSION, SESSION);
            caseFile.marks().verdict(List.of(session), Verdict.SUSPICIOUS, "", "Adele");
            caseFile.marks().verdict(List.of(session), Verdict.MALICIOUS, "another network", "Søren");
            caseFile.marks().note(List.of(session), "a note", "Søren");
            caseFile.marks().tag(List.of(session), "bec", "Søren");
            caseFile.marks().undo("Adele");
            caseFile.marks().indicators("kit", "kit.csv",
                    List.of(new Indicator(Indicator.Type.IP, "198.51.100.7", "kit")), "Adele");
            caseFile.settings().setActor(SESSION, "AS64501|kit|", "the attacker", "Adele");
            caseFile.settings().splitOrigin(SESSION,
                    new OriginSplit("AS64500|agent|", OriginSplit.By.ADDRESS, "203.0.113.9"), true, "Adele");
            caseFile.settings().saveFilter("mail", "op:MailItemsAccessed", "Adele");
            caseFile.settings().setRule("mass-download", "files", "20", "Adele");
            caseFile.settings().keepSigma(new SigmaFile("hide.yml", "0".repeat(64), "title: hide"), "Adele");
            Detection.of(caseFile, Correlation.upToDate(caseFile), new RecordDetails(),
                    new KnownNetworks(Enrichment.of(Networks.shipped())), Progress.NONE);
        }
        // without the dead space of what was written before
        PlainJdbc.run(made, "shutdown compact");
        Path copy = Files.copy(made, folder.resolve("a.tlcase"));
        said = said(copy);
        assertThat(said.stream().filter(output -> !output.startsWith("0 ")).toList()).isEmpty();
    }

    private static List<String> said(Path file) {
        List<String> outputs = new ArrayList<>();
        for (List<String> command : COMMANDS) {
            List<Object> words = new ArrayList<>(command);
            words.add("--case");
            words.add(file);
            CommandRun run = CommandRun.of(words.toArray());
            // the time of the run is not from the case
            outputs.add(run.exitCode() + " " + run.out().replaceAll("\"asOf\" : \"[^\"]*\"", "") + run.err());
        }
        // what exports and the window show beside
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            for (Object shown : List.of(caseFile.marks().all().all(), caseFile.sharedMarks().all(),
                    caseFile.evidence(), caseFile.warnings(), caseFile.shapes(), caseFile.settings().savedFilters(),
                    caseFile.settings().allActors(), caseFile.settings().allOriginSplits(),
                    caseFile.settings().ruleSettings(), caseFile.settings().sigmaFiles(), caseFile.history().next(),
                    caseFile.key())) {
                outputs.add("0 " + shown);
            }
        }
        return outputs;
    }

    /** The result for a case in which this bit is the other way round. */
    private static String flipped(byte[] original, long bit) throws IOException {
        Path file = folder.resolve("a.tlcase");
        byte[] bytes = original.clone();
        bytes[(int) (bit >>> 3)] ^= (byte) (1 << (bit & 7));
        Files.write(file, bytes);
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            if (!CaseCheck.faults(caseFile).isEmpty()) {
                return "found by verifying it";
            }
        } catch (CaseFileException refused) {
            assertThat(refused).hasMessageNotContaining(StoreText.IN_USE.text(file));
            return "refused";
        }
        List<String> now = said(file);
        for (int output = 0; output < said.size(); output++) {
            if (now.get(output).equals("1 " + StoreText.NOT_A_CASE.text(file) + System.lineSeparator())) {
                return LATER;
            }
            if (!now.get(output).equals(said.get(output))) {
                return "missed: " + difference(said.get(output), now.get(output));
            }
        }
        return "no command says anything else";
    }

    private static String difference(String before, String now) {
        int at = Math.max(0, Arrays.mismatch(before.toCharArray(), now.toCharArray()) - 60);
        return before.substring(at, Math.min(before.length(), at + 120)) + " / "
                + now.substring(Math.min(now.length(), at), Math.min(now.length(), at + 120));
    }

    private void flip(int copies, long seed) throws IOException {
        byte[] original = Files.readAllBytes(made);
        Random random = new Random(seed);
        List<String> missed = new ArrayList<>();
        for (int copy = 0; copy < copies; copy++) {
            long bit = random.nextLong(original.length * 8L);
            String outcome;
            try {
                outcome = flipped(original, bit);
            } catch (CaseFileException refused) {
                outcome = LATER;
            } catch (RuntimeException | Error unclear) {
                outcome = "unclear: " + unclear;
            }
            outcomes.merge(outcome.split(":")[0], 1, Integer::sum);
            if (outcome.startsWith("missed") || outcome.startsWith("unclear")) {
                missed.add("bit " + bit + ": " + outcome);
            }
        }
        System.out.println(copies + " copies of a case of " + original.length + " bytes: " + outcomes);
        assertThat(missed).isEmpty();
    }

    @Test
    void aFlippedBitIsFoundOrChangesNothing() throws IOException {
        flip(16, 18);
    }

    /** {@code mvn verify -Ptrust}; {@code -Dtrust.copies} and {@code -Dtrust.seed} take others. */
    @Test
    @Tag("trust")
    void aFlippedBitIsFoundOrChangesNothingInAThousandCopies() throws IOException {
        flip(Integer.getInteger("trust.copies", 1_000), Long.getLong("trust.seed", 2026));
    }
}
