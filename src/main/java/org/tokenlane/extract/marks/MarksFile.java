package org.tokenlane.extract.marks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.mark.Bookmark;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.Said;
import org.tokenlane.model.mark.Shared;
import org.tokenlane.model.mark.SharedMark;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.time.UtcText;

/**
 * What analysts said in a case, as a JSON file for another copy of the case (docs/sharing.md, "Two analysts, one
 * case"). The same marks always give the same bytes.
 *
 * @param name
 *            of the file
 * @param caseKey
 *            what all copies of the case have in common
 * @param caseName
 *            for people
 */
public record MarksFile(String name, String sha256, String caseKey, String caseName, List<SharedMark> marks) {

    /** What a file begins with. */
    static final String FORMAT = "tokenlane-marks";
    static final int VERSION = 1;
    private static final int MOST_MEGABYTES = 64;
    private static final JsonFactory JSON = new JsonFactory();

    public MarksFile {
        marks = List.copyOf(marks);
    }

    /**
     * Reads a file as a whole, or refuses it.
     *
     * @throws MarksFileException
     *             says which line of it cannot be read
     */
    public static MarksFile read(Path file) {
        byte[] bytes = bytes(file);
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new MarksFileException(MarksFileText.NOT_UTF8.with(file), e);
        }
        return new MarksReader(file).read(text.startsWith("\uFEFF") ? text.substring(1) : text, Sha256.of(bytes));
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MOST_MEGABYTES * 1_000_000L) {
                throw new MarksFileException(MarksFileText.TOO_LARGE.with(file, MOST_MEGABYTES));
            }
            return HeldFiles.bytes(file);
        } catch (AccessDeniedException e) {
            throw new MarksFileException(MarksFileText.READ_DENIED.with(file), e);
        } catch (NoSuchFileException e) {
            throw new MarksFileException(MarksFileText.NO_SUCH_FILE.with(file), e);
        } catch (IOException e) {
            throw new MarksFileException(MarksFileText.READ_FAILED.with(file, String.valueOf(e.getMessage())), e);
        }
    }

    /** Writes what is said in a case. */
    static void write(Writer out, String caseKey, String caseName, List<SharedMark> marks) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
        pretty.indentObjectsWith(lines);
        pretty.indentArraysWith(lines);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(pretty);
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("caseKey", caseKey);
            json.writeStringField("caseName", caseName);
            json.writeArrayFieldStart("marks");
            for (SharedMark mark : marks.stream().sorted(SharedMark.ORDER).toList()) {
                write(json, mark);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void write(JsonGenerator json, SharedMark mark) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", mark.what().kind().word());
        switch (mark.what()) {
        case Shared.OfMark of -> write(json, of.mark());
        case Shared.OriginName name -> texts(json, "session", name.session(), "origin", name.origin(), "name",
                name.name());
        case Shared.Splitting part -> texts(json, "session", part.session(), "origin", part.split().origin(), "by",
                part.split().by().name(), "value", part.split().value());
        case Shared.ContainmentDone step -> texts(json, "step", step.step(), "title", step.title());
        case Shared.SavedFilter filter -> texts(json, "name", filter.name(), "filter", filter.filter());
        }
        said(json, "author", "at", mark.said());
        if (mark.removed() != null) {
            said(json, "removedBy", "removedAt", mark.removed());
        }
        json.writeEndObject();
    }

    private static void said(JsonGenerator json, String author, String at, Said said) throws IOException {
        texts(json, author, said.author(), at, said.at().toString());
    }

    private static void write(JsonGenerator json, Mark mark) throws IOException {
        MarkTarget target = mark.target();
        if (target != null) {
            texts(json, "targetKind", target.kind().word(), "target", target.key());
        }
        switch (mark) {
        case VerdictMark verdict -> texts(json, "verdict", verdict.verdict().word(), "reason", verdict.reason());
        case Tag tag -> texts(json, "tag", tag.name());
        case Note note -> texts(json, "text", note.text());
        case Bookmark bookmark -> {
        }
        case OwnEvent own -> texts(json, "time", UtcText.of(own.time()), "text", own.text());
        case IndicatorList list -> {
            texts(json, "name", list.name(), "source", list.source());
            json.writeArrayFieldStart("indicators");
            for (Indicator indicator : list.indicators()) {
                json.writeStartObject();
                texts(json, "type", indicator.type().name(), "value", indicator.value(), "comment",
                        indicator.comment());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        }
    }

    private static void texts(JsonGenerator json, String... namesAndValues) throws IOException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.writeStringField(namesAndValues[i], namesAndValues[i + 1]);
        }
    }
}
