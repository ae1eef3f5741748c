package org.tokenlane.enrich;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.TextKey;

/** What the makers of network data ask for; the type in a file shows whose it is. */
final class KnownMakers {

    /**
     * @param begins
     *            how the type of their files begins, in lower case
     */
    record Maker(String begins, TextKey licence, TextKey attribution) {
    }

    private static final List<Maker> ALL = List.of(
            new Maker("geolite2", MakerText.GEOLITE2_LICENCE, MakerText.GEOLITE2_ATTRIBUTION),
            new Maker("geoip2", MakerText.GEOIP2_LICENCE, MakerText.GEOIP2_ATTRIBUTION),
            new Maker("dbip", MakerText.DBIP_LICENCE, MakerText.DBIP_ATTRIBUTION),
            new Maker("ipinfo", MakerText.IPINFO_LICENCE, MakerText.IPINFO_ATTRIBUTION),
            new Maker("ip2location", MakerText.IP2LOCATION_LICENCE, MakerText.IP2LOCATION_ATTRIBUTION));

    private KnownMakers() {
    }

    /** The maker of files of this type, or null. */
    static @Nullable Maker of(String type) {
        String lower = type.toLowerCase(java.util.Locale.ROOT);
        return ALL.stream().filter(maker -> lower.startsWith(maker.begins())).findFirst().orElse(null);
    }
}
