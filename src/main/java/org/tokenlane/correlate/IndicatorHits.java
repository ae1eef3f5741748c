package org.tokenlane.correlate;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Network;
import org.tokenlane.model.mark.Indicator;
import org.tokenlane.model.mark.IndicatorList;
import org.tokenlane.query.EventTable;
import org.tokenlane.query.ValuePattern;

/**
 * What a list of indicators hits in the case.
 *
 * @param events
 *            all events that at least one indicator hits
 * @param byIndicator
 *            the events of each indicator that hits any, in the list's order
 */
public record IndicatorHits(IndicatorList list, BitSet events, Map<Indicator, BitSet> byIndicator) {

    static IndicatorHits of(IndicatorList list, EventTable events) {
        BitSet all = new BitSet();
        Map<Indicator, BitSet> hits = new LinkedHashMap<>();
        Words words = new Words(events);
        for (Indicator indicator : list.indicators()) {
            BitSet found = switch (indicator.type()) {
            case IP -> with(events, EventField.IP, indicator.value()::equals);
            case NETWORK -> inNetwork(events, Network.of(indicator.value()));
            case USER_AGENT -> with(events, EventField.USER_AGENT, ValuePattern.whole(indicator.value()));
            case TOKEN -> with(events, EventField.UTI, indicator.value()::equals);
            case SESSION -> with(events, EventField.SESSION_ID, indicator.value()::equals);
            case DOMAIN -> words.withDomain(indicator.value());
            };
            if (!found.isEmpty()) {
                hits.put(indicator, found);
                all.or(found);
            }
        }
        return new IndicatorHits(list, all, hits);
    }

    /** The indicators that hit an event. */
    public List<Indicator> on(int event) {
        return events.get(event)
                ? byIndicator.entrySet().stream().filter(entry -> entry.getValue().get(event)).map(Map.Entry::getKey)
                        .toList()
                : List.of();
    }

    private static BitSet inNetwork(EventTable events, @Nullable Network network) {
        return network == null ? new BitSet() : with(events, EventField.IP, network::contains);
    }

    private static BitSet with(EventTable events, EventField field, Predicate<String> test) {
        TextColumn values = events.dictionary(field);
        BitSet codes = new BitSet(values.size());
        for (int code = 1; code < values.size(); code++) {
            codes.set(code, test.test(values.get(code)));
        }
        BitSet found = new BitSet();
        if (!codes.isEmpty()) {
            IntColumn ofEvent = events.codes(field);
            for (int event = 0; event < ofEvent.size(); event++) {
                found.set(event, codes.get(ofEvent.get(event)));
            }
        }
        return found;
    }

    /**
     * The texts in which domains are looked for; those that events do not share are read once for all of a list's
     * domains.
     */
    private static final class Words {

        private final EventTable events;
        private @Nullable String @Nullable [] targets;

        Words(EventTable events) {
            this.events = events;
        }

        BitSet withDomain(String domain) {
            BitSet found = with(events, EventField.UPN, text -> names(text, domain));
            found.or(with(events, EventField.MAILBOX, text -> names(text, domain)));
            found.or(with(events, EventField.SENDER, text -> names(text, domain)));
            found.or(with(events, EventField.RECIPIENT, text -> names(text, domain)));
            @Nullable
            String[] all = targets == null ? lowerTargets() : targets;
            targets = all;
            for (int event = 0; event < all.length; event++) {
                String target = all[event];
                if (target != null && names(target, domain)) {
                    found.set(event);
                }
            }
            return found;
        }

        private @Nullable String[] lowerTargets() {
            @Nullable
            String[] all = new String[events.size()];
            for (int event = 0; event < all.length; event++) {
                String text = events.text(EventField.TARGET, event);
                all[event] = text == null ? null : text.toLowerCase(Locale.ROOT);
            }
            return all;
        }

        /** Tells whether the domain or one below it stands in the text, and not only as a part of a longer name. */
        private static boolean names(String text, String domain) {
            String lower = text.toLowerCase(Locale.ROOT);
            for (int at = lower.indexOf(domain); at >= 0; at = lower.indexOf(domain, at + 1)) {
                int end = at + domain.length();
                boolean begins = at == 0 || !isOfName(lower.charAt(at - 1));
                boolean ends = end == lower.length() || !isOfName(lower.charAt(end))
                        && !(lower.charAt(end) == '.' && end + 1 < lower.length() && isOfName(lower.charAt(end + 1)));
                if (begins && ends) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isOfName(char c) {
            return Character.isLetterOrDigit(c) || c == '-';
        }
    }
}
