package org.tokenlane.ui.kit;

import javafx.scene.paint.Color;

/**
 * The colours of drawn things, in both themes. Kinds are told apart by people who see red and green alike too (after
 * Okabe and Ito).
 */
public record Palette(boolean dark, Color background, Color lane, Color line, Color text, Color muted, Color accent,
        Color failure,
        Color[] kinds) {

    private static final String[] ON_DARK = { "#56B4E9", "#E69F00", "#CC79A7", "#00C18F", "#F0E442", "#FF7F50",
        "#B39DDB", "#A0A0A0" };
    private static final String[] ON_LIGHT = { "#0072B2", "#D55E00", "#AA3377", "#008F6B", "#B8860B", "#C0392B",
        "#6A4FB3", "#707070" };

    public static Palette of(boolean dark) {
        return dark
                ? new Palette(true, Color.web("#0d1117"), Color.web("#141a22"), Color.web("#2a323d"),
                        Color.web("#d0d7de"),
                        Color.web("#8b949e"), Color.web("#58a6ff"),
                        Color.web("#f85149"), colours(ON_DARK))
                : new Palette(false, Color.web("#ffffff"), Color.web("#f6f8fa"), Color.web("#d8dee4"),
                        Color.web("#1f2328"),
                        Color.web("#656d76"), Color.web("#0969da"),
                        Color.web("#cf222e"), colours(ON_LIGHT));
    }

    private static Color[] colours(String[] codes) {
        Color[] colours = new Color[codes.length];
        for (int i = 0; i < codes.length; i++) {
            colours[i] = Color.web(codes[i]);
        }
        return colours;
    }

    /** For kinds of things that are told apart; origins have {@link OriginPaints}. */
    public Color kind(int index) {
        return kinds[Math.floorMod(index, kinds.length)];
    }
}
