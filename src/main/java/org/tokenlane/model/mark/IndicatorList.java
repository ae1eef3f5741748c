package org.tokenlane.model.mark;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.text.Count;

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
    public @Nullable MarkTarget target() {
        return null;
    }

    @Override
    public String kind() {
        return "indicator list"; // not for people: also in JSON
    }

    @Override
    public String words() {
        return MarkText.LIST.text(name, source, Count.INDICATORS.of(indicators.size()), hash());
    }

    /** Over the types, values and comments in their order. */
    String hash() {
        StringBuilder text = new StringBuilder();
        for (Indicator indicator : indicators) {
            text.append(indicator.type()).append('\t').append(indicator.value()).append('\t')
                    .append(indicator.comment()).append('\n');
        }
        return Sha256.of(text.toString());
    }
}
