package org.tokenlane.detect.sigma.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tokenlane.detect.sigma.rule.SigmaLogsource;
import org.tokenlane.model.filter.Filter;

/**
 * A log that rules can be about: which events it is, and where its fields are.
 *
 * @param filter
 *            chooses its events
 * @param also
 *            whether hits in it count although its presence does not answer the rule
 * @param fields
 *            where a field is, by its name in lower case
 */
record LogMap(LogName name, List<String> products, List<String> services, Filter filter, boolean also,
        Map<String, List<FieldSource>> fields) {

    private static final String ENVELOPE = "properties.";

    boolean isOf(SigmaLogsource logsource) {
        return products.contains(logsource.product())
                && (logsource.service() == null || services.contains(logsource.service()))
                && logsource.category() == null;
    }

    /** Where a field is; one that the mapping does not know is read from the raw records under its own name. */
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

    /**
     * Where a field may be present without a value: in the raw records under its own name too, as columns keep neither
     * null nor the empty text.
     */
    List<FieldSource> presence(String field) {
        List<FieldSource> sources = sources(field);
        if (sources.stream().anyMatch(source -> source.kind() == FieldSource.Kind.RECORD)) {
            return sources;
        }
        String inner = field.regionMatches(true, 0, ENVELOPE, 0, ENVELOPE.length())
                ? field.substring(ENVELOPE.length())
                : field;
        return Stream.concat(sources.stream(), FieldSource.inRecords(inner).stream().limit(1)).toList();
    }

    static String key(String field) {
        return field.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
