package org.tokenlane.detect.pattern;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.RuleException;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.RuleText;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.query.FilterEvaluator;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.query.ValuePattern;

/** The events that rule files choose with a filter, and how they are put together. */
final class Chosen {

    private Chosen() {
    }

    /** The dated events that the filter chooses, in time order; those of allowed applications and networks left out. */
    static int[] events(CaseFacts facts, RuleFile rule, String filter) {
        return eventSet(facts, rule, filter).stream().toArray();
    }

    /** The same as a set, which is not to be changed. */
    static BitSet eventSet(CaseFacts facts, RuleFile rule, String filter) {
        Filter parsed = filter(rule, filter);
        return new FilterEvaluator(facts.linked()).events(parsed, candidates(facts, parsed));
    }

    /** The events that the index leaves in question. */
    private static BitSet candidates(CaseFacts facts, Filter filter) {
        Filter.FieldIs operation = operation(filter);
        Filter.KindIs kind = term(filter, Filter.KindIs.class, is -> true);
        BitSet candidates;
        if (operation != null) {
            candidates = facts.byOperationAndKind().withOperation(operation.values().stream().map(ValuePattern::whole)
                    .reduce(name -> false, Predicate::or));
        } else if (kind != null) {
            candidates = facts.byOperationAndKind().ofKinds(kind.kinds());
        } else {
            return facts.inScope();
        }
        candidates.and(facts.inScope());
        return candidates;
    }

    private static Filter.@Nullable FieldIs operation(Filter filter) {
        return term(filter, Filter.FieldIs.class, is -> is.field() == FilterField.OPERATION);
    }

    /** A term of this type that all events of the filter must fulfil; null where it has none. */
    private static <T extends Filter> @Nullable T term(Filter filter, Class<T> type, Predicate<T> wanted) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().map(part -> term(part, type, wanted)).filter(Objects::nonNull).findFirst()
                    .orElse(null);
        }
        return type.isInstance(filter) && wanted.test(type.cast(filter)) ? type.cast(filter) : null;
    }

    /**
     * Reads a filter of the rule.
     *
     * @throws RuleException
     *             saying what is wrong with it
     */
    static Filter filter(RuleFile rule, String filter) {
        try {
            return FilterParser.parse(filter);
        } catch (FilterSyntaxException e) {
            throw new RuleException(PatternText.BAD_FILTER.with(rule.id(), String.valueOf(e.getMessage())));
        }
    }

    /** How the rule wants its events put together. */
    static String per(RuleFile rule) {
        return rule.settings().has("per")
                ? rule.settings().choice("per", "event", "session", "token", "user", "address", "app")
                : "event";
    }

    /**
     * The events by session, token, user, address or each by itself; events that have none are left out, except that a
     * session falls back to its user.
     */
    static List<int[]> groups(CaseFacts facts, int[] events, String per) {
        if (per.equals("event")) {
            return Arrays.stream(events).mapToObj(event -> new int[] { event }).toList();
        }
        Map<String, IntStream.Builder> groups = new LinkedHashMap<>();
        for (int event : events) {
            String key = switch (per) {
            case "session" ->
                facts.sessionOf(event) == null ? facts.text(EventField.UPN, event) : facts.sessionOf(event);
            case "token" ->
                facts.text(EventField.UTI, event) == null ? facts.sessionOf(event) : facts.text(EventField.UTI, event);
            case "user" -> who(facts, event);
            case "app" -> facts.text(EventField.APP_ID, event);
            case "address" -> facts.text(EventField.IP, event);
            default -> throw new IllegalArgumentException(per);
            };
            if (key != null) {
                groups.computeIfAbsent(key, k -> IntStream.builder()).add(event);
            }
        }
        return groups.values().stream().map(group -> group.build().toArray()).toList();
    }

    /** The one who acted: the user, else the object id of the service principal, else the application. */
    private static @Nullable String who(CaseFacts facts, int event) {
        String upn = facts.text(EventField.UPN, event);
        String id = upn == null ? facts.text(EventField.USER_OBJECT_ID, event) : upn;
        return id == null ? facts.app(event) == null ? "" : facts.app(event) : id;
    }

    /** The same in words. */
    static String actor(CaseFacts facts, int event) {
        String upn = facts.text(EventField.UPN, event);
        if (upn != null) {
            return Words.account(upn);
        }
        String app = facts.app(event);
        String id = facts.text(EventField.USER_OBJECT_ID, event);
        return app != null ? PatternText.APPLICATION.text(Words.quoted(app))
                : id != null ? PatternText.OBJECT.text(id) : Words.account(null);
    }

    /** The sentence of a finding of this rule. */
    static String says(RuleFile rule, Object... arguments) {
        return new RuleText(rule.id(), RuleText.SAYS).text(arguments);
    }

    static List<Integer> list(int[] events) {
        return Arrays.stream(events).boxed().toList();
    }
}
