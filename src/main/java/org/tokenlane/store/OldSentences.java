package org.tokenlane.store;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.identity.Network;
import org.tokenlane.model.mark.Bookmark;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.model.mark.Tag;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.time.DateOrder;
import org.tokenlane.model.time.DateReading;
import org.tokenlane.model.time.UtcText;

/**
 * The sentences in which schemas 1 and 2 stored what later schemas store as codes and fields. Nothing but the migration
 * reads them, and no later change of words may change them here.
 */
final class OldSentences {

    private static final String REMOVED = " taken back";
    private static final List<String> MARKS = List.of("verdict", "tag", "bookmark", "note", "own event",
            "indicator list");
    private static final List<String> EXPORTS = List.of("events exported", "timeline exported",
            "containment steps exported", "exposure exported", "report written");
    private static final Pattern IMPORT = pattern(
            "(.*), SHA-256 ([0-9a-f]{64}), records (\\d+), stored (\\d+), duplicates (\\d+), rejected (\\d+)"
                    + "(?:, taken(?: from the case (.*))? out of a file of (\\d+) records? and (\\d+) bytes"
                    + " with SHA-256 ([0-9a-f]{64})(?:; pseudonyms stand for (.*))?)?");
    private static final Pattern ORIGIN = pattern("session (.*?), (.*)");
    private static final Pattern SPLIT = pattern("session (.*?), (.*) / (ADDRESS|USER_AGENT|TOKEN|TIME) (.*)");
    private static final Pattern RULE = pattern("(.*?): (.*?)(?: as in its file| = (.*))");
    private static final Pattern HASHED = pattern("(.*), SHA-256 ([0-9a-f]{64})");
    private static final Pattern TURNED = pattern("entry (\\d+), .*");
    private static final Pattern SCHEMA = pattern("from (\\d+) to (\\d+), copy kept as (.*)");
    private static final Pattern EXTRACT = pattern("(.*?\\.tlcase), \\d+ events, .*");
    private static final Pattern SOURCE = pattern(
            "(.*), whose action log ended with the hash ([0-9a-f]+); chosen: .*");
    private static final String CONFIRMED = "origin confirmed as ";

