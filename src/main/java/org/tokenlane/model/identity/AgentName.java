package org.tokenlane.model.identity;

import org.jspecify.annotations.Nullable;

/** What a user agent is, in the two words that tell one from another. */
public final class AgentName {

    private static final String[][] PROGRAMS = { { "Edg/", "Edge" }, { "EdgA/", "Edge" }, { "OPR/", "Opera" },
        { "Firefox/", "Firefox" }, { "Chrome/", "Chrome" },
        { "CriOS/", "Chrome" }, { "Safari/", "Safari" } };
    private static final String[][] SYSTEMS = { { "Windows", "Windows" }, { "iPhone", "iPhone" }, { "iPad", "iPad" },
        { "Android", "Android" }, { "Mac OS", "macOS" },
        { "Linux", "Linux" } };

    private static final String[][] FAMILIES = { { "Windows", "Windows" }, { "iPhone", "Apple" }, { "iPad", "Apple" },
        { "Mac OS", "Apple" }, { "Android", "Linux" },
        { "Linux", "Linux" } };

    private AgentName() {
    }

    /** The program and its system (Chrome on Windows), or the first word of a program that is no browser. */
    public static String of(String agent) {
        String program = first(PROGRAMS, agent);
        if (program == null) {
            // programs that are no browser name themselves first
            String word = agent.strip().split("[ /(;]", 2)[0];
            return word.length() > 24 ? word.substring(0, 24) : word;
        }
        String system = first(SYSTEMS, agent);
        return system == null ? program : program + " on " + system;
    }

    /**
     * Tells whether two user agents name systems that one device cannot have. A tablet may say that it is a computer,
     * and some telephones that they run Linux.
     */
    public static boolean areOfOtherSystems(@Nullable String one, @Nullable String other) {
        String first = one == null ? null : first(FAMILIES, one);
        String second = other == null ? null : first(FAMILIES, other);
        return first != null && second != null && !first.equals(second);
    }

    private static @Nullable String first(String[][] names, String agent) {
        for (String[] name : names) {
            if (agent.contains(name[0])) {
                return name[1];
            }
        }
        return null;
    }
}
