package dev.orderbackbone.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdTableTest {
    @Test
    void remembersAsAMapDoes() {
        IdTable<Integer> table = new IdTable<>();
        Map<Integer, Integer> model = new HashMap<>();
        Random random = new Random(5);
        for (int step = 0; step < 2_000; step++) {
            int id = random.nextBoolean() ? random.nextInt(100) : random.nextInt() << random.nextInt(32);
            if (random.nextBoolean()) {
                table.put(id, step);
                model.put(id, step);
            }
            assertThat(table.get(id)).isEqualTo(model.get(id));
        }
        model.forEach((id, value) -> assertThat(table.get(id)).isEqualTo(value));
    }
}
