package org.tokenlane.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What a fuzzer begins with, made from the fixtures. */
final class Seeds {

    private static final Path FIXTURES = Path.of("src/test/resources/ingest");
    private static final int MOST_BYTES = 32_768;

    private Seeds() {
    }

    static Map<String, byte[]> ofSource(String source) throws IOException {
        return files(FIXTURES.resolve(source), "csv", "json", "jsonl");
    }

    /** All fixtures with these endings. */
    static Map<String, byte[]> fixtures(String... endings) throws IOException {
        return files(FIXTURES, endings);
    }

    private static Map<String, byte[]> files(Path folder, String... endings) throws IOException {
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (Arrays.stream(endings).anyMatch(ending -> name.endsWith('.' + ending))
                        && Files.size(file) <= MOST_BYTES) {
                    found.put(name, Files.readAllBytes(file));
                }
            }
        }
        return found;
    }

    static Map<String, byte[]> texts(List<String> texts) {
        Map<String, byte[]> seeds = new TreeMap<>();
        texts.forEach(text -> seeds.put("text" + seeds.size(), text.getBytes(StandardCharsets.UTF_8)));
        return seeds;
    }

    private static Map<String, byte[]> changed(Map<String, byte[]> seeds, UnaryOperator<String> change) {
        Map<String, byte[]> changed = new TreeMap<>();
        seeds.forEach((name, bytes) -> changed.put(name,
                change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
        return changed;
    }

    private static Map<String, byte[]> lineByLine() throws IOException {
        return fixtures("jsonl");
    }

    static Map<String, byte[]> rows() {
        return texts(List.of(
                """
                        {"tables":[{"name":"PrimaryResult","columns":[{"name":"Type","type":"string"},
                        {"name":"TimeGenerated","type":"datetime"},{"name":"UserPrincipalName","type":"string"},
                        {"name":"Id","type":"string"},{"name":"ResultType","type":"string"}],"rows":[
                        ["SigninLogs","2026-03-02T08:00:00Z","lea@contoso.example","8c9d0e1f-0000-4000-8000-000000000001","0"],
                        ["SigninLogs",null,{"a":1},[],"50126"]]},{"name":"B","columns":[],"rows":[]}]}""",
                """
                        [{"FrameType":"DataSetHeader","Version":"v2.0"},{"FrameType":"DataTable","TableId":1,
                        "TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[{"ColumnName":"Type"},
                        {"ColumnName":"TimeGenerated"}],"Rows":[["SigninLogs","2026-03-02T08:00:00Z"],["x"]]}]""",
                """
                        {"Tables":[{"TableName":"Table_0","Columns":[{"ColumnName":"Operation"},{"ColumnName":"AuditData"}],
                        "Rows":[["Send","{\\"Operation\\":\\"Send\\",\\"Id\\":\\"1\\"}"]]}]}"""));
    }

    static Map<String, byte[]> keyed() throws IOException {
        return changed(lineByLine(), text -> {
            List<String> lines = text.lines().filter(line -> line.startsWith("{")).limit(3).toList();
            StringBuilder keyed = new StringBuilder("{");
            for (int i = 0; i < lines.size(); i++) {
                keyed.append(i == 0 ? "" : ",\n").append("\"id").append(i).append("\": ")
                        .append(i == 2 ? "[" + lines.get(i) + "]" : lines.get(i));
            }
            return keyed.append('}').toString();
        });
    }

    static Map<String, byte[]> lines() throws IOException {
        return changed(lineByLine(), text -> text.replaceAll("(?m)^\\{",
                "<134>1 2026-09-15T08:00:00Z collector office: {"));
    }

    static Map<String, byte[]> utf16() throws IOException {
        Map<String, byte[]> seeds = new TreeMap<>();
        fixtures("csv", "json", "jsonl").forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.length() < MOST_BYTES / 4) {
                seeds.put("le-" + name, ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
                seeds.put("be-" + name, text.getBytes(StandardCharsets.UTF_16BE));
            }
        });
        return seeds;
    }

    static Map<String, byte[]> carriers() throws IOException {
        Map<String, byte[]> seeds = new TreeMap<>();
        Map<String, UnaryOperator<String>> around = new LinkedHashMap<>();
        around.put("splunk", line -> "{\"result\":{\"_raw\":" + quoted(line) + ",\"host\":\"h\"}}");
        around.put("elastic", line -> "{\"_index\":\"i\",\"_source\":" + line + "}");
        around.put("original", line -> "{\"@timestamp\":\"t\",\"event\":{\"original\":" + quoted(line) + "}}");
        around.put("list", line -> "{\"records\":[" + line + "," + line + "]}");
        around.put("message", line -> "{\"message\":" + quoted(quoted(line)) + "}");
        around.put("queue", line -> "{\"Body\":\""
                + Base64.getEncoder().encodeToString(line.getBytes(StandardCharsets.UTF_8)) + "\"}");
        around.put("deep", line -> "{\"data\":{\"office365\":{\"payload\":[{\"body\":" + line + "}]}}}");
        for (Map.Entry<String, byte[]> file : lineByLine().entrySet()) {
            String line = new String(file.getValue(), StandardCharsets.UTF_8).lines()
                    .filter(each -> each.startsWith("{")).findFirst().orElse("{}");
            around.forEach((name, wrap) -> seeds.put(name + "-" + file.getKey(),
                    (wrap.apply(line) + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        return seeds;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static Map<String, byte[]> packed(Fuzzed kind) throws IOException {
        Map<String, byte[]> two = new TreeMap<>();
        fixtures("csv", "jsonl").entrySet().stream().filter(file -> file.getValue().length < 3_000).limit(2)
                .forEach(file -> two.put("logs/" + file.getKey(), file.getValue()));
        byte[] zip = zip(two);
        byte[] tar = tar(two);
        return switch (kind) {
        case ZIP -> Map.of("a", zip, "nested", zip(Map.of("a.zip", zip, "b.tar", tar, "c.gz", gzip(zip))));
        case GZIP -> Map.of("a", gzip(two.values().iterator().next()), "tgz", gzip(tar), "zip", gzip(zip));
        case TAR -> Map.of("a", tar, "nested", tar(Map.of("a.zip", zip, "b.tar", tar)));
        default -> Map.of("a", sevenZip(two), "nested", sevenZip(Map.of("a.zip", zip)));
        };
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] tar(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] sevenZip(Map<String, byte[]> files) throws IOException {
        Path file = Files.createTempFile("seed", ".7z");
        try {
            try (SevenZOutputFile out = new SevenZOutputFile(file.toFile())) {
                for (Map.Entry<String, byte[]> content : files.entrySet()) {
                    SevenZArchiveEntry entry = new SevenZArchiveEntry();
                    entry.setName(content.getKey());
                    out.putArchiveEntry(entry);
                    out.write(content.getValue());
                    out.closeArchiveEntry();
                }
            }
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }

    static Map<String, byte[]> parquets() throws IOException {
        Map<String, byte[]> seeds = new TreeMap<>();
        for (String compression : List.of("uncompressed", "snappy", "zstd", "gzip", "lz4_raw")) {
            seeds.put(compression, parquet(", compression " + compression));
        }
        seeds.put("v2", parquet(", parquet_version v2"));
        return seeds;
    }

    static byte[] parquet() throws IOException {
        return parquet("");
    }

    private static byte[] parquet(String options) throws IOException {
        Path folder = Files.createTempDirectory("seed");
        Path file = folder.resolve("a.parquet");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            statement.execute("""
                    copy (select 'SigninLogs' as "Type", timestamptz '2026-03-02 08:00:00.123456+00' as "TimeGenerated",
                      i::varchar as "Id", 'lea@contoso.example' as "UserPrincipalName", '0' as "ResultType",
                      {'displayName': 'PC-4', 'deviceId': null} as "DeviceDetail", ['a', 'b'] as "Tags", i as "Number",
                      i / 3.0 as "Part", null::varchar as "UserAgent" from range(1, 20) t(i)) to '""" + file
                    + "' (format parquet" + options + ")");
            return Files.readAllBytes(file);
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    static Map<String, byte[]> workbooks() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Tokenlane", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Sign-ins");
            List<String> names = List.of("Type", "TimeGenerated", "Id", "UserPrincipalName", "ResultType");
            for (int column = 0; column < names.size(); column++) {
                sheet.value(0, column, names.get(column));
                sheet.value(1, column, column == 1 ? "2026-03-02T08:00:00Z" : "x" + column);
            }
            sheet.value(2, 1, java.time.LocalDateTime.parse("2026-03-02T08:00:00"));
            sheet.style(2, 1).format("yyyy-mm-dd hh:mm").set();
            sheet.value(2, 2, 17.5);
            workbook.newWorksheet("empty");
        }
        return Map.of("a", bytes.toByteArray());
    }

    static Map<String, byte[]> deltaLogs() {
        return texts(List.of(
                """
                        {"protocol":{"minReaderVersion":1,"minWriterVersion":2}}
                        {"metaData":{"id":"x","format":{"provider":"parquet"},"schemaString":"{}","partitionColumns":["day"]}}
                        {"add":{"path":"part-0.parquet","partitionValues":{"day":"2026-03-02"},"size":1,"dataChange":true}}
                        """,
                """
                        {"add":{"path":"part-0.parquet","partitionValues":{},"size":1}}
                        {"remove":{"path":"part-1.parquet"}}
                        {"protocol":{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"]}}
                        """));
    }
}
