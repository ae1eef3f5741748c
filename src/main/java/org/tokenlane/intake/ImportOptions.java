package org.tokenlane.intake;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.time.DateOrder;

/**
 * What an analyst may settle before an import.
 *
 * @param who
 *            the analyst, for the audit trail
 * @param dateOrder
 *            the order of day and month where a file does not prove one, or null for month first, which is then
 *            reported as chosen
 * @param columnNames
 *            for columns of another name or language: the name in the file by the name that it stands for
 * @param leftOut
 *            the paths of files that are not to be imported, as {@code EvidenceFile.path()} gives them
 */
public record ImportOptions(String who, @Nullable DateOrder dateOrder, Map<String, String> columnNames,
        Set<String> leftOut) {

    public ImportOptions {
        columnNames = Map.copyOf(columnNames);
        leftOut = Set.copyOf(leftOut);
    }

    public ImportOptions(String who, @Nullable DateOrder dateOrder, Map<String, String> columnNames) {
        this(who, dateOrder, columnNames, Set.of());
    }

    public static ImportOptions by(String who) {
        return new ImportOptions(who, null, Map.of());
    }
}
