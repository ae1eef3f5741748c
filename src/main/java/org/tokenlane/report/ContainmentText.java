package org.tokenlane.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.detect.containment.ContainmentSheet;
import org.tokenlane.detect.containment.ContainmentSheet.Item;
import org.tokenlane.detect.containment.ContainmentSheet.Step;
import org.tokenlane.detect.containment.ContainmentSheet.TokenState;
import org.tokenlane.detect.containment.PowerShellText;

/** Writes a containment sheet. Times are UTC. */
public final class ContainmentText {

    private ContainmentText() {
    }

    /**
     * As text for people, of which every line but the commands is a remark of PowerShell, so that nothing happens by
     * itself where it is pasted as a whole.
     */
    public static List<String> lines(ContainmentSheet sheet) {
        List<String> lines = new ArrayList<>();
        remark(lines, "Containment of " + (sheet.sessions().size() == 1 ? "session " : "sessions ")
                + String.join(", ", sheet.sessions()));
        remark(lines, "as of " + EventText.time(sheet.asOf())
                + " (UTC). The commands are text: check each before you run it. They need the modules Microsoft.Graph,"
                + " ExchangeOnlineManagement and PnP.PowerShell.");
        lines.add("");
        remark(lines, "Tokens: " + sheet.tokens().stream().filter(TokenState::mayBeValid).count() + " of "
                + sheet.tokens().size() + " may still be valid.");
        sheet.tokens().forEach(token -> remark(lines, "  " + words(token)));
        sheet.assumptions().forEach(assumption -> remark(lines, "  - " + assumption));
        for (int number = 1; number <= sheet.steps().size(); number++) {
            Step step = sheet.steps().get(number - 1);
            lines.add("");
            remark(lines, number + ". " + step.title() + ". " + step.why());
            step.items().forEach(item -> remark(lines, "   " + words(item)));
            lines.addAll(step.commands());
        }
        if (!sheet.limits().isEmpty()) {
            lines.add("");
            remark(lines, "What the logs leave open:");
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
     * The same as a file of PowerShell that does nothing, run or pasted: every line is a remark, the commands behind
     * {@code PS>}, and running it says so. Such a file is to
     * begin with a byte order mark, since PowerShell 5 takes one without for text of the system's own encoding, in
     * which letters of UTF-8 hold quotes.
     */
    public static List<String> unrunnable(List<String> lines) {
        List<String> all = new ArrayList<>();
        remark(all,
                "A list to be read, not a script to be run: every line is a remark. Check each command against the tenant, then take over what stands behind PS>");
        remark(all,
                "and run it by itself. Names and ids come from logs, in which an attacker may have written anything.");
        all.add("throw 'This is a list to be read. Nothing was run.'");
        all.add("");
        lines.forEach(
                line -> all.add(line.isEmpty() || line.startsWith("#") ? line : PowerShellText.remark("PS> " + line)));
        return all;
    }

    private static void remark(List<String> lines, String text) {
        lines.add(PowerShellText.remark(text));
    }

    private static String words(TokenState token) {
        return token.uti() + " (" + (token.user() == null ? "" : token.user() + ", ")
                + named(token.app(), "application not known") + " → "
                + named(token.resource(), "resource not known") + "): issued "
                + orUnknown(token.issuedAt()) + ", last used " + orUnknown(token.lastUsed()) + ", "
                + (token.continuouslyEvaluated() == null ? "CAE not known"
                        : token.continuouslyEvaluated() ? "CAE" : "no CAE")
                + (token.mayBeValid() ? ", may be valid until " : ", ran out by ") + orUnknown(token.validUntil());
    }

    private static String named(String name, String otherwise) {
        return name == null ? otherwise : name;
    }

    private static String words(Item item) {
        return item.name() + (item.id() == null || item.id().equals(item.name()) ? "" : " [" + item.id() + "]")
                + (EventText.time(item.time()) == null ? ""
                        : ", "
                                + EventText.time(item.time()))
                + (item.detail() == null ? "" : ", " + item.detail())
                + (item.inferred() ? " (inferred only: check that it belongs to these sessions)" : "");
    }

    private static String orUnknown(long nanos) {
        return EventText.time(nanos) == null ? "not known" : EventText.time(nanos);
    }

    /** As maps and lists, for JSON. */
    public static Map<String, Object> json(ContainmentSheet sheet) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sessions", sheet.sessions());
        map.put("asOf", EventText.time(sheet.asOf()));
        map.put("tokens", sheet.tokens().stream().map(ContainmentText::token).toList());
        List<Object> steps = new ArrayList<>();
        for (Step step : sheet.steps()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("order", steps.size() + 1);
            one.put("title", step.title());
            one.put("why", step.why());
            one.put("objects", step.items().stream().map(ContainmentText::item).toList());
            one.put("commands", step.commands());
            steps.add(one);
        }
        map.put("steps", steps);
        map.put("assumptions", sheet.assumptions());
        map.put("limits", sheet.limits());
        return map;
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

    private static Map<String, Object> item(Item item) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", item.name());
        map.put("id", item.id());
        map.put("time", EventText.time(item.time()));
        map.put("detail", item.detail());
        map.put("inferred", item.inferred());
        return map;
    }
}
