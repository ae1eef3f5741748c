package org.tokenlane.detect.signin;

/** The sentence on the first of several sign-ins. */
final class SignInSentence {

    private SignInSentence() {
    }

    /** The sentence, with the number of sign-ins where there are more than one. */
    static String withTotal(String sentence, int signIns) {
        return signIns == 1 ? sentence : sentence + " " + SignInText.TOTAL.text(signIns);
    }
}
