package org.tokenlane.enrich;

import org.tokenlane.model.text.TextKey;

/** The licence and the attribution that the makers of network data ask for. */
enum MakerText implements TextKey {
    GEOLITE2_LICENCE,
    GEOLITE2_ATTRIBUTION,
    GEOIP2_LICENCE,
    GEOIP2_ATTRIBUTION,
    DBIP_LICENCE,
    DBIP_ATTRIBUTION,
    IPINFO_LICENCE,
    IPINFO_ATTRIBUTION,
    IP2LOCATION_LICENCE,
    IP2LOCATION_ATTRIBUTION
}
