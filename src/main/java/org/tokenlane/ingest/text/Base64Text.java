package org.tokenlane.ingest.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Opens texts that hold JSON in base64, packed with gzip or not: the bodies of Event Hubs, Pub/Sub, Kinesis and
 * CloudWatch.
 */
final class Base64Text {

    /** What an object, a list, a blank, a byte order mark and a gzip stream begin with in base64. */
    private static final Pattern BEGINNING = Pattern.compile("ey|ew|W[0-9w-z]|IHs|77u/|H4sI");
    private static final Pattern BETWEEN_LINES = Pattern.compile("\\}\\s*\n\\s*\\{");
    private static final int SHORTEST = 40;
    /** No record is longer, so a text that expands beyond it is left as it is. */
    private static final int LONGEST = 64 << 20;

    private Base64Text() {
    }

    /** The object or list that the text holds in base64; the same value where it holds none. */
    static Value opened(Value value) {
        String text = value.text();
        if (text == null || text.length() < SHORTEST || !BEGINNING.matcher(text).lookingAt()) {
            return value;
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            if (bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
                bytes = unpacked(bytes);
            }
            String plain = new String(bytes, StandardCharsets.UTF_8);
            Value inner = json(plain.startsWith("\ufeff") ? plain.substring(1) : plain);
            return inner.isObject() || inner.isArray() ? inner : value;
        } catch (IllegalArgumentException | IOException noBase64) {
            return value;
        }
    }

    /** The text's JSON; of an object in each line, the list of them. */
    private static Value json(String plain) {
        Value whole = Value.ofJson(plain);
        return whole.isMissing() && plain.startsWith("{")
                ? Value.ofJson('[' + BETWEEN_LINES.matcher(plain).replaceAll("},{") + ']')
                : whole;
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = in.readNBytes(LONGEST);
            if (bytes.length == LONGEST) {
                throw new IOException("expands beyond all measure"); // not for people
            }
            return bytes;
        }
    }
}
