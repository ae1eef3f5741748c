package org.tokenlane.model.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Facts of a state in words. */
public final class StateWords {

    private StateWords() {
    }

    /** What is set: each field with its value, without the description where there is anything else. */
    public static String of(StateFact fact) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<StateField, String> field : fact.fields().entrySet()) {
            if (field.getKey() != StateField.DESCRIPTION && field.getKey() != StateField.RULE_ID) {
                parts.add(StateText.FIELD.text(field.getKey().text(), oneLine(field.getValue())));
            }
        }
        if (parts.isEmpty()) {
            String description = fact.field(StateField.DESCRIPTION);
            return description != null ? oneLine(description) : switch (fact.kind()) {
            case FORWARDING -> StateText.NO_FORWARDING.text();
            case MAILBOX_PERMISSION, SEND_AS, SEND_ON_BEHALF, FOLDER_PERMISSION -> StateText.NOBODY_ELSE.text();
            case INBOX_RULE, SWEEP_RULE, TRANSPORT_RULE -> "";
            };
        }
        return String.join("; ", parts);
    }

    /** What to look at in it, or an empty text. */
    public static String remark(StateFact fact) {
        List<String> elsewhere = fact.targetsElsewhere();
        return elsewhere.isEmpty() ? ""
                : (fact.isActive() ? StateText.SENDS_ELSEWHERE : StateText.WOULD_SEND_ELSEWHERE)
                        .text(String.join(", ", elsewhere));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
