package org.tokenlane.detect.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenlane.model.text.Text;

/**
 * Reads a rule's condition: names of search identifiers, {@code and}, {@code or}, {@code not}, brackets, {@code 1 of},
 * {@code all of}. {@code not} binds strongest, {@code or} weakest. What follows a {@code |} is left to {@link
 * CorrelationReader}.
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
            throw new SigmaException(place, SigmaRuleText.CONDITION_TOO_LONG.with(MOST_WORDS));
        }
        Search search = parser.either();
        if (parser.at < parser.tokens.size()) {
            throw parser.problem(SigmaRuleText.UNEXPECTED.with(parser.tokens.get(parser.at)));
        }
        return search;
    }

    private SigmaException problem(Text text) {
        return new SigmaException(place, SigmaRuleText.CONDITION_UNREADABLE.with(String.join(" ", tokens), text));
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
                throw problem(SigmaRuleText.BRACKET_MISSING.with());
            }
            return inside;
        }
        if (at >= tokens.size()) {
            throw problem(SigmaRuleText.CONDITION_ENDS.with());
        }
        String token = tokens.get(at++);
        if (at < tokens.size() && tokens.get(at).equalsIgnoreCase("of")) {
            at++;
            return several(token.toLowerCase(Locale.ROOT));
        }
        Search search = identifiers.get(token);
        if (search == null) {
            throw problem(SigmaRuleText.NO_SUCH_IDENTIFIER.with(token));
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
            throw problem(SigmaRuleText.OF_NOT_SUPPORTED.with(howMany));
        }
        if (at >= tokens.size()) {
            throw problem(SigmaRuleText.OF_WITHOUT_NAME.with());
        }
        String pattern = tokens.get(at++);
        WildcardText named = WildcardText.of(pattern.equalsIgnoreCase("them") ? "*" : pattern.replace("?", "\\?"));
        List<Search> chosen = identifiers.entrySet().stream()
                .filter(each -> pattern.startsWith("_") || !each.getKey().startsWith("_"))
                .filter(each -> named.matches(each.getKey(), true)).map(Map.Entry::getValue).toList();
        if (chosen.isEmpty()) {
            throw problem(SigmaRuleText.NO_IDENTIFIER_LIKE.with(pattern));
        }
        return howMany.equals("all") ? Search.all(chosen) : Search.any(chosen);
    }
}
