package org.tokenlane.report.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.report.document.ReportOptions.Section;

/**
 * How reports of an organisation are made, whatever the case: kept as one JSON text with the logo in it, to be used
 * again and by others.
 *
 * @param organisation
 *            may be empty
 * @param logo
 *            may be null
 * @param sections
 *            which parts reports have, in this order
 * @param mostEvents
 *            as in {@link ReportOptions}
 * @param introduction
 *            the analyst's own text on the first page, or empty
 */
public record ReportTemplate(String organisation, @Nullable ReportLogo logo, List<Section> sections, int mostEvents,
        String introduction) {

    /** All sections in their usual order, and no name. */
    public static final ReportTemplate USUAL = new ReportTemplate("", null, List.of(Section.values()), 1_000, "");

    private static final JsonFactory FACTORY = new JsonFactory();

    public ReportTemplate {
        sections = List.copyOf(sections);
    }

    /** The same without the text, which is of one case. */
    public ReportTemplate withoutIntroduction() {
        return new ReportTemplate(organisation, logo, sections, mostEvents, "");
    }

    /** The template as JSON. */
    public String toJson() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
            out.writeStartObject();
            out.writeStringField("organisation", organisation);
            out.writeArrayFieldStart("sections");
            for (Section section : sections) {
                out.writeString(section.name().toLowerCase(Locale.ROOT));
            }
            out.writeEndArray();
            out.writeNumberField("mostEvents", mostEvents);
            if (!introduction.isEmpty()) {
                out.writeStringField("introduction", introduction);
            }
            if (logo != null) {
                out.writeBinaryField("logo", logo.png());
            }
            out.writeEndObject();
        } catch (IOException impossibleInMemory) {
            throw new IllegalStateException(impossibleInMemory);
        }
        return text.toString();
    }

    /**
     * Reads a template. Sections that this program does not know are left out.
     *
     * @throws IOException
     *             when the text is not a template; the message says so in a clause
     */
    public static ReportTemplate ofJson(String json) throws IOException {
        ReportTemplate template = USUAL;
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException(ReportText.NO_TEMPLATE.text());
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                template = switch (name) {
                case "organisation" -> new ReportTemplate(parser.getText(), template.logo, template.sections,
                        template.mostEvents, template.introduction);
                case "mostEvents" -> new ReportTemplate(template.organisation, template.logo, template.sections,
                        Math.max(0, parser.getIntValue()), template.introduction);
                case "introduction" -> new ReportTemplate(template.organisation, template.logo, template.sections,
                        template.mostEvents, parser.getText());
                case "logo" -> new ReportTemplate(template.organisation, ReportLogo.of(parser.getBinaryValue()),
                        template.sections, template.mostEvents, template.introduction);
                case "sections" -> new ReportTemplate(template.organisation, template.logo, sections(parser, value),
                        template.mostEvents, template.introduction);
                default -> {
                    parser.skipChildren();
                    yield template;
                }
                };
            }
            return template;
        } catch (com.fasterxml.jackson.core.JacksonException damaged) {
            throw new IOException(ReportText.NO_TEMPLATE.text(), damaged);
        }
    }

    private static List<Section> sections(JsonParser parser, JsonToken first) throws IOException {
        List<Section> sections = new ArrayList<>();
        if (first != JsonToken.START_ARRAY) {
            throw new IOException(ReportText.NO_SECTIONS.text());
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String name = parser.getText();
            Arrays.stream(Section.values())
                    .filter(section -> section.name().equalsIgnoreCase(name) && !sections.contains(section))
                    .forEach(sections::add);
        }
        return sections;
    }
}
