package org.tokenlane.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.timeline.OriginStyle;

/** Everything that is read in the window has a contrast of 4.5 (WCAG AA), everything that is drawn one of 3, in both themes. */
class ContrastTest {

    private static final Pattern ROLE = Pattern.compile("(-color-[a-z0-9-]+):\\s*([^;}]+)[;}]");
    private static final Pattern VERDICT = Pattern.compile("-verdict:\\s*(#[0-9a-f]{6});");
    private static final Path STYLES = Path.of("src/main/resources/org/tokenlane/ui/shell/workbench.css");

    /** What is written on what, by the roles that the stylesheet uses. */
    private static final Map<String, List<String>> WRITTEN_ON = Map.of(
            "fg-default", List.of("bg-default", "bg-subtle", "bg-overlay", "bg-inset", "accent-subtle", "danger-subtle",
                    "warning-muted", "neutral-muted"),
            "fg-muted", List.of("bg-default", "bg-subtle", "bg-overlay", "accent-subtle"),
            "accent-fg", List.of("bg-default", "bg-subtle", "accent-subtle"),
            "danger-fg", List.of("bg-default", "bg-subtle", "danger-subtle", "accent-subtle"),
            "warning-fg", List.of("bg-default", "bg-subtle"),
            "success-fg", List.of("bg-default", "bg-subtle"),
            "fg-emphasis", List.of("danger-emphasis", "neutral-emphasis", "neutral-emphasis-plus", "accent-emphasis"));

    private static Map<String, String> roles(boolean dark) throws IOException {
        try (InputStream in = ContrastTest.class
                .getResourceAsStream("/atlantafx/base/theme/primer-" + (dark ? "dark" : "light") + ".css")) {
            Map<String, String> roles = new HashMap<>();
            Matcher role = ROLE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (role.find()) {
                roles.put(role.group(1), role.group(2).strip());
            }
            assertThat(roles).hasSizeGreaterThan(50);
            return roles;
        }
    }

    private static Color color(Map<String, String> roles, String name) {
        String value = roles.get("-color-" + name);
        assertThat(value).as(name).isNotNull();
        return value.startsWith("-color-") ? color(roles, value.substring("-color-".length())) : Color.web(value);
    }

    /** A color that can be seen through, on what is behind it. */
    private static Color over(Color color, Color behind) {
        return behind.interpolate(Color.color(color.getRed(), color.getGreen(), color.getBlue()), color.getOpacity());
    }

    @Test
    void theRatioIsThatOfTheGuidelines() {
        assertThat(Contrast.of(Color.BLACK, Color.WHITE)).isCloseTo(21, within(0.001));
        assertThat(Contrast.of(Color.WHITE, Color.WHITE)).isEqualTo(1);
        // the lightest gray that may be read on white, and the next one
        assertThat(Contrast.of(Color.web("#767676"), Color.WHITE)).isGreaterThanOrEqualTo(Contrast.TEXT);
        assertThat(Contrast.of(Color.web("#777777"), Color.WHITE)).isLessThan(Contrast.TEXT);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void everyTextOfTheStylesheetCanBeRead(boolean dark) throws IOException {
        Map<String, String> roles = roles(dark);
        Color page = color(roles, "bg-default");
        List<String> faint = new ArrayList<>();
        WRITTEN_ON.forEach((text, backgrounds) -> backgrounds.forEach(background -> {
            Color behind = over(color(roles, background), page);
            double contrast = Contrast.of(over(color(roles, text), behind), behind);
            if (contrast < Contrast.TEXT) {
                faint.add(text + " on " + background + ": " + contrast);
            }
        }));
        assertThat(faint).isEmpty();
    }

    @Test
    void theStylesheetTakesNoRoleForTextThatIsNotChecked() throws IOException {
        Matcher fill = Pattern.compile("-fx-(?:text-fill|fill|prompt-text-fill|icon-color):\\s*-color-([a-z-]+);")
                .matcher(Files.readString(STYLES));
        List<String> unknown = new ArrayList<>();
        while (fill.find()) {
            // the card's frame, which is not text
            if (!WRITTEN_ON.containsKey(fill.group(1)) && !fill.group(1).equals("bg-default")) {
                unknown.add(fill.group(1));
            }
        }
        assertThat(unknown).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void verdictsCanBeReadAndSeen(boolean dark) throws IOException {
        Map<String, String> roles = roles(dark);
        Matcher verdict = VERDICT.matcher(Files.readString(STYLES));
        int found = 0;
        while (verdict.find()) {
            found++;
            assertThat(Contrast.of(color(roles, "fg-emphasis"), Color.web(verdict.group(1)))).as(verdict.group(1))
                    .isGreaterThanOrEqualTo(Contrast.TEXT);
            assertThat(Contrast.of(Color.web(verdict.group(1)), color(roles, "bg-default"))).as(verdict.group(1))
                    .isGreaterThanOrEqualTo(Contrast.DRAWN);
        }
        assertThat(found).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void theDrawnTimelineCanBeReadAndSeen(boolean dark) {
        Palette palette = Palette.of(dark);
        for (Color behind : List.of(palette.background(), palette.lane())) {
            for (Color text : List.of(palette.text(), palette.muted(), palette.accent(), palette.failure())) {
                assertThat(Contrast.of(text, behind)).as(text + " on " + behind)
                        .isGreaterThanOrEqualTo(Contrast.TEXT);
            }
            for (Color kind : palette.kinds()) {
                assertThat(Contrast.of(kind, behind)).as(kind + " on " + behind)
                        .isGreaterThanOrEqualTo(Contrast.DRAWN);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void lettersCanBeReadOnEveryOrigin(boolean dark) {
        OriginPaints paints = OriginPaints.of(dark);
        for (Party party : Party.values()) {
            for (int number = 0; number < OriginStyle.SHADES; number++) {
                OriginStyle style = new OriginStyle(party, number, true);
                assertThat(Contrast.of(paints.on(style), paints.color(style))).as(style.toString())
                        .isGreaterThanOrEqualTo(Contrast.TEXT);
            }
        }
    }
}
