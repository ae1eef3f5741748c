package org.tokenlane.extract.pseudonym;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenlane.model.identity.IpAddress;

/**
 * Puts other addresses in place of IP addresses: of IPv4 from 240.0.0.0/4, which nobody can have (RFC 1112), of IPv6
 * from 2001:db8::/32, which is for examples (RFC
 * 3849). What was in one network (/24, /64) stays so. Private addresses, and those that are told to be kept, stay as
 * they are.
 */
final class AddressPseudonyms {

    private static final Pattern CANDIDATE = Pattern.compile(
            "(?<![\\w.:-])(?:(?:[0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F.]{0,15}|\\d{1,3}(?:\\.\\d{1,3}){3})(?![\\w-]|\\.\\w)");

    private final PseudonymKey key;
    private final Predicate<String> kept;
    private final Map<String, Integer> inNetwork = new HashMap<>();

    AddressPseudonyms(PseudonymKey key, Predicate<String> kept) {
        this.key = key;
        this.kept = kept;
        key.forEach("address", (original, given) -> inNetwork
                .merge(given.substring(0, Math.max(given.lastIndexOf('.'), given.lastIndexOf("::"))), 1, Integer::sum));
    }

    /** The text with another address in place of each. */
    String replaced(String text) {
        if (text.length() < 7 || text.indexOf('.') < 0 && text.indexOf(':') < 0) {
            return text;
        }
        return CANDIDATE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(one(match, text)));
    }

    private String one(MatchResult match, String text) {
        // a program's version behind its name, such as Chrome/120.0.0.0, is no address
        boolean version = match.start() > 0 && text.charAt(match.start() - 1) == '/'
                && (match.start() < 2 || text.charAt(match.start() - 2) != '/');
        IpAddress address = version ? null : IpAddress.of(match.group());
        return address == null || !address.isAddress() ? match.group() : of(address.value());
    }

    /** What stands for a normalised address. */
    String of(String address) {
        if (isPrivate(address) || kept.test(address)) {
            return address;
        }
        boolean old = address.indexOf(':') < 0;
        String network = old ? address.substring(0, address.lastIndexOf('.')) : network(address);
        String other = key.of(old ? "ipv4 network" : "ipv6 network", network,
                number -> old ? (240 + (number >> 16 & 0xf)) + "." + (number >> 8 & 0xff) + "." + (number & 0xff)
                        : "2001:db8:" + Integer.toHexString(number >> 16) + ":" + Integer.toHexString(number & 0xffff));
        return key.of("address", address, number -> {
            int host = inNetwork.merge(other, 1, Integer::sum);
            return other + (old ? "." + (host & 0xff) : "::" + Integer.toHexString(host));
        });
    }

    private static boolean isPrivate(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed.isAnyLocalAddress() || parsed.isLoopbackAddress() || parsed.isSiteLocalAddress()
                    || parsed.isLinkLocalAddress();
        } catch (IllegalArgumentException none) {
            return true;
        }
    }

    private static String network(String address) {
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < 8; i += 2) {
            network.append(i == 0 ? "" : ":").append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff));
        }
        return network.toString();
    }
}
