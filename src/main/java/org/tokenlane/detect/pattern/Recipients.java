package org.tokenlane.detect.pattern;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.model.detail.RecordDetail;

/** The addresses that mail is sent on to. */
final class Recipients {

    private static final List<String> NAMES = List.of("ForwardTo", "RedirectTo", "ForwardAsAttachmentTo",
            "ForwardingSmtpAddress", "ForwardingAddress", "RuleActions");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+'-]+@([\\w-]+(?:\\.[\\w-]+)+)");

    private Recipients() {
    }

    /**
     * Tells whether all of these changes send mail on, and only to addresses in the organisation's own domains. A name
     * without a domain can be that of an outside contact.
     */
    static boolean areOwn(CaseFacts facts, List<Integer> changes) {
        return changes.stream().allMatch(change -> areOwn(facts, change));
    }

    private static boolean areOwn(CaseFacts facts, int change) {
        RecordDetail detail = facts.details().of(change);
        boolean found = false;
        for (String name : NAMES) {
            for (String value : Conditions.said(name, detail)) {
                Matcher address = ADDRESS.matcher(value);
                boolean inValue = false;
                while (address.find()) {
                    inValue = true;
                    if (!facts.isOwnDomain(address.group(1))) {
                        return false;
                    }
                }
                if (!inValue) {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }
}
