package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.evidence.EventKey;

/** Each key is known again, in memory and in a file. */
class KeyTableTest {

    private static final int KEYS = 30_000;

    @ParameterizedTest
    @ValueSource(ints = { 1 << 16, Integer.MAX_VALUE })
    void eachOfManyKeysIsInTheSetOnceAndNoOther(int mostBytesInMemory) {
        try (KeyTable keys = new KeyTable(false, mostBytesInMemory)) {
            for (int i = 0; i < KEYS; i++) {
                EventKey key = EventKey.of("key " + i);
                assertThat(keys.add(key.high(), key.low())).isTrue();
            }
            assertThat(keys.size()).isEqualTo(KEYS);
            for (int i = 0; i < KEYS; i++) {
                EventKey key = EventKey.of("key " + i);
                EventKey other = EventKey.of("other " + i);
                assertThat(keys.contains(key.high(), key.low())).isTrue();
                assertThat(keys.contains(other.high(), other.low())).isFalse();
            }
            EventKey last = EventKey.of("key " + (KEYS - 1));
            assertThat(keys.add(last.high(), last.low())).isFalse();
            assertThat(keys.size()).isEqualTo(KEYS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 1 << 16, Integer.MAX_VALUE })
    void aKeyKeepsItsFirstNumber(int mostBytesInMemory) {
        try (KeyTable keys = new KeyTable(true, mostBytesInMemory)) {
            for (int i = 1; i <= KEYS; i++) {
                assertThat(keys.numberOr(i * 0x9e3779b97f4a7c15L, i, i)).isEqualTo(i);
            }
            for (int i = 1; i <= KEYS; i++) {
                assertThat(keys.numberOr(i * 0x9e3779b97f4a7c15L, i, -1)).isEqualTo(i);
            }
        }
    }

    @Test
    void aTableThatIsLargerThanItMayBeInMemoryIsInAFile() {
        // 64 places of 16 bytes at first, twice as many from the 48th key on
        try (KeyTable keys = new KeyTable(false, 64 * 16)) {
            for (int i = 1; i <= 47; i++) {
                keys.add(i, i);
            }
            assertThat(keys.isInFile()).isFalse();
            keys.add(48, 48);
            assertThat(keys.isInFile()).isTrue();
            assertThat(keys.size()).isEqualTo(48);
            assertThat(keys.contains(1, 1)).isTrue();
        }
    }

    @Test
    void keysThatFallOnOnePlaceAreToldApart() {
        try (KeyTable keys = KeyTable.ofKeys()) {
            for (long i = 1; i <= 2_000; i++) {
                assertThat(keys.add(0, i)).isTrue();
                assertThat(keys.add(-1, i)).as("the last place, and on from the first").isTrue();
            }
            assertThat(keys.size()).isEqualTo(4_000);
            assertThat(keys.contains(-1, 2_000)).isTrue();
            assertThat(keys.contains(-1, 2_001)).isFalse();
        }
    }

    @Test
    void textsThatDifferInOneCharacterOrInLengthHaveOtherFingerprints() {
        Fingerprints fingerprints = new Fingerprints();
        try (KeyTable keys = KeyTable.ofKeys()) {
            String[] texts = { "", "\u0000", "\u0000\u0000", "a", "aa", "aaa", "aaaa", "aaaaa", "aab", "aba", "baa",
                "1234567",
                "12345678", "12345679", "123456789012345", "ø", "øø",
                "aa\uffff", "a\uffffa", "\uffffaa", "\uffff\uffff\uffff", "x".repeat(1_000), "x".repeat(1_001) };
            for (String text : texts) {
                fingerprints.take(text);
                assertThat(keys.add(fingerprints.high(), fingerprints.low())).as(text).isTrue();
                fingerprints.take(text);
                assertThat(keys.add(fingerprints.high(), fingerprints.low())).as(text).isFalse();
            }
        }
    }

    @Test
    void aTableThatNoBufferHoldsIsRefusedWithWhatToDo() {
        assertThat(KeyTable.bytes(1 << 26, 3)).isEqualTo(1_610_612_736);
        assertThat(KeyTable.bytes((1 << 27) - 1, 2)).isEqualTo(Integer.MAX_VALUE - 15);
        for (int longs = 2; longs <= 3; longs++) {
            int each = longs;
            assertThatThrownBy(() -> KeyTable.bytes(1 << 27, each)).isInstanceOf(CaseFileException.class)
                    .hasMessage(StoreText.TOO_MANY_KEYS.text(50_331_648));
        }
    }
}
