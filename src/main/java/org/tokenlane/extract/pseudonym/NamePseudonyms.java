package org.tokenlane.extract.pseudonym;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts pseudonyms in place of users and tenants: mail addresses, domains, names, object ids, security identifiers. */
final class NamePseudonyms {

    private static final Pattern MAIL = Pattern
            .compile("[A-Za-z0-9._%+'&~-]+(?:#EXT#)?@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern TENANT_HOST = Pattern.compile(
            "(?<![\\w-])([a-z0-9][a-z0-9-]*?)(-my|-admin)?\\.(sharepoint\\.com|onmicrosoft\\.com|mail\\.onmicrosoft\\.com)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
    private static final Pattern SID = Pattern.compile("S-1-(?:5-21|12-1)(?:-\\d+){3,6}");
    private static final Pattern PUID = Pattern.compile("(?<![0-9A-Za-z])100[0-9A-Fa-f]{13}(?![0-9A-Za-z])");
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    /** Chats of Teams have ids of the form of an address ({@code 19:...@thread.v2}), which name nobody. */
    private static final Set<String> OF_CHATS = Set.of("thread.v2", "thread.tacv2", "thread.skype", "unq.gbl.spaces");
    /** Whose names say nothing of a tenant. */
    private static final Set<String> PUBLIC = Set.of("gmail.com", "googlemail.com", "outlook.com", "hotmail.com",
            "live.com", "msn.com", "yahoo.com", "icloud.com",
            "proton.me",
            "protonmail.com", "tutanota.com", "gmx.net", "gmx.de", "web.de", "mail.ru", "yandex.ru", "qq.com",
            "163.com", "microsoft.com", "microsoftonline.com",
            "office.com",
            "office365.com", "windows.net", "azure.com", "sharepoint.com", "onmicrosoft.com", "outlook.office365.com",
            "graph.microsoft.com",
            "login.microsoftonline.com");
    /** Microsoft's own tenants. */
    private static final Set<String> MICROSOFT = Set.of("f8cdef31-a31e-4b4a-93e4-5f571e91255a",
            "72f988bf-86f1-41af-91ab-2d7cd011db47",
            "9188040d-6c67-4c5b-b112-36a304b66dad", "00000000-0000-0000-0000-000000000000");
    private static final Pattern NOBODY = Pattern.compile(
            "(?i)(nt |microsoft|serviceprincipal_|sharepoint\\\\|app@sharepoint|not[ -]|n/a|urn:|sync_|anonymous|securitycompliance|certificate|system|unknown|device|\\{|S-1-5-18|S-1-5-10).*|[\\W\\d]{0,3}");

    /** Tables of names, which are theirs wherever they are the whole value; a subject may be any word. */
    private static final Set<String> NAMES = Set.of("person", "city", "device", "tenant");

    private final PseudonymKey key;
    private final KnownTexts known;
    private final boolean users;
    private final boolean tenant;
    private final Predicate<String> keptDomains;

    NamePseudonyms(PseudonymKey key, KnownTexts known, Set<PseudonymKind> kinds, Predicate<String> keptDomains) {
        this.keptDomains = keptDomains;
        this.key = key;
        this.known = known;
        this.users = kinds.contains(PseudonymKind.USERS);
        this.tenant = kinds.contains(PseudonymKind.TENANT);
    }

    /** What stands for a text that as a whole names a user. */
    String user(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || NOBODY.matcher(plain).matches()) {
            return text;
        }
        if (GUID.matcher(plain).matches()) {
            return guid("user id", plain, "a"); // not for people
        }
        if (MAIL.matcher(plain.replaceFirst("(?i)^smtp:", "")).matches() || SID.matcher(plain).find()
                || PUID.matcher(plain).find()
                || plain.indexOf('|') >= 0 || plain.indexOf('/') >= 0) {
            return inText(text);
        }
        return of("person", plain, number -> "Person " + number);
    }

    /** What stands for a text that as a whole names a tenant. */
    String tenant(String text) {
        String plain = text.strip();
        if (GUID.matcher(plain).matches()) {
            return MICROSOFT.contains(plain.toLowerCase(Locale.ROOT)) ? text : guid("tenant id", plain, "b"); // not for people
        }
        if (plain.isEmpty() || NOBODY.matcher(plain).matches()) {
            return text;
        }
        return DOMAIN.matcher(plain).matches() ? domain(plain) : of("tenant", plain, number -> "Tenant " + number);
    }

    static boolean isGuid(String text) {
        return GUID.matcher(text.strip()).matches();
    }

