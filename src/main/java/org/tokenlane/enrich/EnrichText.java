package org.tokenlane.enrich;

import org.tokenlane.model.text.TextKey;

/** How external data on networks and applications is presented, and why a file of it cannot be used. */
enum EnrichText implements TextKey {
    FAMILY_OF_CLIENT_IDS,
    APP_WITH_NOTE,
    APP_BY_TABLE,
    STATEMENT,
    SERVICE,
    SYSTEM_OF_KIND,
    NAME_OF_KIND,
    DATED,
    UNDATED,
    SOURCE,
    SOURCE_WITH_ATTRIBUTION,
    SOURCE_WITH_LICENCE,
    SOURCE_WITH_BOTH,
    NO_FILE,
    NOT_NETWORK_DATA,
    NOTHING_KNOWN,
    VALUE_BY
}
