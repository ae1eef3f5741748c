package org.tokenlane.ui.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The checklist for one tenant: what to export, how, and what each export leaves out. The limits are from Microsoft's
 * documentation, named in docs/getting-logs.md.
 *
 * @param sentinel
 *            whether logs go to Microsoft Sentinel or a Log Analytics workspace
 * @param defender
 *            whether Microsoft Defender XDR is in use
 */
record ExportRequest(License license, boolean sentinel, boolean defender) {

    /** Commands, which are the same in every language. */
    private static final Properties COMMANDS = commands();

    private static Properties commands() {
        Properties commands = new Properties();
        try (InputStream in = Objects.requireNonNull(
                ExportRequest.class.getResourceAsStream("commands.properties"), "is packed"); // not for people
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            commands.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return commands;
    }

    static List<String> allCommands() {
        return COMMANDS.values().stream().map(Object::toString).toList();
    }

    /** A log to export. */
    private record Item(ExportsText title, ExportsText how, @Nullable String command, ExportsText limits) {
    }

    private List<Item> items() {
        boolean other = license == License.OTHER;
        List<Item> items = new ArrayList<>();
        if (sentinel) {
            items.add(new Item(ExportsText.SIGN_INS_SENTINEL, ExportsText.TABLES_HOW, "sign-ins-sentinel",
                    ExportsText.TABLES_LIMITS));
        }
        items.add(new Item(ExportsText.SIGN_INS, ExportsText.SIGN_INS_HOW, "sign-ins",
                other ? ExportsText.SIGN_INS_LIMITS_OTHER : ExportsText.SIGN_INS_LIMITS));
        if (defender) {
            items.add(new Item(ExportsText.SIGN_INS_DEFENDER, ExportsText.HUNTING_HOW, "sign-ins-defender",
                    ExportsText.SIGN_INS_DEFENDER_LIMITS));
        }
        items.add(new Item(ExportsText.AUDIT, ExportsText.AUDIT_HOW, "audit",
                license == License.E5 ? ExportsText.AUDIT_LIMITS_E5 : ExportsText.AUDIT_LIMITS));
        if (sentinel) {
            items.add(new Item(ExportsText.AUDIT_SENTINEL, ExportsText.TABLES_HOW, "audit-sentinel",
                    ExportsText.AUDIT_SENTINEL_LIMITS));
        }
        if (defender) {
            items.add(new Item(ExportsText.AUDIT_DEFENDER, ExportsText.HUNTING_HOW, "audit-defender",
                    ExportsText.HUNTING_LIMITS));
        }
        items.add(new Item(ExportsText.DIRECTORY, ExportsText.DIRECTORY_HOW, "directory",
                other ? ExportsText.DIRECTORY_LIMITS_OTHER : ExportsText.DIRECTORY_LIMITS));
        items.add(new Item(ExportsText.GRAPH, sentinel ? ExportsText.TABLES_HOW : ExportsText.GRAPH_HOW,
                sentinel ? "graph-sentinel" : null, ExportsText.GRAPH_LIMITS));
        if (defender) {
            items.add(new Item(ExportsText.GRAPH_DEFENDER, ExportsText.HUNTING_HOW, "graph-defender",
                    ExportsText.GRAPH_DEFENDER_LIMITS));
        }
        if (license == License.E5) {
            items.add(new Item(ExportsText.RISK, ExportsText.RISK_HOW, "risk", ExportsText.RISK_LIMITS));
        }
        items.add(new Item(ExportsText.TRACE, ExportsText.TRACE_HOW, "trace", ExportsText.TRACE_LIMITS));
        if (defender) {
            items.add(new Item(ExportsText.MAIL_DEFENDER, ExportsText.HUNTING_HOW, "mail-defender",
                    ExportsText.HUNTING_LIMITS));
        }
        items.add(new Item(ExportsText.MAILBOXES, ExportsText.MAILBOXES_HOW, "mailboxes",
                ExportsText.MAILBOXES_LIMITS));
        return items;
    }

    /** The checklist as plain text, as it goes into an e-mail. */
    String text() {
        List<String> parts = new ArrayList<>(List.of(ExportsText.HEADING.text(), ExportsText.INTRODUCTION.text(),
                ExportsText.PERIOD.text(), ExportsText.ORIGINAL.text()));
        int number = 1;
        for (Item item : items()) {
            List<String> lines = new ArrayList<>(
                    List.of(ExportsText.ITEM.text(number++, item.title().text()),
                            ExportsText.HOW.text(item.how().text())));
            if (item.command() != null) {
                COMMANDS.getProperty(item.command()).lines().map(line -> "        " + line).forEach(lines::add);
            }
            lines.add(ExportsText.LIMITS.text(item.limits().text()));
            parts.add(String.join("\n", lines));
        }
        return String.join("\n\n", parts) + "\n";
    }
}
