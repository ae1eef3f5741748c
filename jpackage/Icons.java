import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Makes the icons of every system of the large pictures that were drawn from icons: beside NAME-1024.png come NAME-128.png
 * (Linux), NAME.ico (Windows) and NAME.icns (macOS). The build runs this file as it is.
 */
class Icons {

    private static final int[] WINDOWS = { 16, 24, 32, 48, 64, 256 };
    /** The types of Apple's icon format and their sizes in pixels. */
    private static final Map<String, Integer> APPLE = new TreeMap<>(
            Map.of("ic07", 128, "ic08", 256, "ic09", 512, "ic10", 1024, "ic11", 32, "ic12", 64, "ic13", 256, "ic14", 512));

    public static void main(String[] arguments) throws IOException {
        for (String argument : arguments) {
            BufferedImage large = ImageIO.read(Path.of(argument).toFile());
            String name = argument.replace("-1024.png", "");
            Files.write(Path.of(name + "-128.png"), png(scaled(large, 128)));
            Files.write(Path.of(name + ".ico"), ico(large));
            Files.write(Path.of(name + ".icns"), icns(large));
        }
    }

    /** Halves it as often as it fits, so that no pixel is left out. */
    private static BufferedImage scaled(BufferedImage picture, int size) {
        int next = Math.max(size, picture.getWidth() / 2);
        BufferedImage smaller = new BufferedImage(next, next, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, next, next, null);
        graphics.dispose();
        return next == size ? smaller : scaled(smaller, size);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private static byte[] ico(BufferedImage large) throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        int start = 6 + 16 * WINDOWS.length;
        ByteBuffer index = ByteBuffer.allocate(start).order(ByteOrder.LITTLE_ENDIAN);
        index.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.length);
        for (int size : WINDOWS) {
            byte[] picture = size == 256 ? png(scaled(large, size)) : bitmap(scaled(large, size));
            index.put((byte) size).put((byte) size).putShort((short) 0).putShort((short) 1).putShort((short) 32)
                    .putInt(picture.length).putInt(start + pictures.size());
            pictures.write(picture);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(index.array());
        out.write(pictures.toByteArray());
        return out.toByteArray();
    }

    /** A bitmap as it is in icons: twice as high for its mask, from the bottom up. The mask is empty, as alpha is used. */
    private static byte[] bitmap(BufferedImage picture) {
        int size = picture.getWidth();
        int maskRow = (size + 31) / 32 * 4;
        ByteBuffer out = ByteBuffer.allocate(40 + size * size * 4 + size * maskRow).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(40).putInt(size).putInt(2 * size).putShort((short) 1).putShort((short) 32);
        out.position(40);
        for (int y = size - 1; y >= 0; y--) {
            for (int x = 0; x < size; x++) {
                out.putInt(picture.getRGB(x, y));
            }
        }
        return out.array();
    }

    private static byte[] icns(BufferedImage large) throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(pictures);
        for (Map.Entry<String, Integer> type : APPLE.entrySet()) {
            byte[] picture = png(type.getValue() == large.getWidth() ? large : scaled(large, type.getValue()));
            data.writeBytes(type.getKey());
            data.writeInt(8 + picture.length);
            data.write(picture);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream all = new DataOutputStream(out);
        all.writeBytes("icns");
        all.writeInt(8 + pictures.size());
        all.write(pictures.toByteArray());
        return out.toByteArray();
    }
}
