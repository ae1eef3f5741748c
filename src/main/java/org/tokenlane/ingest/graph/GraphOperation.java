package org.tokenlane.ingest.graph;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.identity.Guids;

/**
 * Names what a Graph call does: its method and its path without host, version and query, with ids replaced, so that the
 * calls of one kind
 * group together: {@code GET /users/{id}/messages}. The names of the API's own parts stay as they are.
 */
final class GraphOperation {

    private static final String ID = "{id}";
    private static final String PATH = "{path}";
    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");
    private static final Pattern VERSION = Pattern.compile("(?i)v?\\d+(\\.\\d+)?(-internal)?|beta");
    private static final Pattern NAME = Pattern.compile("[$]?[A-Za-z][A-Za-z0-9]*(_v\\d+)?");
    private static final Pattern TYPE_NAME = Pattern.compile("(?i)microsoft\\.graph(\\.[A-Za-z][A-Za-z0-9]*)+");
    private static final Pattern ARGUMENT = Pattern.compile("\\s*(@?[A-Za-z][A-Za-z0-9]*)\\s*=.*", Pattern.DOTALL);
    /**
     * From this length on, a text that changes between capitals, digits and small letters as often as a random one is
     * no word.
     */
    private static final int LONG_NAME = 16;
    private static final int SHORTEST_MEAN_WORD = 3;
    private static final int MOST_DIGITS_IN_NAME = 7;

    private GraphOperation() {
    }

    /** Names a call of Microsoft Graph; null where neither method nor address is known. */
    static @Nullable String of(@Nullable String method, @Nullable String uri) {
        return name(method, uri == null ? null : withoutVersion(segments(uri)));
    }

    /** Names a call of Azure AD Graph, whose path begins with the tenant: {@code /v2/{tenant}/users}. */
    static @Nullable String ofAzureAdGraph(@Nullable String method, @Nullable String uri) {
        List<String> segments = uri == null ? null : withoutVersion(segments(uri));
        if (segments != null && !segments.isEmpty() && isTenant(segments.getFirst())) {
            segments = segments.subList(1, segments.size());
        }
        return name(method, segments);
    }

    private static boolean isTenant(String segment) {
        return Guids.isGuid(segment) || segment.equalsIgnoreCase("myorganization")
                || segment.indexOf('.') > 0 && segment.indexOf('(') < 0;
    }

    private static @Nullable String name(@Nullable String method, @Nullable List<String> segments) {
        String verb = method == null || method.isBlank() ? null : method.strip().toUpperCase(Locale.ROOT);
        if (segments == null) {
            return verb;
        }
        String path = "/" + String.join("/", generalised(segments));
        return verb == null ? path : verb + ' ' + path;
    }

    /** The path's parts, decoded; a slash inside of brackets divides nothing. */
    private static List<String> segments(String uri) {
        String path = ORIGIN.matcher(uri).replaceFirst("");
        List<String> segments = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= path.length(); i++) {
            char c = i < path.length() ? path.charAt(i) : '?';
            if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (c == '/' && depth == 0 || c == '?' || c == '#') {
                if (i > start) {
                    segments.add(decoded(path.substring(start, i)));
                }
                start = i + 1;
                if (c != '/') {
                    break;
                }
            }
        }
        return segments;
    }

    private static String decoded(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment;
        }
    }

    private static List<String> withoutVersion(List<String> segments) {
        return !segments.isEmpty() && VERSION.matcher(segments.getFirst()).matches()
                ? segments.subList(1, segments.size())
                : segments;
    }

    private static List<String> generalised(List<String> segments) {
        List<String> names = new ArrayList<>();
        boolean inFilePath = false;
        for (String segment : segments) {
            boolean colonBehind = segment.endsWith(":") && segment.length() > 1;
            if (inFilePath) {
                if (!names.getLast().equals(PATH)) {
                    names.add(PATH);
                }
                if (segment.endsWith(":")) {
                    names.set(names.size() - 1, PATH + ':');
                    inFilePath = false;
                }
            } else if (colonBehind) {
                names.add(generalised(segment.substring(0, segment.length() - 1)) + ':');
                inFilePath = true;
            } else {
                names.add(generalised(segment));
            }
        }
        return names;
    }

    /**
     * One part: a name, an id, a name with a key in brackets ({@code users('id')}, the same as {@code users/id}), or a
     * function with arguments.
     */
    private static String generalised(String segment) {
        int open = segment.indexOf('(');
        if (open <= 0 || !segment.endsWith(")") || !isName(segment.substring(0, open))) {
            return isName(segment) ? decapitalised(segment) : ID;
        }
        String name = decapitalised(segment.substring(0, open));
        String inside = segment.substring(open + 1, segment.length() - 1).strip();
        if (inside.isEmpty()) {
            return name;
        }
        if (!ARGUMENT.matcher(inside).matches() || inside.startsWith("'")) {
            String key = inside.startsWith("'") && inside.endsWith("'") && inside.length() > 1
                    ? inside.substring(1, inside.length() - 1)
                    : inside;
            return name + '/' + (isName(key) ? decapitalised(key) : ID);
        }
        List<String> arguments = new ArrayList<>();
        for (String argument : inside.split(",")) {
            var matcher = ARGUMENT.matcher(argument);
            if (matcher.matches()) {
                arguments.add(matcher.group(1) + '=' + ID);
            }
        }
        return name + '(' + String.join(",", arguments) + ')';
    }

    private static boolean isName(String segment) {
        if (TYPE_NAME.matcher(segment).matches()) {
            return true;
        }
        if (!NAME.matcher(segment).matches()) {
            return false;
        }
        int digits = 0;
        int words = 1;
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean digitBefore = i > 0 && segment.charAt(i - 1) >= '0' && segment.charAt(i - 1) <= '9';
            digits += digit ? 1 : 0;
            words += i > 0 && (digit && !digitBefore || c >= 'A' && c <= 'Z') ? 1 : 0;
        }
        return digits <= MOST_DIGITS_IN_NAME
                && (segment.length() < LONG_NAME || segment.length() >= words * SHORTEST_MEAN_WORD);
    }

    /** The API takes names in any case; most clients write them with a small first letter. */
    private static String decapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
