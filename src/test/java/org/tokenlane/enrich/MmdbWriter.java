package org.tokenlane.enrich;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes small files of network data in the MaxMind format (version 2.0, records of 24 bits), as makers of such data
 * and analysts do.
 */
public final class MmdbWriter {

    private static final byte[] MARKER = { (byte) 0xab, (byte) 0xcd, (byte) 0xef, 'M', 'a', 'x', 'M', 'i', 'n', 'd',
        '.', 'c', 'o', 'm' };
    private static final int NONE = -1;

    private final String type;
    private final long builtAt;
    private final int ipVersion;
    private final List<int[]> nodes = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    private MmdbWriter(String type, long builtAt, int ipVersion) {
        this.type = type;
        this.builtAt = builtAt;
        this.ipVersion = ipVersion;
        nodes.add(new int[] { NONE, NONE });
    }

    /** @param builtAt seconds since 1970 */
    public static MmdbWriter of(String type, long builtAt) {
        return new MmdbWriter(type, builtAt, 6);
    }

    static MmdbWriter ofV4Only(String type, long builtAt) {
        return new MmdbWriter(type, builtAt, 4);
    }

    /** Adds a network; in a file of both kinds, IPv4 networks lie at ::/96. */
    public MmdbWriter with(String network, Map<String, Object> values) {
        byte[] address = InetAddress.ofLiteral(network.substring(0, network.indexOf('/'))).getAddress();
        int bits = Integer.parseInt(network.substring(network.indexOf('/') + 1));
        int skipped = address.length == 4 && ipVersion == 6 ? 96 : 0;
        int offset = data.size();
        write(data, values);
        int node = 0;
        for (int bit = 0; bit < skipped + bits; bit++) {
            int side = bit < skipped ? 0 : address[(bit - skipped) / 8] >> 7 - (bit - skipped) % 8 & 1;
            if (bit == skipped + bits - 1) {
                nodes.get(node)[side] = -2 - offset;
            } else {
                if (nodes.get(node)[side] < 0) {
                    nodes.get(node)[side] = nodes.size();
                    nodes.add(new int[] { NONE, NONE });
                }
                node = nodes.get(node)[side];
            }
        }
        return this;
    }

    public Path write(Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int[] node : nodes) {
            for (int child : node) {
                int record = child >= 0 ? child : child == NONE ? nodes.size() : nodes.size() + 16 + (-2 - child);
                out.write(record >> 16);
                out.write(record >> 8);
                out.write(record);
            }
        }
        out.writeBytes(new byte[16]);
        out.writeBytes(data.toByteArray());
        out.writeBytes(MARKER);
        write(out, Map.of("binary_format_major_version", 2, "binary_format_minor_version", 0, "build_epoch", builtAt,
                "database_type", type, "description", Map.of(),
                "ip_version", ipVersion, "languages", List.of(), "node_count", nodes.size(), "record_size", 24));
        try {
            return Files.write(file, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ByteArrayOutputStream out, Object value) {
        switch (value) {
        case String text -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            control(out, 2, bytes.length);
            out.writeBytes(bytes);
        }
        case Map<?, ?> map -> {
            control(out, 7, map.size());
            map.forEach((name, inner) -> {
                write(out, name);
                write(out, inner);
            });
        }
        case List<?> list -> {
            control(out, 11, list.size());
            list.forEach(inner -> write(out, inner));
        }
        case Long number -> {
            control(out, 9, 8);
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) (number >> shift));
            }
        }
        case Integer number -> {
            control(out, 6, 4);
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write(number >> shift);
            }
        }
        default -> throw new IllegalArgumentException(value.toString());
        }
    }

    private static void control(ByteArrayOutputStream out, int type, int size) {
        int written = Math.min(size, 29);
        out.write((type > 7 ? 0 : type << 5) | written);
        if (type > 7) {
            out.write(type - 7);
        }
        if (written == 29) {
            out.write(size - 29);
        }
    }
}
