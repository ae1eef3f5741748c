package org.tokenlane.detect.wording;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.text.Text;

/** What services noticed or did by themselves: alerts, risks, the ways of messages, and links that were followed. */
final class NoticeWording {

    private NoticeWording() {
    }

    static @Nullable Text of(Reading reading) {
        return switch (reading.events().kind(reading.event())) {
        case ALERT -> alert(reading);
        case RISK -> risk(reading);
        case LINK_CLICK -> click(reading);
        case MESSAGE -> message(reading);
        default -> null;
        };
    }

    private static @Nullable Text alert(Reading reading) {
        String title = reading.text(EventField.OPERATION);
        String by = reading.text(EventField.WORKLOAD);
        String severity = reading.text(EventField.RESULT_CODE);
        return title == null ? null
                : WordingText.ALERT.with(Reading.present(by), Reading.orNothing(by), title,
                        Reading.present(severity), Reading.orNothing(severity));
    }

    private static @Nullable Text risk(Reading reading) {
        String named = reading.text(EventField.OPERATION);
        String type = "RiskDetection".equalsIgnoreCase(named) ? reading.field("RiskEventType") : named;
        String level = reading.text(EventField.RESULT_CODE);
        String state = reading.text(EventField.RESULT_TEXT);
        return type == null ? null
                : WordingText.RISK.with(type, Reading.present(level), Reading.orNothing(level),
                        Reading.present(state), Reading.orNothing(state));
    }

    private static @Nullable Text click(Reading reading) {
        String url = reading.text(EventField.TARGET);
        EventResult result = reading.events().result(reading.event());
        String action = String.valueOf(reading.text(EventField.OPERATION)).toLowerCase(Locale.ROOT);
        boolean blocked = action.startsWith("clickblocked");
        int how = blocked ? result == EventResult.SUCCESS ? 2 : 1 : action.equals("clickallowed") ? 0 : 3;
        return url == null ? null : WordingText.LINK_CLICKED.with(how, url);
    }

    private static @Nullable Text message(Reading reading) {
        String operation = String.valueOf(reading.text(EventField.OPERATION));
        String target = reading.text(EventField.TARGET);
        String from = reading.text(EventField.SENDER);
        String recipients = reading.text(EventField.RECIPIENT);
        Object to = Reading.all(recipients == null ? List.of() : List.of(recipients.split(" ")));
        String outcome = reading.text(EventField.RESULT_CODE);
        if (operation.equals("Email link") || operation.equals("Teams link")) { // not for people
            return target == null ? null : WordingText.MESSAGE_LINK.with(target);
        }
        if (operation.equals("Email attachment")) { // not for people
            return target == null ? null : WordingText.MESSAGE_ATTACHMENT.with(target);
        }
        if (operation.toLowerCase(Locale.ROOT).endsWith("email") || operation.equals("Teams message")) { // not for people
            return WordingText.MESSAGE.with(Reading.present(target), Reading.orNothing(target),
                    Reading.present(from), Reading.orNothing(from), Reading.present(to), Reading.orNothing(to),
                    Reading.present(outcome), Reading.orNothing(outcome),
                    operation.startsWith("Teams") ? 1 : 0); // not for people
        }
        String name = operation.toLowerCase(Locale.ROOT);
        if (name.endsWith("zap") || name.endsWith("remediation")) {
            return WordingText.AFTER_DELIVERY.with(operation, Reading.present(target), Reading.orNothing(target),
                    Reading.present(to), Reading.orNothing(to), Reading.present(outcome),
                    Reading.orNothing(outcome));
        }
        return null;
    }
}
