package org.tokenlane.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.containment.ContainmentSheet;
import org.tokenlane.detect.containment.ContainmentSheet.Done;
import org.tokenlane.detect.containment.ContainmentSheet.Item;
import org.tokenlane.detect.containment.ContainmentSheet.Step;
import org.tokenlane.detect.containment.ContainmentSheet.TokenState;
import org.tokenlane.detect.containment.PowerShellText;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.event.AuditEvent;

/** Writes a containment sheet. Times are UTC. */
public final class ContainmentText {

    private ContainmentText() {
    }

    /**
     * As text for people, of which every line but the commands is a PowerShell comment, so that nothing but the
     * commands does anything where it is pasted as a whole.
     */
    public static List<String> lines(ContainmentSheet sheet) {
        List<String> lines = new ArrayList<>();
        remark(lines, ExportText.SHEET_TITLE.text(sheet.sessions().size(), String.join(", ", sheet.sessions())));
        remark(lines, ExportText.SHEET_TIME.text(orUnknown(sheet.asOf())));
        lines.add("");
        remark(lines, ExportText.SHEET_TOKENS.text(sheet.tokens().stream().filter(TokenState::mayBeValid).count(),
                sheet.tokens().size()));
        sheet.tokens().forEach(token -> remark(lines, "  " + words(token)));
        sheet.assumptions().forEach(assumption -> remark(lines, "  - " + assumption));
        for (int number = 1; number <= sheet.steps().size(); number++) {
            Step step = sheet.steps().get(number - 1);
            lines.add("");
            remark(lines, ExportText.SHEET_STEP.text(number, step.title(), step.why(), step.done(),
                    step.items().size()));
            step.items().forEach(item -> remark(lines, "   " + words(step, item)));
            lines.addAll(step.commands());
        }
        if (!sheet.limits().isEmpty()) {
            lines.add("");
            remark(lines, ExportText.SHEET_LIMITS.text());
            sheet.limits().forEach(limit -> remark(lines, "  - " + limit));
        }
        return lines;
    }

    /** Writes the lines as a file for Windows too: with a byte order mark, and its line ends. */
    public static void write(Writer out, List<String> lines) throws IOException {
        out.write('\uFEFF');
        for (String line : lines) {
            out.write(line + "\r\n");
        }
    }

    /**
     * The same as a PowerShell file that does nothing, run or pasted: every line is a comment, the commands follow
     * {@code PS>}, and running it says so. Such a file has to begin with a byte order mark, since PowerShell 5 takes
     * one
     * without it for text in the system's own encoding, in which letters of UTF-8 can be quotes.
     */
    public static List<String> unrunnable(List<String> lines) {
        List<String> all = new ArrayList<>();
        remark(all, ExportText.SHEET_READ_ONLY.text());
        remark(all, ExportText.SHEET_UNTRUSTED.text());
        all.add("throw " + PowerShellText.quoted(ExportText.SHEET_REFUSAL.text()));
        all.add("");
        lines.forEach(
                line -> all.add(line.isEmpty() || line.startsWith("#") ? line : PowerShellText.remark("PS> " + line)));
        return all;
    }

    private static void remark(List<String> lines, String text) {
        lines.add(PowerShellText.remark(text));
    }

    private static String words(TokenState token) {
        String app = Objects.requireNonNullElseGet(token.app(), ExportText.UNKNOWN_APPLICATION::text);
        String resource = Objects.requireNonNullElseGet(token.resource(), ExportText.UNKNOWN_RESOURCE::text);
        String of = (token.user() == null ? ExportText.TOKEN_OF_UNKNOWN_USER : ExportText.TOKEN_OF)
                .text(Objects.requireNonNullElse(token.user(), ""), app, resource);
        return (token.mayBeValid() ? ExportText.TOKEN_VALID : ExportText.TOKEN_EXPIRED).text(token.uti(), of,
                orUnknown(token.issuedAt()), orUnknown(token.lastUsed()), cae(token.continuouslyEvaluated()),
                orUnknown(token.validUntil()));
    }

