package org.tokenlane.detect.wording;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.text.Text;

/** Sign-ins, their steps, and logons. */
final class SignInWording {

    private SignInWording() {
    }

    static Text of(Reading reading) {
        EventKind kind = reading.events().kind(reading.event());
        if (kind == EventKind.AUTHENTICATION_STEP) {
            String what = reading.text(EventField.TARGET);
            return WordingText.AUTHENTICATION_STEP.with(outcome(reading), Reading.present(what),
                    Reading.orNothing(what));
        }
        if (kind == EventKind.LOGON) {
            String to = reading.text(EventField.DEVICE_NAME);
            return WordingText.LOGGED_ON.with(outcome(reading), Reading.present(to), Reading.orNothing(to));
        }
        boolean alone = kind == EventKind.SIGN_IN_SERVICE_PRINCIPAL || kind == EventKind.SIGN_IN_MANAGED_IDENTITY;
        WordingText sentence = kind == EventKind.SIGN_IN_NON_INTERACTIVE ? WordingText.TOKEN_RENEWED
                : alone ? WordingText.APPLICATION_SIGNED_IN : WordingText.SIGNED_IN;
        String resource = reading.text(EventField.RESOURCE_NAME);
        String app = reading.text(EventField.APP_NAME);
        String reason = outcome(reading) == 0 ? null : reason(reading);
        return sentence.with(outcome(reading), Reading.present(resource), Reading.orNothing(resource),
                alone ? Reading.or(app, WordingText.UNNAMED_APPLICATION) : Reading.orNothing(app),
                app != null && app.equals(resource) ? 0 : Reading.present(app), byDeviceCode(reading),
                Reading.present(reason), Reading.orNothing(reason));
    }

    /** 0 done, 1 failed, 2 interrupted, 3 not stated. */
    private static int outcome(Reading reading) {
        EventResult result = reading.events().result(reading.event());
        return switch (result) {
        case SUCCESS -> 0;
        case FAILURE -> 1;
        case INTERRUPTED -> 2;
        case UNKNOWN -> 3;
        };
    }

    private static @Nullable String reason(Reading reading) {
        String words = reading.text(EventField.RESULT_TEXT);
        String code = reading.text(EventField.RESULT_CODE);
        String error = code == null ? null : code.matches("\\d{4,}") ? "AADSTS" + code : code; // not for people
        return words == null ? error : error == null || words.contains(error) ? words : words + " (" + error + ")";
    }

    /** 1 by a device code, 2 moved from another device. */
    private static int byDeviceCode(Reading reading) {
        String way = reading.text(EventField.TRANSFER_METHOD);
        String protocol = reading.text(EventField.AUTH_PROTOCOL);
        if (way != null && way.equalsIgnoreCase("deviceCodeFlow")
                || protocol != null && protocol.equalsIgnoreCase("deviceCode")) {
            return 1;
        }
        return way != null && way.equalsIgnoreCase("authenticationTransfer") ? 2 : 0;
    }
}
