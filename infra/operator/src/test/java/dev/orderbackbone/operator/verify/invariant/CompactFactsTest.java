package dev.orderbackbone.operator.verify.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.verify.evidence.LogRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompactFactsTest {
    private static final int MANY = 20_000;

    @Test
    void aPackedPlaceIsThePlaceItWas() {
        for (Topic topic : Topics.ALL) {
            for (int partition : new int[] {0, 1, 65_535}) {
                for (long offset : new long[] {0, 1, 4_398_046_511_103L}) {
                    LogRecord record = new LogRecord(topic, partition, offset, true, null, null, null);
                    assertThat(PackedPlace.unpack(PackedPlace.of(record)))
                            .isEqualTo(new Place(topic.name(), partition, offset));
                    assertThat(PackedPlace.of(record)).as("the sign is free").isNotNegative();
                }
            }
        }
    }

    @Test
    void aTableOfWordsIsAMap() {
        Random random = new Random(1);
        LongTable table = new LongTable();
        Map<Long, Integer> map = new HashMap<>();
        for (int i = 0; i < MANY; i++) {
            long key = random.nextInt(4) == 0 ? random.nextInt(50) : random.nextLong();
            int expected = map.computeIfAbsent(key, any -> map.size());
            assertThat(table.add(key)).isEqualTo(expected);
            assertThat(table.keyOf(expected)).isEqualTo(key);
        }
        assertThat(table.size()).isEqualTo(map.size());
        map.forEach((key, number) -> assertThat(table.find(key)).isEqualTo(number));
        assertThat(table.find(51)).isEqualTo(LongTable.ABSENT);
    }

    @Test
    void unitsAreEqualWhateverLinesTheyComeIn() {
        Units some = new Units();
        some.add(3, Hash64.of("a"));
        some.add(2, Hash64.of("b"));
        Units same = new Units();
        same.add(1, Hash64.of("b"));
        same.add(3, Hash64.of("a"));
        same.add(1, Hash64.of("b"));
        Units others = new Units();
        others.add(2, Hash64.of("a"));
        others.add(3, Hash64.of("b"));

        assertThat(some.equalTo(same)).isTrue();
        assertThat(some.equalTo(others)).isFalse();
        assertThat(some.count()).isEqualTo(others.count());
    }

    @Test
    void factsAreFoundUnderTheirOrder() {
        PerOrder<List<String>> facts = new PerOrder<>(ArrayList::new);
        facts.at(5_000).add("late");
        facts.at(2).add("early");

        assertThat(facts.peek(3)).isNull();
        assertThat(facts.peek(9_999)).isNull();
        List<String> seen = new ArrayList<>();
        facts.forEach((order, texts) -> seen.add(order + " " + texts));
        assertThat(seen).containsExactly("2 [early]", "5000 [late]");
    }
}
