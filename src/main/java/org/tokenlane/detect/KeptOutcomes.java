package org.tokenlane.detect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.finding.Severity;

/**
 * Writes what the rules found as bytes, and reads it. The ids of events are not written, as they follow from their
 * numbers. Bytes may be anybody's work: whatever is no such writing is refused.
 */
final class KeptOutcomes {

    private static final int NONE = -1;

    private final IntFunction<String> ids;
    private final int events;

    /**
     * @param ids
     *            the id of each event by its number
     * @param events
     *            how many there are
     */
    KeptOutcomes(IntFunction<String> ids, int events) {
        this.ids = ids;
        this.events = events;
    }

    byte[] write(List<RuleOutcome> outcomes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(outcomes.size());
            for (RuleOutcome outcome : outcomes) {
                text(out, outcome.rule());
                text(out, outcome.title());
                text(out, outcome.severity().id());
                text(out, outcome.notEvaluated());
                out.writeInt(outcome.findings().size());
                for (Finding finding : outcome.findings()) {
                    write(out, finding);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, Finding finding) throws IOException {
        text(out, finding.rule());
        text(out, finding.title());
        text(out, finding.severity().id());
        texts(out, finding.attack());
        text(out, finding.sessionId());
        text(out, finding.upn());
        numbers(out, finding.events());
        text(out, finding.told());
        text(out, finding.why());
        texts(out, finding.against());
        text(out, finding.next());
        numbers(out, finding.others());
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(NONE);
        } else {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(encoded.length);
            out.write(encoded);
        }
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static void numbers(DataOutputStream out, List<Integer> numbers) throws IOException {
        out.writeInt(numbers.size());
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    /** What was written, or null where the bytes are something else. */
    @Nullable
    List<RuleOutcome> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int size = count(in);
            List<RuleOutcome> outcomes = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                String rule = text(in);
                String title = text(in);
                Severity severity = severity(in);
                String notEvaluated = maybeText(in);
                List<Finding> findings = new ArrayList<>();
                for (int left = count(in); left > 0; left--) {
                    findings.add(finding(in));
                }
                outcomes.add(new RuleOutcome(rule, title, severity, findings, notEvaluated));
            }
            return in.available() == 0 ? outcomes : null;
        } catch (IOException notSo) {
            return null;
        }
    }

    private Finding finding(DataInputStream in) throws IOException {
        String rule = text(in);
        String title = text(in);
        Severity severity = severity(in);
        List<String> attack = texts(in);
        String session = maybeText(in);
        String upn = maybeText(in);
        List<Integer> proof = numbers(in);
        String told = text(in);
        String why = text(in);
        List<String> against = texts(in);
        String next = text(in);
        return new Finding(rule, title, severity, attack, session, upn, proof,
                proof.stream().map(ids::apply).toList(), told, why, against, next, numbers(in));
    }

    private static Severity severity(DataInputStream in) throws IOException {
        String id = text(in);
        return Arrays.stream(Severity.values()).filter(severity -> severity.id().equals(id)).findFirst()
                .orElseThrow(() -> new IOException("no severity")); // not for people
    }

    private static String text(DataInputStream in) throws IOException {
        String text = maybeText(in);
        if (text == null) {
            throw new IOException("a text is missing"); // not for people
        }
        return text;
    }

    private static @Nullable String maybeText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length == NONE) {
            return null;
        }
        if (length < 0 || length > in.available()) {
            throw new IOException("no such length"); // not for people
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    private List<Integer> numbers(DataInputStream in) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (int left = count(in); left > 0; left--) {
            int number = in.readInt();
            if (number < 0 || number >= events) {
                throw new IOException("no such event"); // not for people
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** How many things follow; each takes four bytes at least. */
    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available() / Integer.BYTES) {
            throw new IOException("no such number"); // not for people
        }
        return count;
    }
}
