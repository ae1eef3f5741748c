package org.tokenlane.extract.pseudonym;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.RecordRewriter;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.identity.IpAddress;

/**
 * Puts pseudonyms in place of values of the chosen kinds, one for a value wherever it stands. All records are to be
 * looked through first ({@link #learn}), since a value
 * is told by the name under which it stands in one record and is then found in the texts of others. Used by one thread.
 */
public final class Pseudonymiser {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s@]{4,}@[^<>\\s]+>");
    /** Under these names a file stands, or what is none; a file has a path there. */
    private static final Set<String> MAYBE_FILE = Set.of("objectid", "officeobjectid", "objectname");
    private static final int GUID_LETTERS = 36;
    private static final int LETTERS_OF_A_STATE_CODE = 2;
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");
    private static final Pattern DEGREES = Pattern.compile("-?\\d+[.,]\\d+");

    private final Set<PseudonymKind> kinds;
    private final PseudonymKey key;
    private final FieldKinds fields = new FieldKinds();
    private final KnownTexts known = new KnownTexts();
    private final NamePseudonyms names;
    private final PathPseudonyms paths;
    private final AddressPseudonyms addresses;

    /**
     * @param key
     *            of an earlier extract, so that its pseudonyms are used again, or a new one; what is met here is added
     *            to it
     * @param keptAddresses
     *            tells the addresses that stay, such as those of Microsoft's own services
     */
    public Pseudonymiser(Set<PseudonymKind> kinds, PseudonymKey key, Predicate<String> keptAddresses) {
        this(kinds, key, keptAddresses, domain -> false);
    }

    /**
     * @param keptDomains
     *            tells the domains, in lower case, that stay with the mail addresses in them, such as the attacker's
     */
    public Pseudonymiser(Set<PseudonymKind> kinds, PseudonymKey key, Predicate<String> keptAddresses,
            Predicate<String> keptDomains) {
        this.kinds = EnumSet.copyOf(kinds);
        this.key = key;
        this.names = new NamePseudonyms(key, known, this.kinds, keptDomains);
        this.paths = new PathPseudonyms(names);
        this.addresses = new AddressPseudonyms(key, keptAddresses);
    }

    public Set<PseudonymKind> kinds() {
        return EnumSet.copyOf(kinds);
    }

    public PseudonymKey key() {
        return key;
    }

    /** Looks through a record for values of the chosen kinds. */
    public void learn(FileForm form, byte[] record) throws DamagedRecordException {
        paths.setLearning(true);
        try {
            rewritten(form, record);
        } finally {
            paths.setLearning(false);
        }
    }

    /** The record with pseudonyms, in the form of its file. */
    public byte[] rewritten(FileForm form, byte[] record) throws DamagedRecordException {
        return RecordRewriter.rewrite(form, record, this::value);
    }

    private String value(String parent, @Nullable Value owner, String written, String text) {
        String name = FieldKinds.telling(owner, written);
        if (fields.isKept(parent, name)) {
            return text;
        }
        if (fields.isKnownOnly(parent, name)) {
            return known.replaced(text);
        }
        PseudonymKind kind = fields.of(parent, owner, name);
        return kind == null || !kinds.contains(kind) ? text(text) : switch (kind) {
        // the audit search names its records so, where sign-in tables have the user's name
        case USERS -> name.equals("identity") && text.strip().length() == GUID_LETTERS && text.indexOf(' ') < 0 ? text
                : known.replaced(mixed(names.user(text), text));
        case TENANT -> known.replaced(mixed(names.tenant(text), text));
        case MAIL -> mail(name, text);
        case FILES ->
            text.indexOf('@') < 0 && (text.indexOf('/') >= 0 || text.indexOf('\\') >= 0 || !MAYBE_FILE.contains(name))
                    ? file(text)
                    : text(text);
        case ADDRESSES -> place(name, text);
        case DEVICES -> text.matches("[0-9a-fA-F-]{36}") ? names.guid("device id", text, "9") // not for people
                : text.isBlank() ? text : names.of("device", text, n -> "Device " + n);
        };
    }

    /**
     * What stands in place of a whole value, or, where it stayed as it is, the value with what else is in it replaced.
     */
    private String mixed(String replaced, String text) {
        return replaced.equals(text) ? text(text) : replaced;
    }

    private String mail(String name, String text) {
        if (text.isBlank() || text.length() < 3) {
            return text;
        }
        if (name.contains("messageid")) {
            return messageIds(text);
        }
        if (name.equals("path") || name.contains("folder")) {
            return paths.path(text);
        }
        if (name.contains("words")) {
            return names.of("word", text, number -> "words " + number);
        }
        return name.equals("attachments") ? names.of("file", text, number -> "file-" + number)
                : names.of("subject", text, number -> "Subject " + number);
    }

    private String messageIds(String text) {
        Matcher ids = MESSAGE_ID.matcher(text);
        return ids.find() ? ids.replaceAll(match -> Matcher.quoteReplacement(messageId(match.group())))
                : messageId(text);
    }

    private String messageId(String id) {
        if (NamePseudonyms.isGuid(id)) {
            // Defender's and the message trace's own id of a message
            return names.guid("network message id", id, "c"); // not for people
        }
        return id.startsWith("<message-") ? id
                : names.of("message id", id, number -> "<message-" + number + "@mail.example>"); // not for people
    }

    /** Addresses of sites first have their hosts replaced where those are to be, then their paths. */
    private String file(String text) {
        return known.replaced(kinds.contains(PseudonymKind.TENANT) ? names.inText(paths.path(text)) : paths.path(text));
    }

    private String place(String name, String text) {
        if (name.equals("latitude") || name.equals("longitude")) {
            return DEGREES.matcher(text).matches() ? text.split("[.,]")[0] : text;
        }
        if (name.equals("state") && isStateCode(text)) {
            return city(text.strip());
        }
        int comma = text.indexOf(',');
        String city = comma < 0 ? text : text.substring(0, comma);
        boolean tells = city.length() >= 3 && !text.startsWith("{") && (comma >= 0 || !name.equals("location"));
        if (!tells) {
            return text(text);
        }
        String after = city(city);
        if (comma < 0) {
            return after;
        }
        // city, state, country
        int last = text.lastIndexOf(',');
        for (int from = comma; from < last;) {
            int next = text.indexOf(',', from + 1);
            String part = text.substring(from + 1, next);
            after += "," + part.replace(part.strip(), part.isBlank() ? "" : city(part.strip()));
            from = next;
        }
        return after + text(text.substring(last));
    }

    /** Codes of states such as WA and CA are country codes and words elsewhere, so they are replaced only here. */
    private String city(String city) {
        return isStateCode(city) ? key.of("city", city, number -> "City " + number)
                : names.of("city", city, number -> "City " + number);
    }

    private static boolean isStateCode(String text) {
        return !text.isBlank() && text.strip().length() <= LETTERS_OF_A_STATE_CODE;
    }

    /** A text with pseudonyms for all that is known of it or can be told by its form. */
    public String text(String text) {
        String after = text;
        if (kinds.contains(PseudonymKind.MAIL) && after.indexOf('<') >= 0) {
            after = MESSAGE_ID.matcher(after).replaceAll(match -> Matcher.quoteReplacement(messageId(match.group())));
        }
        if (kinds.contains(PseudonymKind.FILES)) {
            after = paths.inText(after);
        }
        after = names.inText(after);
        if (kinds.contains(PseudonymKind.ADDRESSES)) {
            after = addresses.replaced(after);
        }
        return known.replaced(after);
    }

    /** What stands for an IP address. */
    public String address(String ip) {
        IpAddress address = IpAddress.of(ip);
        return !kinds.contains(PseudonymKind.ADDRESSES) || address == null || !address.isAddress() ? ip
                : addresses.of(address.value());
    }

    /**
     * The first value that a pseudonym stands for and that is still in the text, whether as a word of its own or inside
     * one; or null.
     */
    public @Nullable String stillIn(String text) {
        String lower = KnownTexts.lower(unescaped(text));
        String whole = known.wholeIn(lower);
        if (whole != null) {
            return whole;
        }
        for (int i = 0; i < lower.length(); i++) {
            String found = known.at(lower, i, false);
            if (found != null && !isPartOfPseudonym(lower, i, found)) {
                return found;
            }
        }
        return null;
    }

    /** With the letters that JSON writes by their numbers. */
    private static String unescaped(String text) {
        return text.indexOf("\\u") < 0 ? text
                : ESCAPE.matcher(text).replaceAll(match -> Matcher
                        .quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    private boolean isPartOfPseudonym(String lower, int at, String found) {
        String pseudonym = known.replacement(found);
        return pseudonym != null && (pseudonym.equalsIgnoreCase(found)
                || lower.startsWith(KnownTexts.lower(pseudonym), at));
    }
}