    private static String cae(@Nullable Boolean continuouslyEvaluated) {
        return (continuouslyEvaluated == null ? ExportText.CAE_UNKNOWN
                : continuouslyEvaluated ? ExportText.CAE : ExportText.NO_CAE).text();
    }

    /** Who did it when, with the proof; or who marked it as done. */
    public static String words(Done done) {
        return (done.isMarked() ? ExportText.DONE_MARKED : ExportText.DONE_PROVEN).text(
                done.by() == null || done.by().isEmpty() ? ExportText.UNKNOWN.text() : done.by(),
                orUnknown(done.at()), String.valueOf(done.words()), done.place());
    }

    private static String words(Step step, Item item) {
        return item.done() == null ? ExportText.ITEM_OPEN.text(words(item), step.key(item))
                : ExportText.ITEM_DONE.text(words(item), words(item.done()));
    }

    /** An object of a step: its name and id, since when it is there, and what else is known of it. */
    public static String words(Item item) {
        List<String> parts = new ArrayList<>();
        // a rule that is called "." would not be seen as a name
        String name = item.name().chars().anyMatch(Character::isLetterOrDigit) ? item.name()
                : Words.quoted(item.name());
        parts.add(item.id() == null || item.id().equals(item.name()) ? name : ExportText.OBJECT.text(name, item.id()));
        String time = seconds(item.time());
        if (time != null) {
            parts.add(time);
        }
        if (item.detail() != null) {
            parts.add(item.detail());
        }
        String all = String.join(", ", parts);
        return item.inferred() ? ExportText.OBJECT_INFERRED.text(all) : all;
    }

    private static String orUnknown(long nanos) {
        return Objects.requireNonNullElseGet(seconds(nanos), ExportText.UNKNOWN::text);
    }

    /** To the second and with its zone, as the report's sentences have it; JSON has the whole time. */
    private static @Nullable String seconds(long nanos) {
        return nanos == AuditEvent.NO_TIME ? null : Words.time(nanos);
    }

    /** As maps and lists, for JSON. */
    public static Map<String, Object> json(ContainmentSheet sheet) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sessions", sheet.sessions());
        map.put("asOf", EventText.time(sheet.asOf()));
        map.put("tokens", sheet.tokens().stream().map(ContainmentText::token).toList());
        map.put("steps", json(sheet.steps()));
        map.put("assumptions", sheet.assumptions());
        map.put("limits", sheet.limits());
        return map;
    }

    /** The steps alone, as maps and lists. */
    public static List<Map<String, Object>> json(List<Step> all) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Step step : all) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("order", steps.size() + 1);
            one.put("id", step.id());
            one.put("title", step.title());
            one.put("why", step.why());
            one.put("objects", step.items().stream().map(item -> item(step, item)).toList());
            one.put("commands", step.commands());
            steps.add(one);
        }
        return steps;
    }

    private static Map<String, Object> token(TokenState token) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sessionId", token.session());
        map.put("uti", token.uti());
        map.put("user", token.user());
        map.put("app", token.app());
        map.put("resource", token.resource());
        map.put("issuedAt", EventText.time(token.issuedAt()));
        map.put("lastUsed", EventText.time(token.lastUsed()));
        map.put("cae", token.continuouslyEvaluated());
        map.put("validUntil", EventText.time(token.validUntil()));
        map.put("mayBeValid", token.mayBeValid());
        return map;
    }

    private static Map<String, Object> item(Step step, Item item) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", item.name());
        map.put("id", item.id());
        map.put("time", EventText.time(item.time()));
        map.put("detail", item.detail());
        map.put("inferred", item.inferred());
        map.put("key", step.key(item));
        map.put("done", item.done() == null ? null : done(item.done()));
        return map;
    }

    private static Map<String, Object> done(Done done) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("by", done.by());
        map.put("at", EventText.time(done.at()));
        map.put("what", done.words());
        map.put("marked", done.isMarked());
        map.put("proof", done.place());
        return map;
    }
}
