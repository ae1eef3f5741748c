package org.tokenlane.detect.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The shortest possible distance between countries: that of their centres less the reach of both. The table {@code
 * countries.csv} beside this class has them.
 */
public final class Distances {

    private static final double EARTH_RADIUS_KM = 6_371;

    private final Map<String, double[]> middles = new HashMap<>();

    private Distances(String table) {
        table.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
            String[] cells = line.split(",");
            middles.put(cells[0],
                    new double[] { Math.toRadians(Double.parseDouble(cells[1])),
                        Math.toRadians(Double.parseDouble(cells[2])), Double.parseDouble(cells[3]) });
        });
    }

    public static Distances shipped() {
        try (InputStream in = Distances.class.getResourceAsStream("countries.csv")) {
            return new Distances(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kilometres between two countries at their nearest; 0 where they may touch or one of them is not in the table. */
    public double between(String one, String other) {
        double[] a = middles.get(one.toUpperCase(Locale.ROOT));
        double[] b = middles.get(other.toUpperCase(Locale.ROOT));
        if (a == null || b == null) {
            return 0;
        }
        double half = Math.pow(Math.sin((b[0] - a[0]) / 2), 2)
                + Math.cos(a[0]) * Math.cos(b[0]) * Math.pow(Math.sin((b[1] - a[1]) / 2), 2);
        return Math.max(0, 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(half)) - a[2] - b[2]);
    }
}
