package org.tokenlane.model.mark;

import java.util.List;
import java.util.Locale;
import org.tokenlane.model.evidence.Sha256;

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
        StringBuilder text = new StringBuilder();
        for (Indicator indicator : indicators) {
            text.append(indicator.type()).append('\t').append(indicator.value()).append('\t')
                    .append(indicator.comment()).append('\n');
        }
        return Sha256.of(text.toString());
    }
}
