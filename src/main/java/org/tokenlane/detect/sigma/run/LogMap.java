package org.tokenlane.detect.sigma.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tokenlane.detect.sigma.rule.SigmaLogsource;
import org.tokenlane.model.filter.Filter;

/**
 * A log that rules can be about: which events it is, and where its fields stand.
 *
 * @param title
 *            for people
 * @param filter
 *            chooses its events
 * @param also
 *            whether hits in it count, but its being there does not answer the rule
 * @param fields
 *            where a field stands, by its name in lower case
 */
record LogMap(String title, List<String> products, List<String> services, Filter filter, boolean also,
        Map<String, List<FieldSource>> fields) {

    private static final String ENVELOPE = "properties.";

    boolean isOf(SigmaLogsource logsource) {
        return products.contains(logsource.product())
                && (logsource.service() == null || services.contains(logsource.service()))
                && logsource.category() == null;
    }

    /** Where a field stands; one that the mapping does not know is sought in the raw records under its own name. */
    List<FieldSource> sources(String field) {
        List<FieldSource> known = fields.get(key(field));
        if (known != null) {
            return known;
        }
        boolean enveloped = field.regionMatches(true, 0, ENVELOPE, 0, ENVELOPE.length());
        if (!enveloped) {
            return FieldSource.inRecords(field);
        }
        String inner = field.substring(ENVELOPE.length());
        List<FieldSource> ofInner = fields.get(key(inner));
        return ofInner != null ? ofInner
                : Stream.concat(FieldSource.inRecords(inner).stream(), FieldSource.inRecords(field).stream()).toList();
    }

    static String key(String field) {
        return field.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
