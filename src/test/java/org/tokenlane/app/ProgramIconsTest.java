package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The build draws the program's icon. */
class ProgramIconsTest {

    @Test
    void theIconIsThereInBothSizesWithClearCornersAndARedMark() throws IOException {
        for (int size : ProgramIcons.SIZES) {
            BufferedImage icon = ImageIO.read(ProgramIcons.file(size));
            assertThat(icon.getWidth()).isEqualTo(size);
            assertThat(icon.getHeight()).isEqualTo(size);
            assertThat(icon.getRGB(0, 0) >>> 24).isZero();
            int mark = icon.getRGB(size * 196 / 256, size * 180 / 256);
            assertThat(mark >> 16 & 0xff).isGreaterThan(200);
            assertThat(mark & 0xff).isLessThan(120);
        }
    }
}
