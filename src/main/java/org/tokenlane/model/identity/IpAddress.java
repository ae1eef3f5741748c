package org.tokenlane.model.identity;

import java.net.Inet4Address;
import java.net.InetAddress;

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

    /**
     * Gives the address written in a record in any spelling met (with port, in brackets, mapped), or null where the
     * text says that there is none. A bare IPv6 address
     * is never cut at its last group.
     */
    public static IpAddress of(String raw) {
        String text = Absent.clean(raw);
        if (text == null) {
            return null;
        }
        if (text.startsWith("[")) {
            return bracketed(text);
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            return address(text, text, NO_PORT);
        }
        if (text.indexOf(':', colon + 1) < 0) {
            int port = port(text.substring(colon + 1));
            return port < 0 ? new IpAddress(text, NO_PORT, false) : address(text, text.substring(0, colon), port);
        }
        return address(text, text, NO_PORT);
    }

    private static IpAddress bracketed(String text) {
        int end = text.indexOf(']');
        if (end < 0) {
            return new IpAddress(text, NO_PORT, false);
        }
        int port = end + 1 < text.length() && text.charAt(end + 1) == ':' ? port(text.substring(end + 2)) : NO_PORT;
        return address(text, text.substring(1, end), port);
    }

    private static IpAddress address(String whole, String host, int port) {
        if (isDottedQuad(host)) {
            return new IpAddress(host, port, true);
        }
        if (host.indexOf(':') < 0) {
            return new IpAddress(port < 0 ? whole : host, port, false);
        }
        try {
            int zone = host.indexOf('%');
            InetAddress parsed = InetAddress.ofLiteral(zone < 0 ? host : host.substring(0, zone));
            return new IpAddress(
                    parsed instanceof Inet4Address ? parsed.getHostAddress() : compress(parsed.getAddress()), port,
                    true);
        } catch (IllegalArgumentException noLiteral) {
            return new IpAddress(whole, NO_PORT, false);
        }
    }

    private static boolean isDottedQuad(String text) {
        int parts = 1;
        int value = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (value < 0) {
                    return false;
                }
                parts++;
                value = -1;
            } else if (c < '0' || c > '9' || value == 0) {
                return false;
            } else {
                value = Math.max(value, 0) * 10 + c - '0';
                if (value > 255) {
                    return false;
                }
            }
        }
        return parts == 4 && value >= 0;
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
    private static String compress(byte[] bytes) {
        int[] groups = new int[8];
        int bestStart = -1;
        int bestLength = 1;
        int runStart = -1;
        for (int i = 0; i < 8; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
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
