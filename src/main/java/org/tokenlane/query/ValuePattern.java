package org.tokenlane.query;

import java.util.Locale;
import java.util.function.Predicate;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.identity.Guids;
import org.tokenlane.model.identity.IpAddress;
import org.tokenlane.model.identity.Network;
import org.tokenlane.model.identity.SessionId;
import org.tokenlane.model.identity.Uti;

/** Turns a filter's value into a test of an event's value. */
public final class ValuePattern {

    private ValuePattern() {
    }

    /** A test for the whole text, in any case; {@code *} and {@code ?} are wildcards. */
    public static Predicate<String> whole(String value) {
        return hasWildcards(value) ? wildcards(value, FilterField.Match.WHOLE) : text -> text.equalsIgnoreCase(value);
    }

    private static boolean hasWildcards(String value) {
        return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
    }

    static Predicate<String> of(FilterField field, String value) {
        if (hasWildcards(value)) {
            return wildcards(value, field.match());
        }
        return switch (field.match()) {
        case WHOLE -> whole(value);
        case PART -> part(value);
        case NUMBER -> number(value);
        case ADDRESS -> address(value);
        case SESSION -> session(value);
        case TOKEN -> token(value);
        case REQUEST -> request(value);
        };
    }

    private static Predicate<String> wildcards(String value, FilterField.Match match) {
        // a UTI's case counts
        return new Wildcards(value, match == FilterField.Match.TOKEN)::matches;
    }

    private static Predicate<String> part(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return text -> text.toLowerCase(Locale.ROOT).contains(lower);
    }

    private static Predicate<String> number(String value) {
        String digits = value.replaceFirst("(?i)^as", "");
        return digits::equals;
    }

    private static Predicate<String> address(String value) {
        Network network = Network.of(value);
        if (network != null) {
            return network::contains;
        }
        IpAddress address = IpAddress.of(value);
        return address == null ? text -> false : text -> text.equalsIgnoreCase(address.value());
    }

    private static Predicate<String> session(String value) {
        SessionId session = SessionId.of(value);
        return session == null ? text -> false : session.value()::equals;
    }

    private static Predicate<String> token(String value) {
        Uti given = Uti.of(value);
        Uti ofRequest = Uti.fromRequestId(value);
        return text -> given != null && given.value().equals(text)
                || ofRequest != null && ofRequest.value().equals(text);
    }

    private static Predicate<String> request(String value) {
        Uti uti = Guids.isGuid(value.strip()) ? null : Uti.of(value);
        String request = uti == null ? null : uti.toRequestId();
        return text -> text.equalsIgnoreCase(value.strip()) || text.equals(request);
    }
}
