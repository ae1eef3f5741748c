package org.tokenlane.report.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.report.document.ReportOptions.Section;

/** For whom a report is: which sections it has. */
public enum ReportKind implements TextKey {

    /** The first page, the story of each account and the measures. */
    EXECUTIVE(Section.STORY, Section.MEASURES),
    FULL(Section.values()),
    /** What a notice to an authority needs. */
    NOTIFICATION(Section.NOTIFICATION),
    /** All that proves the rest. */
    TECHNICAL(Section.FINDINGS, Section.SESSIONS, Section.EXPOSURE, Section.MARKS, Section.METHOD, Section.EVIDENCE,
            Section.ACTIONS, Section.COMMANDS, Section.DETAILS, Section.CITED, Section.GLOSSARY);

    private final List<Section> sections;

    ReportKind(Section... sections) {
        this.sections = List.of(sections);
    }

    public List<Section> sections() {
        return sections;
    }

    /** Its name in commands. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with just these sections in this order, or null. */
    public static @Nullable ReportKind of(List<Section> sections) {
        return Arrays.stream(values()).filter(kind -> kind.sections.equals(sections)).findFirst().orElse(null);
    }

    /** The kind of this word, any case, or null. */
    public static @Nullable ReportKind named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equalsIgnoreCase(word.strip())).findFirst()
                .orElse(null);
    }
}
