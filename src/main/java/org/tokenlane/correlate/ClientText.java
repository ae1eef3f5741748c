package org.tokenlane.correlate;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of the program that made it: a user agent, or the client string of Exchange
 * ({@code Client=OWA;Action=ViaProxy}), which may carry a user agent in turn.
 *
 * @param agent
 *            the user agent, or null where there is only a client string
 * @param client
 *            the client string, or null where there is only a user agent
 * @param platform
 *            the system that the program runs on, as far as the text says it
 * @param program
 *            the program without its version, or null for a user agent that names none
 */
record ClientText(@Nullable String agent, @Nullable String client, Platform platform, @Nullable String program) {

    /** The system that a program runs on; a script runs on any and says none. */
    enum Platform {
        WINDOWS,
        MAC,
        IPHONE,
        IPAD,
        /** An iPhone or an iPad. */
        IOS,
        ANDROID,
        LINUX,
        SCRIPT,
        UNKNOWN;

        private static final List<Set<Platform>> ALIKE = List.of(EnumSet.of(IPHONE, IOS), EnumSet.of(IPAD, IOS),
                EnumSet.of(IPAD, IOS, MAC), EnumSet.of(ANDROID, LINUX));

        /** Tells whether one device may show both: an iPad asks for web pages as a Mac does, some phones as Linux. */
        boolean mayBe(Platform other) {
            return this == other || ALIKE.stream().anyMatch(alike -> alike.contains(this) && alike.contains(other));
        }
    }

    private static final String CLIENT = "client=";
    private static final Pattern VERSION = Pattern.compile("[0-9]+(?:[._][0-9]+)*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern SCRIPTS = Pattern.compile(
            "^(?:python|curl|wget|axios|go-http-client|node|okhttp|java/|libwww|aiohttp|httpx|rclone|postman)");
    /** Programs that show web pages but are not the browser; they share the session of the device, not its cookies. */
    private static final List<String> IN_PROGRAMS = List.of("teams/", "electron/", "outlook/", "office/");
    /** Strings that Exchange gives for whatever calls its programming interface: they name no program. */
    private static final String ANY_PROGRAM = "client=rest";
    /** Browsers by the token of their own; one that claims to be another comes first. */
    private static final List<String> BROWSERS = List.of("edg/", "edga/", "edgios/", "opr/", "fxios/", "firefox/",
            "crios/", "chrome/", "safari/");

    static ClientText of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.startsWith(CLIENT)) {
            return new ClientText(text, null, platform(lower), program(lower));
        }
        int embedded = lower.indexOf("mozilla/");
        String agent = embedded < 0 ? null : text.substring(embedded);
        String client = embedded < 0 ? text : text.substring(0, embedded);
        return new ClientText(agent, lower.startsWith(ANY_PROGRAM) ? null : client, platform(lower),
                agent == null ? null : program(agent.toLowerCase(Locale.ROOT)));
    }

    private static Platform platform(String lower) {
        if (lower.contains("iphone")) {
            return Platform.IPHONE;
        }
        if (lower.contains("ipad")) {
            return Platform.IPAD;
        }
        if (lower.contains("-ios")) {
            return Platform.IOS;
        }
        if (lower.contains("android")) {
            return Platform.ANDROID;
        }
        if (lower.contains("windows") || lower.startsWith("client=msexchangerpc")) {
            return Platform.WINDOWS;
        }
        if (lower.contains("macintosh") || lower.contains("mac os") // not for people
                || lower.contains("macoutlook")) {
            return Platform.MAC;
        }
        if (lower.contains("linux") || lower.contains("x11;")) {
            return Platform.LINUX;
        }
        return SCRIPTS.matcher(lower).find() ? Platform.SCRIPT : Platform.UNKNOWN;
    }

    private static @Nullable String program(String lower) {
        if (!lower.startsWith("mozilla/")) {
            int end = lower.indexOf('/');
            return end < 0 ? null : lower.substring(0, end);
        }
        if (IN_PROGRAMS.stream().anyMatch(lower::contains)) {
            return null;
        }
        for (String browser : BROWSERS) {
            if (lower.contains(browser)) {
                return browser;
            }
        }
        return null;
    }

    boolean isBrowser() {
        return program != null && BROWSERS.contains(program);
    }

    boolean sameProgramAs(ClientText other) {
        return Objects.equals(program, other.program);
    }

    /** Tells whether both are user agents that say the same but for their versions. */
    boolean differsOnlyInVersion(ClientText other) {
        return agent != null && other.agent != null && !agent.equals(other.agent)
                && VERSION.matcher(agent).replaceAll("0").equals(VERSION.matcher(other.agent).replaceAll("0"));
    }

    /** Tells whether the first version in which the two user agents differ is the higher one here. */
    boolean isNewerThan(ClientText other) {
        int[] own = versions();
        int[] others = other.versions();
        int differs = Arrays.mismatch(own, others);
        return differs >= 0 && differs < own.length && (differs >= others.length || own[differs] > others[differs]);
    }

    /** Tells whether both client strings name the same way into Exchange, whatever follows it. */
    boolean hasProtocolOf(ClientText other) {
        return client != null && other.client != null && protocol(client).equalsIgnoreCase(protocol(other.client));
    }

    private static String protocol(String client) {
        int end = client.indexOf(';');
        return end < 0 ? client : client.substring(0, end);
    }

    private int[] versions() {
        return agent == null ? new int[0]
                : NUMBER.matcher(agent).results().mapToInt(found -> Integer.parseInt(found.group())).toArray();
    }
}
