package org.tokenlane.model.evidence;

import java.util.List;

/**
 * The account of one import.
 *
 * @param imported
 *            the files that are now evidence
 * @param skipped
 *            files whose content the case holds already, the open case itself, and those that were left out
 * @param refused
 *            files that are no evidence this program reads, or that could not be read, each with the reason; nothing of
 *            them is kept
 * @param cancelled
 *            whether it was stopped; the files before the one that was being read are kept
 * @param warnings
 *            what has to be known of the imported files
 */
public record ImportReport(List<Evidence> imported, List<Remark> skipped, List<Remark> refused, boolean cancelled,
        List<ImportWarning> warnings) {

    /** What is to be said of one file. */
    public record Remark(String path, String reason) {
    }

    public ImportReport {
        imported = List.copyOf(imported);
        skipped = List.copyOf(skipped);
        refused = List.copyOf(refused);
        warnings = List.copyOf(warnings);
    }

    public long records() {
        return imported.stream().mapToLong(Evidence::records).sum();
    }

    public long stored() {
        return imported.stream().mapToLong(Evidence::stored).sum();
    }

    public long duplicates() {
        return imported.stream().mapToLong(Evidence::duplicates).sum();
    }

    public long rejected() {
        return imported.stream().mapToLong(Evidence::rejected).sum();
    }
}
