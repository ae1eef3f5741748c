package org.tokenlane.detect.signin;

import org.tokenlane.model.text.TextKey;

/** What rules on sign-ins found. */
enum SignInText implements TextKey {
    SPRAY_SUCCESS,
    SPRAY_STOPPED,
    FATIGUE,
    HOSTING,
    TOTAL,
    TWO_AT_ONCE;

    /** The sentence on the first of so many sign-ins, with their number where there are more. */
    static String withTotal(String sentence, int signIns) {
        return signIns == 1 ? sentence : sentence + " " + TOTAL.text(signIns);
    }
}