    private OldSentences() {
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    /** How dates were read; null where none could be read in two ways. */
    static @Nullable DateReading dates(String words) {
        if (words.isEmpty()) {
            return null;
        }
        DateOrder order = words.contains("day first") ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
        boolean both = words.contains("in both orders");
        if (words.contains("chosen")) {
            return new DateReading(order, both ? DateReading.Basis.ASSUMED_OF_BOTH : DateReading.Basis.ASSUMED);
        }
        if (words.contains("as set")) {
            return new DateReading(order, both ? DateReading.Basis.SET_OF_BOTH : DateReading.Basis.SET);
        }
        return new DateReading(order, DateReading.Basis.PROVED);
    }

    /**
     * The key of an origin. Its network was cut off after the third colon of an IPv6 address, also where the address
     * was compressed there: {@code 2001:db8:::/48}.
     */
    static String origin(String key) {
        int bar = key.indexOf('|');
        String network = bar < 0 ? key : key.substring(0, bar);
        String cut = network.endsWith("::/48") ? network.substring(0, network.length() - 5) : network;
        if (cut.indexOf(':') < 0) {
            return key;
        }
        return Stream.of(cut, cut + ":", cut + "::").map(Network::around).filter(Objects::nonNull).findFirst()
                .map(found -> found.text() + key.substring(network.length())).orElse(key);
    }

    /** The encoding of a file of this form. */
    static Charset charset(String form) {
        return form.contains("UTF-16LE") ? StandardCharsets.UTF_16LE
                : form.contains("UTF-16BE") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    /** What an entry of the audit trail tells, as kind and fields. */
    static AuditNote entry(String what, String detail) {
        return switch (what) {
        case "case created" -> note(AuditKind.CASE_CREATED, what, detail).with(AuditField.FILE, detail);
        case "schema brought up to date" -> parsed(AuditKind.SCHEMA_MIGRATED, what, detail, SCHEMA,
                AuditField.SCHEMA_FROM, AuditField.SCHEMA_TO, AuditField.FILE);
        case "evidence imported" -> parsed(AuditKind.EVIDENCE_IMPORTED, what, detail, IMPORT, AuditField.FILE,
                AuditField.SHA256, AuditField.RECORDS, AuditField.STORED, AuditField.DUPLICATES, AuditField.REJECTED,
                AuditField.ORIGIN_CASE, AuditField.ORIGIN_RECORDS, AuditField.ORIGIN_BYTES, AuditField.ORIGIN_SHA256,
                AuditField.ORIGIN_REPLACED);
        case "undone" -> parsed(AuditKind.MARKS_UNDONE, what, detail, TURNED, AuditField.ENTRY);
        case "done again" -> parsed(AuditKind.MARKS_REDONE, what, detail, TURNED, AuditField.ENTRY);
        case "origin not confirmed any more" ->
            parsed(AuditKind.ORIGIN_UNCONFIRMED, what, detail, ORIGIN, AuditField.SESSION, AuditField.ORIGIN);
        case "origin split" -> parsed(AuditKind.ORIGIN_SPLIT, what, detail, SPLIT, AuditField.SESSION,
                AuditField.ORIGIN, AuditField.SPLIT_BY, AuditField.VALUE);
        case "origin put together" -> parsed(AuditKind.ORIGIN_JOINED, what, detail, SPLIT, AuditField.SESSION,
                AuditField.ORIGIN, AuditField.SPLIT_BY, AuditField.VALUE);
        case "rule tuned" -> parsed(AuditKind.RULE_TUNED, what, detail, RULE, AuditField.RULE, AuditField.SETTING,
                AuditField.VALUE);
        case "Sigma rules loaded" ->
            parsed(AuditKind.SIGMA_LOADED, what, detail, HASHED, AuditField.FILE, AuditField.SHA256);
        case "Sigma rules taken out" -> note(AuditKind.SIGMA_REMOVED, what, detail).with(AuditField.FILE, detail);
        case "case extract written" -> parsed(AuditKind.EXTRACT_WRITTEN, what, detail, EXTRACT, AuditField.FILE);
        case "taken from another case" ->
            parsed(AuditKind.EXTRACTED, what, detail, SOURCE, AuditField.ORIGIN_CASE, AuditField.LAST_HASH);
        default -> other(what, detail);
        };
    }

    private static AuditNote other(String what, String detail) {
        if (what.startsWith(CONFIRMED)) {
            return parsed(AuditKind.ORIGIN_CONFIRMED, what, detail, ORIGIN, AuditField.SESSION, AuditField.ORIGIN)
                    .with(AuditField.NAME, what.substring(CONFIRMED.length()));
        }
        if (MARKS.contains(what)) {
            return note(AuditKind.MARKS_ADDED, what, detail);
        }
        if (what.endsWith(REMOVED) && MARKS.contains(what.substring(0, what.length() - REMOVED.length()))) {
            return note(AuditKind.MARKS_REMOVED, what, detail);
        }
        return note(EXPORTS.contains(what) ? AuditKind.EXPORTED : AuditKind.OTHER, what, detail);
    }

    private static AuditNote note(AuditKind kind, String what, String detail) {
        return AuditNote.of(kind, what, detail);
    }

    /** The groups of the pattern are the fields; a group that did not take part is left out. */
    private static AuditNote parsed(AuditKind kind, String what, String detail, Pattern pattern, AuditField... fields) {
        AuditNote note = note(kind, what, detail);
        Matcher matcher = pattern.matcher(detail);
        if (matcher.matches()) {
            for (int i = 0; i < fields.length; i++) {
                if (matcher.group(i + 1) != null) {
                    note = note.with(fields[i], matcher.group(i + 1));
                }
            }
        }
        return note;
    }

    /** How a change of marks was told. */
    static String marks(List<Mark> added, List<Mark> removed) {
        String made = added.stream().map(OldSentences::mark).collect(Collectors.joining("; "));
        String gone = removed.stream().map(OldSentences::mark).collect(Collectors.joining("; "));
        return gone.isEmpty() ? made : made.isEmpty() ? gone : made + "; in place of: " + gone;
    }

    private static String mark(Mark mark) {
        return switch (mark) {
        case VerdictMark verdict -> target(verdict.target()) + ": " + verdict.verdict().name().toLowerCase(Locale.ROOT)
                + (verdict.reason().isEmpty() ? "" : ", because: " + verdict.reason());
        case Note note -> target(note.target()) + ": " + note.text();
        case Tag tag -> target(tag.target()) + ": " + tag.name();
        case Bookmark bookmark -> target(bookmark.target());
        case OwnEvent own -> UtcText.of(own.time()) + ": " + own.text();
        case IndicatorList list -> list.name() + " from " + list.source() + ": "
                + String.format(Locale.ROOT, "%,d", list.indicators().size())
                + (list.indicators().size() == 1 ? " indicator" : " indicators") + ", SHA-256 "
                + hash(list.indicators());
        };
    }

    private static String target(MarkTarget target) {
        return target.kind() == MarkTarget.Kind.ORIGIN
                ? "origin " + target.originKey() + " of session " + target.originSession()
                : target.kind().word() + " " + target.key();
    }

    private static String hash(List<Indicator> indicators) {
        return Sha256.of(indicators.stream().map(
                indicator -> indicator.type() + "\t" + indicator.value() + "\t" + indicator.comment() + "\n")
                .collect(Collectors.joining()));
    }
}
