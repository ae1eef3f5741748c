package org.tokenlane.model.mark;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Indicators that came together.
 *
 * @param name
 *            by which filters name it
 * @param source
 *            the file that it was read from
 */
public record IndicatorList(Stamp stamp, String name, String source, List<Indicator> indicators) implements Mark {

    public IndicatorList {
        indicators = List.copyOf(indicators);
    }

    @Override
    public MarkTarget target() {
        return null;
    }

    @Override
    public String kind() {
        return "indicator list";
    }

    @Override
    public String words() {
        return name + " from " + source + ": " + String.format(Locale.ROOT, "%,d", indicators.size())
                + (indicators.size() == 1 ? " indicator" : " indicators")
                + ", SHA-256 " + hash();
    }

    /** Over the types, values and comments in their order. */
    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Indicator indicator : indicators) {
                digest.update((indicator.type() + "\t" + indicator.value() + "\t" + indicator.comment() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
