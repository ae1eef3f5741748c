package org.tokenlane.ingest.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenlane.model.identity.Guids;
import org.tokenlane.model.identity.IpAddress;
import org.tokenlane.model.identity.SessionId;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.model.mark.Indicator.Type;

/** Tells what an indicator is from its text and, where a list says it, from its type. */
final class IndicatorText {

    private static final Map<String, Type> WORDS = Map.ofEntries(Map.entry("ip", Type.IP), Map.entry("ipv4", Type.IP),
            Map.entry("ipv6", Type.IP),
            Map.entry("ipaddress", Type.IP), Map.entry("address", Type.IP), Map.entry("ipaddr", Type.IP),
            Map.entry("ipv4addr", Type.IP), Map.entry("ipv6addr", Type.IP),
            Map.entry("ipdst", Type.IP), Map.entry("ipsrc", Type.IP), Map.entry("network", Type.NETWORK),
            Map.entry("cidr", Type.NETWORK),
            Map.entry("iprange", Type.NETWORK), Map.entry("useragent", Type.USER_AGENT),
            Map.entry("ua", Type.USER_AGENT), Map.entry("uti", Type.TOKEN),
            Map.entry("token", Type.TOKEN), Map.entry("uniquetokenid", Type.TOKEN),
            Map.entry("uniquetokenidentifier", Type.TOKEN),
            Map.entry("signinactivityid", Type.TOKEN), Map.entry("requestid", Type.TOKEN),
            Map.entry("session", Type.SESSION), Map.entry("sid", Type.SESSION),
            Map.entry("sessionid", Type.SESSION), Map.entry("aadsessionid", Type.SESSION),
            Map.entry("csid", Type.SESSION), Map.entry("domain", Type.DOMAIN),
            Map.entry("domainname", Type.DOMAIN), Map.entry("hostname", Type.DOMAIN), Map.entry("fqdn", Type.DOMAIN),
            Map.entry("url", Type.DOMAIN),
            Map.entry("uri", Type.DOMAIN));

    private static final Pattern HOST_OF_URL = Pattern
            .compile("(?i)[a-z][a-z0-9+.-]*://(?:[^/@\\s]*@)?(\\[[^\\]]+\\]|[^/:?#\\s]+).*");
    private static final Pattern DOMAIN = Pattern.compile("(?U)(?:\\*?\\.)?((?:[\\w-]+\\.)+[\\p{L}][\\p{L}0-9-]+)\\.?");
    private static final Pattern FILE_HASH = Pattern.compile("[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}");

    private IndicatorText() {
    }

    /** Tells whether a normalised word names a type of indicator. */
    static boolean isType(String word) {
        return WORDS.containsKey(word);
    }

    /** Tells whether the text is an indicator by its form alone, and not only something that a user agent might be. */
    static boolean names(String text) {
        try {
            return !read(text, "").containsValue(Type.USER_AGENT);
        } catch (DamagedRecordException none) {
            return false;
        }
    }

    /**
     * The indicators that a text stands for, normalised as events are. A GUID of no given type may be a session's id or
     * the request id of a token's sign-in, so it stands
     * for both.
     *
     * @param type
     *            a normalised word; one that is not known, or an empty one, leaves it to the text's form
     */
    static Map<String, Type> read(String text, String type) throws DamagedRecordException {
        String plain = refanged(text.strip());
        Type given = WORDS.get(type);
        Map<String, Type> found = new LinkedHashMap<>();
        if (given != Type.USER_AGENT && FILE_HASH.matcher(plain).matches()) {
            throw new DamagedRecordException(ReadingText.INDICATOR_FILE_HASH.with());
        }
        switch (given) {
        case null -> guess(plain, found);
        case IP, NETWORK -> address(plain, found);
        case USER_AGENT -> found.put(text.strip(), Type.USER_AGENT);
        case TOKEN -> token(plain, found);
        case SESSION -> session(plain, found);
        case DOMAIN -> host(plain, found);
        }
        if (found.isEmpty()) {
            throw new DamagedRecordException(given == null ? ReadingText.INDICATOR_UNKNOWN.with()
                    : ReadingText.INDICATOR_OF_ANOTHER_TYPE.with(given.words()));
        }
        return found;
    }

    private static void guess(String text, Map<String, Type> found) throws DamagedRecordException {
        if (text.indexOf('@') > 0 && text.indexOf(' ') < 0 && text.indexOf('/') < 0) {
            throw new DamagedRecordException(ReadingText.INDICATOR_MAIL_ADDRESS.with());
        }
        address(text, found);
        if (found.isEmpty() && Guids.isGuid(text)) {
            session(text, found);
            token(text, found);
        } else if (found.isEmpty() && Uti.looksLike(text)) {
            token(text, found);
        }
        if (found.isEmpty()) {
            host(text, found);
        }
        if (found.isEmpty() && (text.indexOf('/') >= 0 || text.indexOf(' ') >= 0 || text.indexOf('*') >= 0)
                && !beginsWithAddress(text)) {
            found.put(text, Type.USER_AGENT);
        }
    }

    private static boolean beginsWithAddress(String text) {
        IpAddress address = IpAddress.of(text.split("[/ ]", 2)[0]);
        return address != null && address.isAddress();
    }

    private static void address(String text, Map<String, Type> found) {
        int slash = text.indexOf('/');
        IpAddress address = IpAddress.of(slash < 0 ? text : text.substring(0, slash));
        if (address == null || !address.isAddress()) {
            return;
        }
        if (slash < 0) {
            found.put(address.value(), Type.IP);
        } else if (text.substring(slash + 1).matches("\\d{1,3}")) {
            int bits = Integer.parseInt(text.substring(slash + 1));
            int all = address.value().indexOf(':') < 0 ? 32 : 128;
            if (bits == all) {
                found.put(address.value(), Type.IP);
            } else if (bits < all) {
                found.put(address.value() + "/" + bits, Type.NETWORK);
            }
        }
    }

    private static void token(String text, Map<String, Type> found) {
        Uti uti = Guids.isGuid(text) ? Uti.fromRequestId(text)
                : Uti.looksLike(text.replace('+', '-').replace('/', '_').replaceFirst("=+$", "")) ? Uti.of(text) : null;
        if (uti != null) {
            found.put(uti.value(), Type.TOKEN);
        }
    }

    private static void session(String text, Map<String, Type> found) {
        SessionId session = SessionId.of(text);
        if (session != null && Guids.isGuid(session.value())) {
            found.put(session.value(), Type.SESSION);
        }
    }

    private static void host(String text, Map<String, Type> found) {
        Matcher url = HOST_OF_URL.matcher(text);
        String host = url.matches() ? url.group(1) : text;
        address(host, found);
        Matcher domain = DOMAIN.matcher(host);
        if (found.isEmpty() && domain.matches()) {
            found.put(domain.group(1).toLowerCase(Locale.ROOT), Type.DOMAIN);
        }
    }

    /** As it was before somebody made it harmless to click. */
    private static String refanged(String text) {
        return text.replace("[.]", ".").replace("(.)", ".").replace("[dot]", ".").replace("[:]", ":")
                .replace("[://]", "://").replaceFirst("(?i)^hxxp", "http");
    }
}
