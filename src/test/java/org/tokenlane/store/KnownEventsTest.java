package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.evidence.MappedRecord;

/**
 * An event is known again by its key, or by a weak key where a record has no other, whichever order its records come
 * in.
 */
class KnownEventsTest {

    private static final MappedRecord BOTH = TestRecord.keyed("id 1", "adele 08:00");
    private static final MappedRecord WEAK = TestRecord.keyed(null, "adele 08:00");

    private static List<Boolean> newOnes(MappedRecord... records) {
        KnownEvents known = new KnownEvents();
        List<Boolean> isNew = Arrays.stream(records).map(known::add).toList();
        assertThat(known.size()).isEqualTo((int) isNew.stream().filter(each -> each).count());
        return isNew;
    }

    @Test
    void theSecondRecordWithAKeyIsADuplicate() {
        assertThat(
                newOnes(TestRecord.keyed("id 1", null), TestRecord.keyed("id 2", null), TestRecord.keyed("id 1", null)))
                .containsExactly(true, true, false);
    }

    @Test
    void aKeyIsKnownAgainWithAWeakKeyOrWithout() {
        assertThat(newOnes(BOTH, TestRecord.keyed("id 1", null))).containsExactly(true, false);
        assertThat(newOnes(TestRecord.keyed("id 1", null), BOTH)).containsExactly(true, false);
    }

    @Test
    void aRecordWithNothingButAWeakKeyIsADuplicateOfOneThatAlsoHasAnother() {
        assertThat(newOnes(BOTH, WEAK, WEAK)).containsExactly(true, false, false);
        assertThat(newOnes(WEAK, BOTH, WEAK)).containsExactly(true, false, false);
        assertThat(newOnes(WEAK, WEAK, BOTH)).containsExactly(true, false, false);
    }

    @Test
    void twoKeysWithOneWeakKeyAreTwoEvents() {
        MappedRecord other = TestRecord.keyed("id 2", "adele 08:00");
        assertThat(newOnes(BOTH, other)).containsExactly(true, true);
        assertThat(newOnes(BOTH, other, WEAK)).containsExactly(true, true, false);
        assertThat(newOnes(WEAK, BOTH, other)).containsExactly(true, false, true);
    }

    @Test
    void theWeakKeyOfADuplicateIsKnownAgainToo() {
        assertThat(newOnes(TestRecord.keyed("id 1", null), BOTH, WEAK)).containsExactly(true, false, false);
        assertThat(newOnes(BOTH, TestRecord.keyed("id 1", "adele 09:00"), TestRecord.keyed(null, "adele 09:00"), WEAK))
                .containsExactly(true, false, false, false);
    }

    @Test
    void aKeyAndAWeakKeyOfTheSameTextAreNotTheSame() {
        assertThat(newOnes(TestRecord.keyed("x", null), TestRecord.keyed(null, "x"))).containsExactly(true, true);
    }

    @Test
    void theNumberOfEventsDoesNotDependOnTheOrder() {
        Random random = new Random(7);
        List<MappedRecord> records = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            int number = random.nextInt(400);
            String weak = number % 3 == 0 ? null : "weak " + number / 2;
            records.add(TestRecord.keyed(weak != null && random.nextBoolean() ? null : "id " + number, weak));
        }
        Set<Integer> sizes = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(records, random);
            KnownEvents known = new KnownEvents();
            records.forEach(known::add);
            sizes.add(known.size());
        }
        assertThat(sizes).hasSize(1).allSatisfy(size -> assertThat(size).isBetween(300, 600));
    }
}
