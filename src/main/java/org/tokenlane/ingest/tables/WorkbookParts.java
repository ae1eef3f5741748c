package org.tokenlane.ingest.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of workbooks does not tell: whether days are counted from 1904 (it knows {@code true}, but Excel writes
 * {@code 1}), and which cells are merged over several rows. Both are found in the XML by their names, as neither can
 * stand in a text without being escaped.
 */
final class WorkbookParts {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final Pattern DATE_1904 = Pattern.compile("\\bdate1904\\s*=\\s*[\"'](?:1|true)[\"']");
    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\s[^>]*>");
    private static final Pattern MERGED = Pattern
            .compile("mergeCell\\s+ref=[\"']\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})[\"']");
    private static final int CHUNK = 1 << 20;
    private static final int LONGEST_MATCH = 200;
    private static final int MOST_MERGED = 100_000;
    private static final int LONGEST_PART = 16 << 20;

    private WorkbookParts() {
    }

    /** Tells whether the workbook counts days from 1904. */
    static boolean countsFrom1904(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            return DATE_1904.matcher(text(zip, WORKBOOK)).find();
        }
    }

    /**
     * The cells of a sheet that are merged over several rows: by column, the last row of each by its first.
     *
     * @param relation
     *            the sheet's id in the workbook
     */
    static Map<Integer, TreeMap<Integer, Integer>> merged(Path workbook, String relation) throws IOException {
        Map<Integer, TreeMap<Integer, Integer>> merged = new HashMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            String part = target(text(zip, "xl/_rels/workbook.xml.rels"), relation);
            ZipEntry entry = part == null ? null : zip.getEntry(part);
            if (entry == null) {
                return merged;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                String rest = "";
                int found = 0;
                for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0
                        && found < MOST_MERGED; chunk = in.readNBytes(CHUNK)) {
                    String text = rest + new String(chunk, StandardCharsets.ISO_8859_1);
                    Matcher ranges = MERGED.matcher(text);
                    int end = 0;
                    while (ranges.find()) {
                        found++;
                        end = ranges.end();
                        int first = Integer.parseInt(ranges.group(2));
                        int last = Integer.parseInt(ranges.group(4));
                        if (last > first) {
                            merged.computeIfAbsent(column(ranges.group(1)), column -> new TreeMap<>()).put(first, last);
                        }
                    }
                    rest = text.substring(Math.max(end, text.length() - LONGEST_MATCH));
                }
            }
        }
        return merged;
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * 26 + letters.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private static @Nullable String target(String relations, String id) {
        Matcher relation = RELATION.matcher(relations);
        while (relation.find()) {
            String tag = relation.group();
            if (id.equals(attribute(tag, "Id"))) {
                String target = attribute(tag, "Target");
                return target == null ? null : target.startsWith("/") ? target.substring(1) : "xl/" + target;
            }
        }
        return null;
    }

    private static @Nullable String attribute(String tag, String name) {
        Matcher attribute = Pattern.compile("\\s" + name + "\\s*=\\s*[\"']([^\"']*)[\"']").matcher(tag);
        return attribute.find() ? attribute.group(1) : null;
    }

    private static String text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(LONGEST_PART), StandardCharsets.UTF_8);
        }
    }
}
