package org.tokenlane.detect.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a rule's condition: names of search identifiers, {@code and}, {@code or}, {@code not}, brackets, {@code 1 of},
 * {@code all of}. {@code not} binds strongest,
 * {@code or} weakest. What stands behind a {@code |} is left to {@link Aggregation}.
 */
final class ConditionParser {

    private static final int MOST_WORDS = 2_000;
    private static final Pattern TOKEN = Pattern.compile("\\s*(\\(|\\)|[^\\s()]+)");

    private final SigmaPlace place;
    private final Map<String, Search> identifiers;
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private ConditionParser(SigmaPlace place, Map<String, Search> identifiers, String text) {
        this.place = place;
        this.identifiers = identifiers;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group(1));
        }
    }

    /**
     * @param identifiers
     *            what each name searches for
     */
    static Search parse(SigmaPlace place, String text, Map<String, Search> identifiers) {
        ConditionParser parser = new ConditionParser(place, identifiers, text);
        if (parser.tokens.size() > MOST_WORDS) {
            throw new SigmaException(place, "The condition has more than " + MOST_WORDS + " words");
        }
        Search search = parser.either();
        if (parser.at < parser.tokens.size()) {
            throw parser.problem("“" + parser.tokens.get(parser.at) + "” was not expected");
        }
        return search;
    }

    private SigmaException problem(String text) {
        return new SigmaException(place, "The condition “" + String.join(" ", tokens) + "” cannot be read: " + text);
    }

    private Search either() {
        List<Search> parts = new ArrayList<>(List.of(both()));
        while (take("or")) {
            parts.add(both());
        }
        return Search.any(parts);
    }

    private Search both() {
        List<Search> parts = new ArrayList<>(List.of(one()));
        while (take("and")) {
            parts.add(one());
        }
        return Search.all(parts);
    }

    private Search one() {
        if (take("not")) {
            return new Search.Not(one());
        }
        if (take("(")) {
            Search inside = either();
            if (!take(")")) {
                throw problem("a closing bracket is missing");
            }
            return inside;
        }
        if (at >= tokens.size()) {
            throw problem("it ends where a search identifier has to stand");
        }
        String token = tokens.get(at++);
        if (at < tokens.size() && tokens.get(at).equalsIgnoreCase("of")) {
            at++;
            return several(token.toLowerCase(Locale.ROOT));
        }
        Search search = identifiers.get(token);
        if (search == null) {
            throw problem("there is no search identifier “" + token + "”");
        }
        return search;
    }

    private boolean take(String word) {
        boolean is = at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
        at += is ? 1 : 0;
        return is;
    }

    private Search several(String howMany) {
        if (!List.of("1", "any", "all").contains(howMany)) {
            throw problem("“" + howMany + " of” is not supported, only “1 of” and “all of”");
        }
        if (at >= tokens.size()) {
            throw problem("behind “of” a name is missing");
        }
        String pattern = tokens.get(at++);
        boolean them = pattern.equalsIgnoreCase("them");
        SigmaText named = SigmaText.of(pattern);
        List<Search> chosen = identifiers.entrySet().stream()
                .filter(each -> them ? !each.getKey().startsWith("_") : named.matches(each.getKey(), true))
                .map(Map.Entry::getValue).toList();
        if (chosen.isEmpty()) {
            throw problem("no search identifier is named like “" + pattern + "”");
        }
        return howMany.equals("all") ? Search.all(chosen) : Search.any(chosen);
    }
}
