package org.tokenlane.model.identity;

import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * A client's address as one spelling of many: IPv4 dotted, IPv6 lower-case and compressed as RFC 5952 says, an IPv4
 * address mapped into IPv6 as IPv4. No name is
 * ever looked up.
 *
 * @param value
 *            the normalised address, or the text as it stood where it is no address (a host name, damaged text)
 * @param port
 *            the port that stood with it, or -1
 * @param isAddress
 *            whether the value is an IP address
 */
public record IpAddress(String value, int port, boolean isAddress) {

    private static final int NO_PORT = -1;
    private static final String QUOTES = "\"'";
    private static final Set<String> NONE = Set.of("", "unknown", "undefined", "none", "nan");
    /** What stands between the addresses of a list. */
    private static final String BETWEEN = ",;|\"' \t\n";

    /**
     * Gives the address written in a record in any spelling met (with port, in brackets, mapped), or null where the
     * text says that there is none. Of a list of addresses, as proxies write it, the first counts. A bare IPv6 address
     * is never cut at its last group.
     */
    public static @Nullable IpAddress of(@Nullable String raw) {
        String text = Absent.cleanId(raw);
        if (text == null) {
            return null;
        }
        String bare = bare(Absent.withoutBrackets(text));
        return NONE.contains(bare.toLowerCase(Locale.ROOT)) ? null : isList(bare) ? firstOf(bare) : one(bare);
    }

    /** Without the quotation marks, braces and brackets around it, and the length of a network of one address. */
    private static String bare(String text) {
        String bare = text;
        while (bare.length() > 1 && "{(<".indexOf(bare.charAt(0)) >= 0
                && bare.charAt(bare.length() - 1) == "})>".charAt("{(<".indexOf(bare.charAt(0)))
                || bare.length() > 1 && QUOTES.indexOf(bare.charAt(0)) >= 0 && bare.endsWith(bare.substring(0, 1))) {
            bare = bare.substring(1, bare.length() - 1).strip();
        }
        bare = bare.endsWith("'") ? bare.substring(0, bare.length() - 1) : bare;
        return bare.endsWith("/32") && bare.indexOf(':') < 0 || bare.endsWith("/128")
                ? bare.substring(0, bare.lastIndexOf('/'))
                : bare;
    }

    private static boolean isList(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (BETWEEN.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static IpAddress firstOf(String list) {
        IpAddress whole = one(list);
        StringTokenizer parts = new StringTokenizer(
                list.startsWith("[\"") || list.startsWith("['") ? list.substring(1) : list, BETWEEN);
        while (parts.hasMoreTokens()) {
            String part = Absent.clean(parts.nextToken());
            IpAddress address = part == null ? whole : one(part);
            if (address.isAddress) {
                return address;
            }
        }
        return whole;
    }

    private static IpAddress one(String text) {
        if (text.startsWith("[")) {
            return bracketed(text);
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            return address(text, text, NO_PORT);
        }
        if (text.indexOf(':', colon + 1) < 0) {
            int port = port(text.substring(colon + 1));
            return port < 0 ? address(text, text, NO_PORT)
                    : address(text, text.substring(0, colon), port);
        }
        int last = text.lastIndexOf(':');
        int dot = text.indexOf('.');
        if (dot >= 0 && dot < last) {
            // an IPv4 address mapped into IPv6 shows where it ends, so that what follows it is a port
            int port = port(text.substring(last + 1));
            return port < 0 ? new IpAddress(text, NO_PORT, false) : address(text, text.substring(0, last), port);
        }
        return address(text, text, NO_PORT);
    }

    private static IpAddress bracketed(String text) {
        int end = text.indexOf(']');
        if (end < 0) {
            return address(text, text.substring(1), NO_PORT);
        }
        int port = end + 1 < text.length() && text.charAt(end + 1) == ':' ? port(text.substring(end + 2)) : NO_PORT;
        return address(text, text.substring(1, end), port);
    }

    private static IpAddress address(String whole, String host, int port) {
        if (Ipv6Text.quad(host) >= 0) {
            return new IpAddress(host, port, true);
        }
        if (host.indexOf(':') < 0) {
            return new IpAddress(port < 0 ? whole : host, port, false);
        }
        String mapped = mapped(host);
        if (mapped != null) {
            return new IpAddress(mapped, port, true);
        }
        int zone = host.indexOf('%');
        int[] groups = Ipv6Text.groups(zone < 0 ? host : host.substring(0, zone));
        return groups == null ? new IpAddress(whole, NO_PORT, false)
                : new IpAddress(isMapped(groups) ? dotted(groups) : compress(groups), port, true);
    }

    /**
     * The IPv4 address that stands at the end of an IPv6 one in its own spelling, in any of the spellings met: {@code
     * ::ffff:192.0.2.1}, without its first colons, without {@code ffff}; or null.
     */
    private static @Nullable String mapped(String host) {
        int start = host.lastIndexOf(':') + 1;
        if (host.indexOf('.') < start || Ipv6Text.quad(host.substring(start)) < 0) {
            return null;
        }
        for (int i = 0; i < start; i++) {
            if (":0".indexOf(host.charAt(i)) < 0 && !host.regionMatches(true, i, "ffff:", 0, 5)) {
                return null;
            }
            i += host.regionMatches(true, i, "ffff:", 0, 5) ? 4 : 0;
        }
        return host.substring(start);
    }

    private static boolean isMapped(int[] groups) {
        for (int i = 0; i < 5; i++) {
            if (groups[i] != 0) {
                return false;
            }
        }
        return groups[5] == 0xffff;
    }

    private static String dotted(int[] groups) {
        return (groups[6] >> 8) + "." + (groups[6] & 0xff) + "." + (groups[7] >> 8) + "." + (groups[7] & 0xff);
    }

    private static int port(String text) {
        if (text.isEmpty() || text.length() > 5) {
            return NO_PORT;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return NO_PORT;
            }
            value = value * 10 + c - '0';
        }
        return value <= 0xffff ? value : NO_PORT;
    }

    /** Writes the longest run of two or more zero groups as {@code ::} (RFC 5952, section 4). */
    static String compress(int[] groups) {
        int bestStart = -1;
        int bestLength = 1;
        int runStart = -1;
        for (int i = 0; i < 8; i++) {
            runStart = groups[i] != 0 ? -1 : runStart < 0 ? i : runStart;
            if (runStart >= 0 && i - runStart + 1 > bestLength) {
                bestStart = runStart;
                bestLength = i - runStart + 1;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == bestStart) {
                text.append("::");
                i += bestLength - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
