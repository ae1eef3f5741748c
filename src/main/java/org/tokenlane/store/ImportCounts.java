package org.tokenlane.store;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportCount;

/** Reads what imports counted from the entries that they made in the audit trail. */
final class ImportCounts {

    private ImportCounts() {
    }

    /** By the number of the file; a file that an earlier version of the program imported is not in it. */
    static Map<Integer, Map<ImportCount, Long>> of(List<Evidence> files, List<AuditTrail.Entry> trail) {
        Map<String, Map<ImportCount, Long>> byHash = new HashMap<>();
        for (AuditTrail.Entry entry : trail) {
            String sha256 = entry.fields().get(AuditField.SHA256);
            if (entry.kind() == AuditKind.EVIDENCE_IMPORTED && sha256 != null
                    && entry.fields().containsKey(AuditField.WITHOUT_TIME)) {
                byHash.put(sha256, counts(entry.fields()));
            }
        }
        Map<Integer, Map<ImportCount, Long>> byFile = new HashMap<>();
        for (Evidence file : files) {
            Map<ImportCount, Long> counts = byHash.get(file.sha256());
            if (counts != null) {
                byFile.put(file.id(), counts);
            }
        }
        return byFile;
    }

    /** The other facts of an import. */
    static Map<AuditField, String> without(Map<AuditField, String> fields) {
        Map<AuditField, String> others = new TreeMap<>(fields);
        others.keySet().removeIf(field -> ImportCount.of(field.code()) != null);
        return others;
    }

    private static Map<ImportCount, Long> counts(Map<AuditField, String> fields) {
        Map<ImportCount, Long> counts = new EnumMap<>(ImportCount.class);
        fields.forEach((field, value) -> {
            ImportCount count = ImportCount.of(field.code());
            if (count != null) {
                counts.put(count, Long.parseLong(value));
            }
        });
        return counts;
    }
}
