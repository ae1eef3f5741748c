package org.tokenlane.enrich;

import java.util.List;

/** What the makers of network data ask for, told by the type that their files give. */
final class KnownMakers {

    /**
     * @param begins
     *            how the type of their files begins, in lower case
     */
    record Maker(String begins, String licence, String attribution) {
    }

    private static final List<Maker> ALL = List.of(
            new Maker("geolite2", "GeoLite2 End User License Agreement",
                    "This product includes GeoLite2 data created by MaxMind, available from https://www.maxmind.com"),
            new Maker("geoip2", "MaxMind's commercial terms", "GeoIP2 data by MaxMind (https://www.maxmind.com)"),
            new Maker("dbip", "of DB-IP; the Lite editions: CC BY 4.0", "IP Geolocation by DB-IP (https://db-ip.com)"),
            new Maker("ipinfo", "of IPinfo; the Lite edition: CC BY-SA 4.0",
                    "IP address data powered by IPinfo (https://ipinfo.io)"),
            new Maker("ip2location", "of IP2Location; the LITE editions: CC BY-SA 4.0",
                    "IP2Location data (https://www.ip2location.com)"));

    private KnownMakers() {
    }

    /** The maker of files of this type, or null. */
    static Maker of(String type) {
        String lower = type.toLowerCase(java.util.Locale.ROOT);
        return ALL.stream().filter(maker -> lower.startsWith(maker.begins())).findFirst().orElse(null);
    }
}
