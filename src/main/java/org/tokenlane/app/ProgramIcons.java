package org.tokenlane.app;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** The program's icon as the build drew it from {@code icons/tokenlane.svg}; none in a build without them. */
final class ProgramIcons {

    static final List<Integer> SIZES = List.of(32, 256);

    private ProgramIcons() {
    }

    static List<Image> all() {
        return SIZES.stream().flatMap(size -> Stream.ofNullable(file(size)))
                .map(url -> new Image(Objects.toString(url))).toList();
    }

    static @Nullable URL file(int size) {
        return ProgramIcons.class.getResource("icon-" + size + ".png");
    }
}
