package org.tokenlane.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** The program's icon as the build drew it from {@code icons/tokenlane.svg}; none in a build without them. */
final class ProgramIcons {

    static final List<Integer> SIZES = List.of(32, 256);

    private ProgramIcons() {
    }

    static List<Image> all() {
        List<Image> icons = new ArrayList<>();
        for (int size : SIZES) {
            try (InputStream in = file(size)) {
                if (in != null) {
                    icons.add(new Image(in));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return icons;
    }

    static @Nullable InputStream file(int size) {
        return ProgramIcons.class.getResourceAsStream("icon-" + size + ".png");
    }
}
