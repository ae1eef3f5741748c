package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.report.ExportText;
import org.tokenlane.sample.SharedSample;

/**
 * The numbers of every output, recounted from the raw exports of the sample without any of the program's readers: what
 * the attacker's addresses accessed.
 */
class SampleRecountTest {

    @TempDir
    private static Path folder;

    private final Map<String, Map<?, ?>> records = new TreeMap<>();

    private static CommandRun run(String command, Path file, Object... more) {
        Object[] all = new Object[more.length + 3];
        all[0] = command;
        all[1] = "--case";
        all[2] = file;
        System.arraycopy(more, 0, all, 3, more.length);
        return CommandRun.of(all);
    }

    @Test
    @SuppressWarnings("unchecked")
    void allOutputsHaveTheNumbersOfTheRawRecords() throws IOException {
        Path file = SharedSample.copyTo(folder.resolve("recount.tlcase"));
        Set<String> hostile = new HashSet<>();
        ((List<Map<String, Object>>) CommandRun.json(run("indicators", file, "--json").isDone().out())).stream()
                .filter(one -> one.get("kind").equals("address"))
                .forEach(one -> hostile.add((String) one.get("value")));
        assertThat(hostile).contains("203.0.113.200", "203.0.113.150").doesNotContain("198.51.100.240");
        read();
        Set<String> mail = new HashSet<>();
        Set<String> files = new HashSet<>();
        Set<String> sent = new HashSet<>();
        records.forEach((id, record) -> {
            if (!hostile.contains(address(record))) {
                return;
            }
            String operation = String.valueOf(record.get("Operation"));
            if (operation.equals("MailItemsAccessed") && record.get("Folders") instanceof List<?> folders) {
                for (Map<?, ?> each : (List<Map<?, ?>>) folders) {
                    if (each.get("FolderItems") instanceof List<?> items) {
                        items.forEach(item -> mail.add(record.get("UserId") + " "
                                + ((Map<?, ?>) item).get("InternetMessageId")));
                    }
                }
            } else if (operation.equals("FileDownloaded")) {
                files.add(String.valueOf(record.get("ObjectId")));
            } else if (operation.equals("Send")) {
                sent.add(id);
            }
        });
        assertThat(mail).hasSizeGreaterThan(400);
        Map<String, Object> answers = run("answers", file, "--json").isDone().jsonObject();
        assertThat(answers.toString().replaceAll("[,.](?=\\d{3})", "")).contains(mail.size() + " mail items accessed",
                files.size() + " downloaded", sent.size() + " messages sent");
        String filter = String.join(" OR ", hostile.stream().map(ip -> "ip:" + ip).toList());
        Map<String, Object> exposure = run("exposure", file, "--json", filter).isDone().jsonObject();
        List<Map<String, Object>> items = (List<Map<String, Object>>) exposure.get("mailItems");
        assertThat(items.stream().filter(item -> item.get("parties").toString().contains("attacker")))
                .hasSize(mail.size());
        assertThat(exposure.get("summary").toString()).startsWith(ExportText.SUM_ATTACKER.text(
                ExportText.SUM_MAIL_READ.text(mail.size()))).contains(ExportText.SUM_SENT.text(sent.size()),
                        ExportText.SUM_DOWNLOADED.text(files.size()));
    }

    private static String address(Map<?, ?> record) {
        Object address = record.get("ClientIPAddress") == null ? record.get("ClientIP") : record.get("ClientIPAddress");
        String text = String.valueOf(address).replaceFirst("^\\[?(?:::ffff:)?", "");
        return text.replaceFirst("\\]?(?<=\\]|\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}):\\d+$", "").replace("]", "");
    }

    private void read() throws IOException {
        Path exports = SharedSample.exports();
        Files.readString(exports.resolve("management-activity.jsonl")).lines().forEach(this::add);
        for (String name : List.of("purview-audit.csv", "UAL-search.csv")) {
            String text = Files.readString(exports.resolve(name), StandardCharsets.UTF_8).replace("\uFEFF", "")
                    .replaceFirst("^#TYPE [^\n]*\n", "");
            try (CSVParser rows = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(
                    new java.io.StringReader(text))) {
                for (CSVRecord row : rows) {
                    add(row.get("AuditData"));
                }
            }
        }
        Map<?, ?> query = (Map<?, ?>) CommandRun.json(Files.readString(exports.resolve("auditLogQuery-records.json"))
                .replace("\uFEFF", ""));
        ((List<?>) query.get("value")).forEach(record -> add((Map<?, ?>) ((Map<?, ?>) record).get("auditData")));
    }

    private void add(String json) {
        try {
            add((Map<?, ?>) CommandRun.json(json));
        } catch (RuntimeException damaged) {
            // one record of the sample is cut off
        }
    }

    private void add(Map<?, ?> record) {
        if (record.get("Id") != null) {
            records.putIfAbsent(record.get("Id").toString().toLowerCase(java.util.Locale.ROOT), record);
        }
    }
}
