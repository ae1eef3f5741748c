package org.tokenlane.report.document;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The colors of a timeline as a picture: for paper and light pages, or for dark ones. */
public enum PictureTheme {
    LIGHT("#ffffff", "#f6f8fa", "#1f2328", "#57606a", "#d8dee4", "#cf222e", "#1a7f37"),
    DARK("#0d1117", "#161b22", "#e6edf3", "#9198a1", "#30363d", "#ff7b72", "#56d364");

    private final String background;
    private final String band;
    private final String text;
    private final String muted;
    private final String grid;
    private final String hostile;
    private final String against;

    PictureTheme(String background, String band, String text, String muted, String grid, String hostile,
            String against) {
        this.background = background;
        this.band = band;
        this.text = text;
        this.muted = muted;
        this.grid = grid;
        this.hostile = hostile;
        this.against = against;
    }

    /** Its name in commands. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme of this word, any case, or null. */
    public static @Nullable PictureTheme named(String word) {
        return Arrays.stream(values()).filter(theme -> theme.word().equalsIgnoreCase(word.strip())).findFirst()
                .orElse(null);
    }

    public String background() {
        return background;
    }

    /** Behind every second lane. */
    String band() {
        return band;
    }

    String text() {
        return text;
    }

    String muted() {
        return muted;
    }

    String grid() {
        return grid;
    }

    /** Of what the attacker did, and of what failed. */
    String hostile() {
        return hostile;
    }

    /** Of what was done against the attacker. */
    String against() {
        return against;
    }

    boolean isDark() {
        return this == DARK;
    }
}
