package org.tokenlane.store;

import java.util.Arrays;
import java.util.List;
import org.tokenlane.model.text.TextKey;

/**
 * What an entry of the audit trail is about. The case stores the code; the text is what a person reads and is stored
 * beside it, as it was when the entry was written.
 */
public enum AuditKind implements TextKey {

    CASE_CREATED("case-created"),
    SCHEMA_MIGRATED("schema-migrated"),
    EVIDENCE_IMPORTED("evidence-imported"),
    /** Marks were added, perhaps in place of others. */
    MARKS_ADDED("marks-added"),
    MARKS_REMOVED("marks-removed"),
    MARKS_UNDONE("marks-undone"),
    MARKS_REDONE("marks-redone"),
    /** What another copy of the case says was merged; what that changed is in the entries that are a part of this. */
    MARKS_MERGED("marks-merged"),
    ORIGIN_CONFIRMED("origin-confirmed"),
    ORIGIN_UNCONFIRMED("origin-unconfirmed"),
    ORIGIN_SPLIT("origin-split"),
    ORIGIN_JOINED("origin-joined"),
    RULE_TUNED("rule-tuned"),
    SIGMA_LOADED("sigma-loaded"),
    SIGMA_REMOVED("sigma-removed"),
    /** A step of containment was marked as done, or as open again. */
    CONTAINMENT_DONE("containment-done"),
    CONTAINMENT_OPEN("containment-open"),
    /** The analyst saved a filter under a name, or deleted it. */
    FILTER_SAVED("filter-saved"),
    FILTER_REMOVED("filter-removed"),
    PASSWORD_SET("password-set"),
    PASSWORD_CHANGED("password-changed"),
    PASSWORD_REMOVED("password-removed"),
    /** The case was checked against itself and nothing differed; a case with faults is left as it is. */
    VERIFIED("verified"),
    EXPORTED("exported"),
    /** A part of this case was written as a case of its own. */
    EXTRACT_WRITTEN("extract-written"),
    /** This case is a part of another one. */
    EXTRACTED("extracted"),
    /** An entry of an earlier schema whose text is none that this program knows. */
    OTHER("other");

    private static final List<AuditKind> ALL = List.of(values());

    private final String code;

    AuditKind(String code) {
        this.code = code;
    }

    /** How the case stores it. */
    public String code() {
        return code;
    }

    static AuditKind of(String code) {
        return ALL.stream().filter(kind -> kind.code.equals(code)).findFirst().orElse(OTHER);
    }

    /** Tells whether the entry is a change of marks that can be undone. */
    boolean isMarkChange() {
        return this == MARKS_ADDED || this == MARKS_REMOVED;
    }

    /** Tells whether a report says something else after such an entry. */
    boolean changesReports() {
        return switch (this) {
        case VERIFIED, EXPORTED, EXTRACT_WRITTEN, FILTER_SAVED, FILTER_REMOVED, PASSWORD_SET, PASSWORD_CHANGED,
                PASSWORD_REMOVED, SCHEMA_MIGRATED ->
            false;
        default -> true;
        };
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(AuditKind::code).toList();
    }
}
