package org.tokenlane.timeline;

import java.util.List;
import org.tokenlane.detect.hands.Party;

/**
 * How an origin is drawn, the same in the whole case: its party gives the color, its number the shade and the letter.
 * Red stands for the attacker, blue for the user, gray for what is unclear; the letter says the same without color.
 *
 * @param number
 *            counts the party's origins from 0; the last number is shared by all origins beyond it
 * @param confirmed
 *            whether the analyst decided or named it; otherwise it is drawn with dots
 */
public record OriginStyle(Party party, int number, boolean confirmed) {

    /** So many shades a party has. */
    public static final int SHADES = 8;
    /** All codes are below this. */
    public static final int CODES = Party.values().length * SHADES * 2;

    private static final List<String> ATTACKER_LIGHT = List.of("#C0392B", "#D9650B", "#8E1B10", "#E0554A", "#A84300",
            "#F08A24", "#6E1414", "#C96A5B");
    private static final List<String> ATTACKER_DARK = List.of("#FF6B5E", "#FFA24A", "#D6453A", "#FFB3A8", "#E0802B",
            "#FFC98A", "#B83227", "#F28B82");
    private static final List<String> USER_LIGHT = List.of("#0072B2", "#4A9BD8", "#1B4F72", "#2F6FDE", "#00838F",
            "#7FA8D9", "#0D3B8C", "#5C7FB8");
    private static final List<String> USER_DARK = List.of("#56B4E9", "#2F81C7", "#A9D6F5", "#7AA2FF", "#4DD0E1",
            "#B8C9F0", "#4169D0", "#8CB4D8");
    private static final List<String> UNCLEAR_LIGHT = List.of("#707070", "#9A9A9A", "#4D4D4D", "#858585", "#5E5E5E",
            "#B0B0B0", "#3A3A3A", "#7A7A7A");
    private static final List<String> UNCLEAR_DARK = List.of("#A0A0A0", "#7A7A7A", "#C8C8C8", "#8E8E8E", "#B4B4B4",
            "#686868", "#DADADA", "#949494");

    public OriginStyle {
        number = Math.clamp(number, 0, SHADES - 1);
    }

    /** The first of a party. */
    public static OriginStyle of(Party party) {
        return new OriginStyle(party, 0, false);
    }

    /** Of an origin of which nothing is known yet. */
    public static OriginStyle unclear(int number) {
        return new OriginStyle(Party.UNCLEAR, number, false);
    }

    /** The color as {@code #rrggbb}. */
    public String color(boolean dark) {
        List<String> shades = switch (party) {
        case ATTACKER -> dark ? ATTACKER_DARK : ATTACKER_LIGHT;
        case USER -> dark ? USER_DARK : USER_LIGHT;
        case UNCLEAR -> dark ? UNCLEAR_DARK : UNCLEAR_LIGHT;
        };
        return shades.get(number);
    }

    /** The letter of the party, from the second origin on with its number: {@code A}, {@code A2}, {@code U}. */
    public String letter() {
        String letter = switch (party) {
        case ATTACKER -> LaneText.LETTER_ATTACKER.text();
        case USER -> LaneText.LETTER_USER.text();
        case UNCLEAR -> LaneText.LETTER_UNCLEAR.text();
        };
        return number == 0 ? letter : letter + (number + 1);
    }

    /** The style as a number; {@link #of(int)} reads it. */
    int code() {
        int party = switch (this.party) {
        case ATTACKER -> 0;
        case USER -> 1;
        case UNCLEAR -> 2;
        };
        return (party * SHADES + number) * 2 + (confirmed ? 1 : 0);
    }

    static OriginStyle of(int code) {
        Party party = switch (code / 2 / SHADES) {
        case 0 -> Party.ATTACKER;
        case 1 -> Party.USER;
        default -> Party.UNCLEAR;
        };
        return new OriginStyle(party, code / 2 % SHADES, code % 2 == 1);
    }
}
