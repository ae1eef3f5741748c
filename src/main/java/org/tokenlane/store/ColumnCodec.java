package org.tokenlane.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes the columns of a segment as bytes and back. Numbers are written byte plane by byte plane, so that the planes
 * that hardly change compress to nothing; texts
 * as their lengths followed by their UTF-8. Each begins with its plain size.
 */
final class ColumnCodec {

    private ColumnCodec() {
    }

    static byte[] ofLongs(long[] values, int count) {
        byte[] planes = new byte[count * 8];
        for (int i = 0; i < count; i++) {
            long value = values[i];
            for (int plane = 0; plane < 8; plane++) {
                planes[plane * count + i] = (byte) (value >>> 8 * plane);
            }
        }
        return packed(planes);
    }

    static long[] toLongs(byte[] data, int count) {
        byte[] planes = unpacked(data, count * 8);
        long[] values = new long[count];
        for (int plane = 0; plane < 8; plane++) {
            for (int i = 0; i < count; i++) {
                values[i] |= (planes[plane * count + i] & 0xffL) << 8 * plane;
            }
        }
        return values;
    }

    static byte[] ofInts(int[] values, int count) {
        byte[] planes = new byte[count * 4];
        for (int i = 0; i < count; i++) {
            int value = values[i];
            planes[i] = (byte) value;
            planes[count + i] = (byte) (value >>> 8);
            planes[2 * count + i] = (byte) (value >>> 16);
            planes[3 * count + i] = (byte) (value >>> 24);
        }
        return packed(planes);
    }

    static int[] toInts(byte[] data, int count) {
        byte[] planes = unpacked(data, count * 4);
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = planes[i] & 0xff | (planes[count + i] & 0xff) << 8 | (planes[2 * count + i] & 0xff) << 16
                    | planes[3 * count + i] << 24;
        }
        return values;
    }

    /** How many ints a column holds. */
    static int intsIn(byte[] data) {
        if (data.length < 4) {
            throw Packing.damaged();
        }
        return ByteBuffer.wrap(data).getInt() / 4;
    }

    static byte[] ofTexts(String[] values, int count) {
        byte[][] encoded = new byte[count][];
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            encoded[i] = values[i] == null ? null : values[i].getBytes(StandardCharsets.UTF_8);
            bytes += 4 + (encoded[i] == null ? 0 : encoded[i].length);
        }
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        for (byte[] text : encoded) {
            buffer.putInt(text == null ? -1 : text.length);
        }
        for (byte[] text : encoded) {
            if (text != null) {
                buffer.put(text);
            }
        }
        return packed(buffer.array());
    }

    static String[] toTexts(byte[] data, int count) {
        byte[] plain = unpacked(data);
        if (count < 0 || count > plain.length / 4) {
            throw Packing.damaged();
        }
        ByteBuffer lengths = ByteBuffer.wrap(plain);
        String[] values = new String[count];
        int at = count * 4;
        for (int i = 0; i < count; i++) {
            int length = lengths.getInt();
            if (length >= 0) {
                if (length > plain.length - at) {
                    throw Packing.damaged();
                }
                values[i] = new String(plain, at, length, StandardCharsets.UTF_8);
                at += length;
            }
        }
        return values;
    }

    /** Compresses bytes, their size before them. */
    static byte[] packed(byte[] plain) {
        byte[] body = Packing.compress(plain);
        return ByteBuffer.allocate(4 + body.length).putInt(plain.length).put(body).array();
    }

    private static byte[] unpacked(byte[] data, int expected) {
        if (data.length < 4 || ByteBuffer.wrap(data).getInt() != expected) {
            throw Packing.damaged();
        }
        return unpacked(data);
    }

    static byte[] unpacked(byte[] data) {
        if (data.length < 4) {
            throw Packing.damaged();
        }
        ByteBuffer buffer = ByteBuffer.wrap(data);
        int plainBytes = buffer.getInt();
        byte[] body = new byte[buffer.remaining()];
        buffer.get(body);
        return Packing.decompress(body, plainBytes);
    }
}
