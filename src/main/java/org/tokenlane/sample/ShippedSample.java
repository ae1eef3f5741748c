package org.tokenlane.sample;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The sample tenant's case as the build of a package made it, so that it opens without an import. */
public final class ShippedSample {

    private ShippedSample() {
    }

    /** The case file; null in a program that is not from a package. */
    public static @Nullable InputStream open() {
        return ShippedSample.class.getResourceAsStream("sample.tlcase");
    }
}
