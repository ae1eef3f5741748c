package org.tokenlane.model.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tokenlane.model.time.UtcText;

/** The key of an origin inside a session, or of a part of one, as people read it. */
public final class OriginKey {

    private static final Pattern PART = Pattern.compile(" / (ADDRESS|USER_AGENT|TOKEN|TIME) ");

    private OriginKey() {
    }

    /** What the key consists of, without what is empty: network, user agent, device, then how it was split. */
    public static String words(String key) {
        List<String> words = new ArrayList<>();
        Matcher part = PART.matcher(key);
        int end = part.find() ? part.start() : key.length();
        Arrays.stream(key.substring(0, end).split("\\|")).map(String::strip).filter(word -> !word.isEmpty())
                .forEach(words::add);
        while (end < key.length()) {
            OriginSplit.By by = OriginSplit.By.valueOf(part.group(1));
            int from = part.end();
            end = part.find() ? part.start() : key.length();
            words.add(by.text(value(by, key.substring(from, end))));
        }
        return String.join(", ", words);
    }

    private static String value(OriginSplit.By by, String value) {
        return by == OriginSplit.By.TIME && value.matches("-?\\d{1,18}") ? UtcText.of(Long.parseLong(value)) : value;
    }
}
