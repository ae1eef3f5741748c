package org.tokenlane.store;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;

/** Compresses what the case file keeps in bulk. */
final class Packing {

    /** JSON logs shrink about as far at this level as at higher ones, at twice their speed. */
    private static final int LEVEL = 1;
    /**
     * A block of a zstd frame takes four bytes at least and gives 128 kB at most (RFC 8878, section 3.1.1.2), so a
     * frame that claims more than that for its size is not to be believed.
     */
    private static final int BYTES_OF_A_BLOCK = 4;
    private static final int MOST_OF_A_BLOCK = 1 << 17;

    private Packing() {
    }

    /** Compresses, and unpacks and compares the outcome before anybody relies on it. */
    static byte[] compress(byte[] plain) {
        return verified(plain, Zstd.compress(plain, LEVEL));
    }

    /** Gives what was packed, where it can be unpacked to what it was made of. */
    static byte[] verified(byte[] plain, byte[] packed) {
        try {
            if (Arrays.equals(plain, decompress(packed, plain.length))) {
                return packed;
            }
        } catch (CaseFileException notEvenWhole) {
            throw new CaseFileException(StoreText.COMPRESSED_WRONGLY.with(), notEvenWhole);
        }
        throw new CaseFileException(StoreText.COMPRESSED_WRONGLY.with());
    }

    static byte[] decompress(byte[] packed, int plainBytes) {
        // before room is made for it, as a damaged size may be of any size
        if (packed.length == 0 || Zstd.getFrameContentSize(packed) != plainBytes
                || plainBytes > (packed.length / BYTES_OF_A_BLOCK + 1L) * MOST_OF_A_BLOCK) {
            throw damaged();
        }
        try {
            byte[] plain = new byte[plainBytes];
            if (Zstd.decompress(plain, packed) != plainBytes) {
                throw damaged();
            }
            return plain;
        } catch (ZstdException notWhole) {
            throw damaged();
        } catch (OutOfMemoryError tooLarge) {
            throw new CaseFileException(StoreText.BLOCK_TOO_LARGE.with(plainBytes / 1_000_000L), tooLarge);
        }
    }

    static CaseFileException damaged() {
        return new CaseFileException(StoreText.BLOCK_UNREADABLE.with());
    }

    /** Cuts bytes into parts that fit into one row of a table. */
    static byte[][] parts(byte[] bytes) {
        int most = 1_000_000;
        byte[][] parts = new byte[Math.max(1, (bytes.length + most - 1) / most)][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Arrays.copyOfRange(bytes, i * most, Math.min(bytes.length, (i + 1) * most));
        }
        return parts;
    }
}
