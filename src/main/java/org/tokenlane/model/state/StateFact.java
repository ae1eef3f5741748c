package org.tokenlane.model.state;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How something is set: a rule, a forwarding, a permission. It is no event: nothing says when it was set so.
 *
 * @param mailbox
 *            the mailbox that it is of, as the export names it, lower-cased; null where it does not, or where it is of
 *            the whole organization
 * @param name
 *            the name of a rule, or null
 * @param fields
 *            what is set; a field that the export does not show, or shows as empty, is not in it
 */
public record StateFact(StateKind kind, @Nullable String mailbox, @Nullable String name,
        Map<StateField, String> fields) {

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+%'&=-]+@[\\w-]+(?:\\.[\\w-]+)+");

    public StateFact {
        fields = fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(fields));
    }

    public @Nullable String field(StateField field) {
        return fields.get(field);
    }

    /** Tells whether it has an effect, as far as the export shows. */
    public boolean isActive() {
        return !"false".equals(fields.get(StateField.ENABLED)) && !"true".equals(fields.get(StateField.DENIES));
    }

    /** The addresses to which mail goes on, lower-cased. */
    public List<String> targets() {
        return Stream.of(StateField.FORWARD_TO, StateField.REDIRECT_TO, StateField.FORWARD_AS_ATTACHMENT_TO)
                .map(fields::get).filter(text -> text != null)
                .flatMap(text -> ADDRESS.matcher(text).results().map(MatchResult::group))
                .map(address -> address.toLowerCase(Locale.ROOT)).distinct().toList();
    }

    /**
     * Those of the targets whose domain is another than the mailbox's; none where the export does not tell the
     * mailbox's domain.
     */
    public List<String> targetsElsewhere() {
        int at = mailbox == null ? -1 : mailbox.indexOf('@');
        if (mailbox == null || at < 0) {
            return List.of();
        }
        String domain = mailbox.substring(at);
        return targets().stream().filter(target -> !target.endsWith(domain)).toList();
    }
}
