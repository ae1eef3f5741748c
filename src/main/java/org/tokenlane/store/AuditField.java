package org.tokenlane.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A fact of an entry of the audit trail, beside its text. Each has one type in all entries: whole number or text. */
public enum AuditField {

    FILE("file", false),
    SHA256("sha256", false),
    RECORDS("records", true),
    STORED("stored", true),
    DUPLICATES("duplicates", true),
    REJECTED("rejected", true),
    /** What an import counted, see ImportCount; its codes are the same. */
    WITHOUT_TIME("without-time", true),
    LOCAL_TIMES("local-times", true),
    DATES_ONLY("dates-only", true),
    UNKNOWN_ZONES("unknown-zones", true),
    WITHOUT_ACTOR("without-actor", true),
    QUOTED("quoted", true),
    NO_SESSION_READ("no-session-read", true),
    NO_TOKEN_READ("no-token-read", true),
    INTERACTIVE("interactive", true),
    NON_INTERACTIVE("non-interactive", true),
    UNREAD_AT_END("unread-at-end", true),
    TRUNCATED("truncated", true),
    DAMAGED("damaged", true),
    TRAILING_BYTES("trailing-bytes", true),
    DERIVED("derived", true),
    /** Of an extract's evidence: the case that it was taken from, and the file as that case has it. */
    ORIGIN_CASE("origin-case", false),
    ORIGIN_SHA256("origin-sha256", false),
    ORIGIN_BYTES("origin-bytes", true),
    ORIGIN_RECORDS("origin-records", true),
    ORIGIN_REPLACED("origin-replaced", false),
    /** The hash of the marks that a change added and removed, see MarkDigest. */
    MARKS_SHA256("marks-sha256", false),
    /** The hash of what an import wrote beside the evidence file, or of what all imports before had written. */
    CONTENT_SHA256("content-sha256", false),
    /** The hash of all settings as the change left them, see SettingsHash. */
    SETTINGS_SHA256("settings-sha256", false),
    /** What a setting was before it was changed; empty where it was not set. */
    BEFORE("before", false),
    /** The first entry of the change that this one is a part of. */
    PART_OF("part-of", true),
    /** Of what came from another copy of the case: who said it there, and when. */
    AUTHOR("author", false),
    MADE_AT("made-at", false),
    /** What a merge did. */
    ADDED("added", true),
    REPLACED("replaced", true),
    REMOVED("removed", true),
    LEFT("left", true),
    /** The entry whose change was undone or done again. */
    ENTRY("entry", true),
    SESSION("session", false),
    ORIGIN("origin", false),
    NAME("name", false),
    SPLIT_BY("split-by", false),
    VALUE("value", false),
    RULE("rule", false),
    SETTING("setting", false),
    EXPORT("export", false),
    /** The hash with which another case's audit trail ended. */
    LAST_HASH("last-hash", false),
    SCHEMA_FROM("schema-from", true),
    SCHEMA_TO("schema-to", true),
    /** The hash of the kinds and fields that the migration gave to the entries before it. */
    FIELDS_SHA256("fields-sha256", false);

    private final String code;
    private final boolean number;

    AuditField(String code, boolean number) {
        this.code = code;
        this.number = number;
    }

    /** How the case stores it. */
    public String code() {
        return code;
    }

    /** Tells whether the values are whole numbers; else they are texts. */
    public boolean isNumber() {
        return number;
    }

    /** The field of this code, or null. */
    static @Nullable AuditField of(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst().orElse(null);
    }
}
