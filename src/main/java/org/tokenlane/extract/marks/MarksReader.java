package org.tokenlane.extract.marks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.identity.SessionId;
import org.tokenlane.model.mark.Bookmark;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.Said;
import org.tokenlane.model.mark.Shared;
import org.tokenlane.model.mark.SharedKind;
import org.tokenlane.model.mark.SharedMark;
import org.tokenlane.model.mark.Stamp;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.model.text.Text;

/** Reads a file of marks strictly: what is not exactly as it is written is refused with its line. */
final class MarksReader {

    private static final JsonFactory JSON = new JsonFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final int LONGEST = 900_000;
    private static final int LONGEST_AUTHOR = 1000;
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2261-12-31T23:59:59.999999999Z");
    private static final long SECOND = 1_000_000_000L;

    private final Path file;
    private final Set<SharedMark.Place> inForce = new HashSet<>();
    private final Set<SharedMark> takenBack = new HashSet<>();

    MarksReader(Path file) {
        this.file = file;
    }

    MarksFile read(String text, String sha256) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw notMarks();
            }
            return read(parser, sha256);
        } catch (JsonProcessingException e) {
            throw new MarksFileException(MarksFileText.NOT_JSON.with(file,
                    Integer.toString(e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr()))), e);
        } catch (IOException e) {
            throw new MarksFileException(MarksFileText.READ_FAILED.with(file, String.valueOf(e.getMessage())), e);
        }
    }

    private MarksFile read(JsonParser parser, String sha256) throws IOException {
        Map<String, String> head = new HashMap<>();
        List<SharedMark> marks = null;
        boolean known = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("marks") && known && value == JsonToken.START_ARRAY) {
                marks = marks(parser);
            } else if (name.equals("version") && value == JsonToken.VALUE_NUMBER_INT) {
                String version = parser.getText();
                if (!version.equals(Integer.toString(MarksFile.VERSION))) {
                    throw new MarksFileException(
                            MarksFileText.NEWER.with(file, version, Integer.toString(MarksFile.VERSION)));
                }
                known = MarksFile.FORMAT.equals(head.get("format"));
            } else if (Set.of("format", "caseKey", "caseName").contains(name) && value == JsonToken.VALUE_STRING) {
                head.put(name, parser.getText());
            } else if (!known) {
                throw notMarks();
            } else {
                throw bad(line(parser), MarksFileText.UNKNOWN_FIELD.with(name));
            }
        }
        if (marks == null || !known || !head.containsKey("caseKey")) {
            throw notMarks();
        }
        if (parser.nextToken() != null) {
            throw new MarksFileException(MarksFileText.NOT_JSON.with(file, Integer.toString(line(parser))));
        }
        return new MarksFile(String.valueOf(file.getFileName()), sha256, head.get("caseKey"),
                head.getOrDefault("caseName", ""), marks);
    }

    private MarksFileException notMarks() {
        return new MarksFileException(MarksFileText.NOT_MARKS.with(file));
    }

    private MarksFileException bad(int line, Text reason) {
        return new MarksFileException(MarksFileText.BAD_LINE.with(file, Integer.toString(line), reason));
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private List<SharedMark> marks(JsonParser parser) throws IOException {
        List<SharedMark> marks = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Row row = row(parser);
            SharedMark mark = mark(row);
            row.refuseOthers();
            if (mark.inForce() ? !inForce.add(mark.place()) : !takenBack.add(mark)) {
                throw bad(row.line, MarksFileText.TWICE.with());
            }
            marks.add(mark);
        }
        return marks;
    }

    private Row row(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw bad(line(parser), MarksFileText.UNKNOWN_KIND.with(String.valueOf(parser.getText())));
        }
        Row row = new Row(line(parser));
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            row.lines.put(name, line(parser));
            JsonToken value = parser.nextToken();
            if (name.equals("indicators") && value == JsonToken.START_ARRAY) {
                row.indicators = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    row.indicators.add(row(parser));
                }
            } else if (value == JsonToken.VALUE_STRING) {
                row.texts.put(name, parser.getText());
            } else {
                throw bad(line(parser), MarksFileText.NOT_A_TEXT.with(name));
            }
        }
        return row;
    }

    /** An object of the file, with the lines of its fields. */
    private final class Row {

        private final int line;
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, Integer> lines = new HashMap<>();
        private @Nullable List<Row> indicators;
        private final Set<String> asked = new HashSet<>();

        Row(int line) {
            this.line = line;
        }

        String text(String name) {
            asked.add(name);
            String text = texts.get(name);
            if (text == null) {
                throw bad(line, MarksFileText.MISSING_FIELD.with(name));
            }
            if (text.length() > LONGEST) {
                throw refused(name, MarksFileText.TOO_LONG.with(name));
            }
            return text;
        }

        String filled(String name) {
            String text = text(name);
            if (text.isBlank()) {
                throw refused(name, MarksFileText.EMPTY.with(name));
            }
            return text;
        }

        Instant time(String name) {
            String text = text(name);
            try {
                Instant time = Instant.parse(text);
                if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                    return time;
                }
            } catch (DateTimeException e) {
                throw refused(name, MarksFileText.NOT_A_TIME.with(text));
            }
            throw refused(name, MarksFileText.NOT_A_TIME.with(text));
        }

        MarksFileException refused(String name, Text reason) {
            return bad(lines.getOrDefault(name, line), reason);
        }

        void refuseOthers() {
            Set<String> others = new TreeSet<>(lines.keySet());
            others.removeAll(asked);
            for (String other : others) {
                throw refused(other, MarksFileText.UNKNOWN_FIELD.with(other));
            }
        }
    }

    private SharedMark mark(Row row) {
        SharedKind kind = SharedKind.named(row.text("kind"));
        if (kind == null) {
            throw row.refused("kind", MarksFileText.UNKNOWN_KIND.with(row.text("kind")));
        }
        Shared what = switch (kind) {
        case VERDICT -> new Shared.OfMark(new VerdictMark(Stamp.NONE, target(row), verdict(row), row.text("reason")));
        case TAG -> new Shared.OfMark(new Tag(Stamp.NONE, target(row), row.filled("tag")));
        case NOTE -> new Shared.OfMark(new Note(Stamp.NONE, target(row), row.filled("text")));
        case BOOKMARK -> new Shared.OfMark(new Bookmark(Stamp.NONE, target(row)));
        case OWN_EVENT -> new Shared.OfMark(new OwnEvent(Stamp.NONE, nanos(row.time("time")), row.filled("text")));
        case INDICATOR_LIST -> new Shared.OfMark(
                new IndicatorList(Stamp.NONE, row.filled("name"), row.text("source"), indicators(row)));
        case ORIGIN_NAME -> new Shared.OriginName(session(row), row.filled("origin"), row.filled("name"));
        case ORIGIN_SPLIT -> new Shared.Splitting(session(row), split(row));
        case CONTAINMENT_STEP -> new Shared.ContainmentDone(row.filled("step"), row.text("title"));
        case SAVED_FILTER -> new Shared.SavedFilter(row.filled("name"), row.filled("filter"));
        };
        Said said = said(row, "author", "at");
        return new SharedMark(what, said, row.texts.containsKey("removedBy") || row.texts.containsKey("removedAt")
                ? said(row, "removedBy", "removedAt")
                : null);
    }

    private static Said said(Row row, String author, String at) {
        String name = row.text(author);
        if (name.length() > LONGEST_AUTHOR) {
            throw row.refused(author, MarksFileText.TOO_LONG.with(author));
        }
        return new Said(name, row.time(at));
    }

    private static long nanos(Instant time) {
        return time.getEpochSecond() * SECOND + time.getNano();
    }

    private static MarkTarget target(Row row) {
        MarkTarget.Kind kind = MarkTarget.Kind.named(row.text("targetKind"));
        if (kind == null) {
            throw row.refused("targetKind", MarksFileText.UNKNOWN_TARGET_KIND.with(row.text("targetKind")));
        }
        MarkTarget target = MarkTarget.of(kind, row.text("target"));
        if (target == null) {
            throw row.refused("target", MarksFileText.NOT_A_TARGET.with(row.text("target")));
        }
        return target;
    }

    private static Verdict verdict(Row row) {
        Verdict verdict = Verdict.named(row.text("verdict"));
        if (verdict == null) {
            throw row.refused("verdict", MarksFileText.NOT_A_VERDICT.with(row.text("verdict")));
        }
        return verdict;
    }

    private static String session(Row row) {
        SessionId session = SessionId.of(row.text("session"));
        if (session == null) {
            throw row.refused("session", MarksFileText.NOT_A_TARGET.with(row.text("session")));
        }
        return session.value();
    }

    private static OriginSplit split(Row row) {
        String by = row.text("by");
        String value = row.filled("value");
        for (OriginSplit.By each : OriginSplit.By.values()) {
            if (each.name().equals(by) && (each != OriginSplit.By.TIME || value.matches("-?\\d{1,18}|\\d{19}"))) {
                return new OriginSplit(row.filled("origin"), each, value);
            }
        }
        throw row.refused("by", MarksFileText.NOT_A_SPLIT.with(by));
    }

    private static List<Indicator> indicators(Row row) {
        row.asked.add("indicators");
        if (row.indicators == null) {
            throw row.refused("indicators", MarksFileText.NOT_A_LIST.with("indicators"));
        }
        List<Indicator> all = new ArrayList<>();
        for (Row one : row.indicators) {
            String type = one.text("type");
            Indicator.Type found = null;
            for (Indicator.Type each : Indicator.Type.values()) {
                found = each.name().equals(type) ? each : found;
            }
            if (found == null) {
                throw one.refused("type", MarksFileText.NOT_AN_INDICATOR.with(type));
            }
            all.add(new Indicator(found, one.filled("value"), one.text("comment")));
            one.refuseOthers();
        }
        return all;
    }
}
