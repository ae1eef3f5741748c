package org.tokenlane.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be entered in the audit trail.
 *
 * @param what
 *            the kind in words
 * @param detail
 *            the rest in words
 * @param fields
 *            the same as facts: whole numbers in decimal, texts as they are
 */
public record AuditNote(AuditKind kind, String what, String detail, Map<AuditField, String> fields) {

    public AuditNote {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** A note in the usual words of its kind. */
    public static AuditNote of(AuditKind kind, String detail) {
        return of(kind, kind.text(), detail);
    }

    public static AuditNote of(AuditKind kind, String what, String detail) {
        return new AuditNote(kind, what, detail, Map.of());
    }

    public AuditNote with(AuditField field, String value) {
        Map<AuditField, String> more = new TreeMap<>(fields);
        more.put(field, value);
        return new AuditNote(kind, what, detail, more);
    }

    public AuditNote with(AuditField field, long value) {
        return with(field, Long.toString(value));
    }

    AuditNote with(Map<AuditField, String> values) {
        Map<AuditField, String> more = new TreeMap<>(fields);
        more.putAll(values);
        return new AuditNote(kind, what, detail, more);
    }
}