    String guid(String table, String guid, String variant) {
        if (MICROSOFT.contains(guid.toLowerCase(Locale.ROOT))) {
            return guid;
        }
        String pseudonym = of(table, guid,
                number -> String.format(Locale.ROOT, "00000000-0000-4000-%s000-%012d", variant, number));
        known.add(guid.replace("-", ""), pseudonym.replace("-", ""));
        return pseudonym;
    }

    /** The text with pseudonyms for the addresses and ids in it whose form tells what they are. */
    String inText(String text) {
        String after = text;
        if (after.indexOf('@') >= 0 && (users || tenant)) {
            after = MAIL.matcher(after).replaceAll(match -> Matcher.quoteReplacement(mail(match.group())));
        }
        if (tenant && (after.contains(".com") || after.contains(".COM"))) {
            after = TENANT_HOST.matcher(after).replaceAll(match -> Matcher.quoteReplacement(isOwn(match.group(1))
                    ? match.group()
                    : label(match.group(1)) + (match.group(2) == null ? "" : match.group(2)) + "." + match.group(3)));
        }
        if (users) {
            after = after.contains("S-1-") ? SID.matcher(after).replaceAll(
                    match -> of("sid", match.group(), number -> "S-1-5-21-1000-1000-1000-" + number)) : after;
            after = after.contains("100")
                    ? PUID.matcher(after)
                            .replaceAll(match -> of("puid", match.group(),
                                    number -> String.format(Locale.ROOT, "100F%012d", number)))
                    : after;
        }
        return after;
    }

    /** What stands for a mail address; what is a pseudonym already stays. */
    private String mail(String mail) {
        int at = mail.lastIndexOf('@');
        String local = mail.substring(0, at);
        String ofDomain = mail.substring(at + 1);
        if (OF_CHATS.contains(ofDomain.toLowerCase(Locale.ROOT))
                || keptDomains.test(ofDomain.toLowerCase(Locale.ROOT))) {
            return mail;
        }
        boolean isMessage = local.matches("message-\\d+") && ofDomain.equals("mail.example");
        if (isMessage || local.toLowerCase(Locale.ROOT).matches("user-\\d+") || isOwn(ofDomain.split("\\.")[0])) {
            return mail;
        }
        String domain = tenant ? domain(ofDomain) : ofDomain;
        String guest = users && local.toUpperCase(Locale.ROOT).endsWith("#EXT#") ? "#EXT#" : "";
        String name = users ? key.of("user", mail, number -> "user-" + number) + guest : local;
        String whole = name + "@" + domain;
        known.add(mail, whole);
        if (users) {
            // the spelling in the address of a personal site, and the name alone where it is one that can be told
            known.add(mail.replace('@', '_').replace('.', '_'), whole.replace('@', '_').replace('.', '_'));
            if (local.length() > 5 && local.matches(".*[._-].*")) {
                known.add(local, name);
                known.add(local.replace('.', '_'), name);
            }
        }
        return whole;
    }

    private String domain(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        Matcher host = TENANT_HOST.matcher(lower);
        if (host.matches()) {
            return label(host.group(1)) + (host.group(2) == null ? "" : host.group(2)) + "." + host.group(3);
        }
        if (PUBLIC.contains(lower) || lower.endsWith(".microsoft.com") || lower.endsWith(".outlook.com")
                || lower.endsWith(".office365.com")
                || isOwn(lower.split("\\.")[0]) || keptDomains.test(lower)) {
            return domain;
        }
        String pseudonym = of("domain", lower, number -> "domain-" + number + ".example");
        // the organisation's name, as it stands in names of its applications, devices and sites
        known.add(lower.substring(0, lower.indexOf('.')), pseudonym.substring(0, pseudonym.indexOf('.')));
        return pseudonym;
    }

    /** A tenant's name as it stands before {@code .sharepoint.com} and {@code .onmicrosoft.com}. */
    private String label(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        String domain = known.replacement(lower);
        return domain != null && isOwn(domain) ? domain : of("tenant label", lower, number -> "tenant-" + number); // not for people
    }

    private static boolean isOwn(String label) {
        return label.matches("(?i)(tenant|domain)-\\d+");
    }

    /** What stands for a text that was met before, as a whole, or null. */
    @Nullable
    String known(String text) {
        return known.replacement(KnownTexts.lower(text));
    }

    String of(String table, String original, java.util.function.IntFunction<String> make) {
        String pseudonym = key.of(table, original, make);
        if (NAMES.contains(table)) {
            known.addName(original, pseudonym);
        } else {
            known.add(original, pseudonym);
        }
        return pseudonym;
    }
}
