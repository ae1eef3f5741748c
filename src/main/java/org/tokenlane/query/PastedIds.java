package org.tokenlane.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenlane.model.identity.IpAddress;
import org.tokenlane.model.identity.Uti;

/**
 * The ids in a text that somebody pasted: a log line, a JSON record, a row of a table. Each is what it looks like;
 * whether the case knows it is another question.
 *
 * @param guids
 *            session ids, request ids, correlation ids, object ids: from the look they cannot be told apart
 * @param utis
 *            unique token identifiers, those that follow from a GUID of the text left out
 * @param addresses
 *            normalised
 * @param upns
 *            user principal names and mail addresses, lower-cased
 * @param messageIds
 *            with their angle brackets
 */
public record PastedIds(List<String> guids, List<String> utis, List<String> addresses, List<String> upns,
        List<String> messageIds) {

    private static final int MOST_OF_A_KIND = 60;
    private static final Pattern GUID = Pattern.compile(
            "(?<![0-9A-Za-z-])[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}(?![0-9A-Za-z-])");
    private static final Pattern UTI = Pattern
            .compile("(?<![0-9A-Za-z_+/-])[0-9A-Za-z_-]{21}[AQgw](?:==)?(?![0-9A-Za-z_+/=-])");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![0-9A-Fa-f.:])(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![0-9A-Fa-f.])");
    private static final Pattern MESSAGE = Pattern.compile("<[^<>\\s\"\\\\]{1,200}@[^<>\\s\"\\\\]{1,200}>");
    private static final Pattern UPN = Pattern
            .compile("[\\p{L}\\p{N}._%+'#-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63})+");

    /** Finds them, each once, in the order of the text. */
    public static PastedIds in(String text) {
        Set<String> guids = found(GUID, text, id -> id.toLowerCase(Locale.ROOT));
        Set<String> ofGuids = new LinkedHashSet<>();
        guids.forEach(guid -> {
            Uti uti = Uti.fromRequestId(guid);
            if (uti != null) {
                ofGuids.add(uti.value());
            }
        });
        Set<String> utis = found(UTI, text, id -> {
            Uti uti = Uti.of(id);
            return uti == null || !uti.isOfSignIn() || ofGuids.contains(uti.value()) ? null : uti.value();
        });
        Set<String> addresses = found(ADDRESS, text,
                id -> {
                    IpAddress address = IpAddress.of(id);
                    return address == null || !address.isAddress() || isTime(id) ? null : address.value();
                });
        Set<String> messages = found(MESSAGE, text, id -> id);
        String withoutMessages = messages.isEmpty() ? text : MESSAGE.matcher(text).replaceAll(" ");
        Set<String> upns = found(UPN, withoutMessages, id -> id.toLowerCase(Locale.ROOT));
        return new PastedIds(List.copyOf(guids), List.copyOf(utis), List.copyOf(addresses), List.copyOf(upns),
                List.copyOf(messages));
    }

    /** {@code 08:12:00} looks like the beginning of an IPv6 address and is none. */
    private static boolean isTime(String text) {
        return text.matches("\\d{1,2}(:\\d{2}){1,2}");
    }

    private static Set<String> found(Pattern pattern, String text, UnaryOperator<String> normal) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (found.size() < MOST_OF_A_KIND && matcher.find()) {
            String id = normal.apply(matcher.group());
            if (id != null) {
                found.add(id);
            }
        }
        return found;
    }

    public boolean isEmpty() {
        return guids.isEmpty() && utis.isEmpty() && addresses.isEmpty() && upns.isEmpty() && messageIds.isEmpty();
    }
}
