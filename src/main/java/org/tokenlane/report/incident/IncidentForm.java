package org.tokenlane.report.incident;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.report.CaseStamp;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.report.HostileActivity;
import org.tokenlane.report.JsonText;
import org.tokenlane.report.StixExport;
import org.tokenlane.store.CaseFile;

/** The forms in which an incident is written for other programs. */
public enum IncidentForm implements TextKey {

    STIX,
    MISP,
    NAVIGATOR,
    /** A folder with a file for each query. */
    SENTINEL;

    /** Its name in commands. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form of this word, any case, or null. */
    public static @Nullable IncidentForm named(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equalsIgnoreCase(word)).findFirst().orElse(null);
    }

    /** The files that an export to this place writes; none where a folder of queries would be empty. */
    public List<Path> targets(Path target, HostileActivity activity) {
        return this == SENTINEL ? SentinelHunt.names(activity).stream().map(target::resolve).toList()
                : List.of(target);
    }

    /**
     * Exports an incident.
     *
     * @return the files
     */
    public List<Path> write(CaseFile from, Path target, String detail, HostileActivity activity) throws IOException {
        String name = from.path().getFileName().toString().replaceFirst("\\.tlcase$", "");
        if (this == SENTINEL) {
            Map<String, ExportFile.Text> files = new LinkedHashMap<>();
            SentinelHunt.files(name, CaseStamp.of(from), activity)
                    .forEach((file, text) -> files.put(file, out -> out.write(text)));
            return ExportFile.folder(from, ExportKind.INDICATORS, target, detail, files);
        }
        ExportFile.text(from, ExportKind.INDICATORS, target, detail, out -> {
            switch (this) {
            case STIX -> {
                PrintWriter printer = new PrintWriter(out);
                StixExport.write(printer, CaseStamp.of(from), activity);
                printer.flush();
            }
            case MISP -> JsonText.pretty(out, MispEvent.of(name, CaseStamp.of(from), activity));
            default -> JsonText.pretty(out, NavigatorLayer.of(name, activity));
            }
        });
        return List.of(target);
    }
}
