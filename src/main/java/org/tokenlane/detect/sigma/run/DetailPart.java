package org.tokenlane.detect.sigma.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tokenlane.model.detail.RecordDetail;

/**
 * The parts of a record's detail that the mapping can name. They are the same whether an export nests them, spreads
 * them over columns or writes them as text.
 */
final class DetailPart {

    /** Before the name of a parameter, of a further detail or of a changed property. */
    static final String NAMED = "named.";

    private static final Set<String> PARTS = Set.of("target", "target-id", "target-type", "property", "before", "after",
            "parameter");

    private DetailPart() {
    }

    /** This part, which must be one that exists. */
    static String checked(String part) {
        if (!PARTS.contains(part) && !part.startsWith(NAMED)) {
            throw new IllegalStateException("mapping.yml names a detail that records do not have: " + part);
        }
        return part;
    }

    static List<String> values(String part, RecordDetail detail) {
        return switch (part) {
        case "target" -> detail.targets().stream().map(RecordDetail.Target::name).filter(Objects::nonNull).toList();
        case "target-id" -> detail.targets().stream().map(RecordDetail.Target::id).filter(Objects::nonNull).toList();
        case "target-type" ->
            detail.targets().stream().map(RecordDetail.Target::type).filter(Objects::nonNull).toList();
        case "property" ->
            detail.changes().stream().map(RecordDetail.Change::property).filter(Objects::nonNull).toList();
        case "before" -> detail.changes().stream().map(RecordDetail.Change::before).filter(Objects::nonNull).toList();
        case "after" -> detail.changes().stream().map(RecordDetail.Change::after).filter(Objects::nonNull).toList();
        case "parameter" -> detail.parameters().entrySet().stream()
                .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream()).toList();
        default -> named(part.substring(NAMED.length()), detail);
        };
    }

    private static List<String> named(String name, RecordDetail detail) {
        List<String> values = new ArrayList<>();
        String parameter = detail.parameter(name);
        if (parameter != null) {
            values.add(parameter);
        }
        String changed = detail.changedTo(name);
        if (changed != null) {
            values.add(changed);
        }
        return values;
    }
}
