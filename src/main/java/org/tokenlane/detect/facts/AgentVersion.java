package org.tokenlane.detect.facts;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The major version of a browser in its user agent. */
final class AgentVersion {

    /** In this order, because browsers name those whose engine they share as well. */
    private static final Pattern VERSION = Pattern
            .compile("(?:Edg|EdgA|OPR|Firefox|CriOS|FxiOS)/(\\d{1,6})|(?:Chrome|Version)/(\\d{1,6})");

    private AgentVersion() {
    }

    /** The version, or 0 where the user agent is not a browser's. */
    static int of(String agent) {
        Matcher named = VERSION.matcher(agent);
        int version = 0;
        while (named.find()) {
            if (named.group(1) != null) {
                return Integer.parseInt(named.group(1));
            }
            version = version == 0 ? Integer.parseInt(named.group(2)) : version;
        }
        return version;
    }
}
