package dev.orderbackbone.operator.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.verify.evidence.ConsumerPosition;
import dev.orderbackbone.operator.verify.evidence.ReadModel;
import dev.orderbackbone.operator.verify.evidence.ReadRow;
import dev.orderbackbone.operator.verify.evidence.ReadTable;
import dev.orderbackbone.operator.verify.evidence.TallyRow;
import dev.orderbackbone.operator.verify.history.History;
import dev.orderbackbone.operator.verify.history.InMemoryEvidence;
import dev.orderbackbone.operator.verify.history.Plot;
import dev.orderbackbone.operator.verify.invariant.Law;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadModelsTest {
    private final InMemoryEvidence evidence = InMemoryEvidence.of(History.of(101, 40, Plot.ending()));

    @ParameterizedTest
    @EnumSource(ReadTable.class)
    void noticesARowThatIsMissing(ReadTable table) {
        evidence.rows.remove(indexOf(table));

        Report report = Audits.audit(evidence);

        Audits.assertBreaks(report, Law.I9);
        assertThat(report.of(Law.I9).violations()).isEqualTo(1);
        assertThat(Audits.firstOf(report, Law.I9).places().getFirst().source()).isEqualTo(table.view());
    }

    @ParameterizedTest
    @EnumSource(ReadTable.class)
    void noticesARowThatIsThereTwice(ReadTable table) {
        evidence.rows.add(evidence.rows.get(indexOf(table)));

        Audits.assertBreaks(Audits.audit(evidence), Law.I9);
    }

    @ParameterizedTest
    @EnumSource(ReadTable.class)
    void noticesAnyColumnThatIsNotWhatTheLogSays(ReadTable table) {
        int index = indexOf(table);
        ReadRow row = evidence.rows.get(index);
        for (int column = 0; column < row.values().size(); column++) {
            evidence.rows.set(index, with(row, column, other(row.values().get(column))));

            Report report = Audits.audit(evidence);

            Audits.assertBreaks(report, Law.I9);
            assertThat(report.of(Law.I9).violations()).isEqualTo(1);
        }
    }

    @Test
    void noticesTheRowOfAnOrderThatTheLogDoesNotKnow() {
        ReadRow row = evidence.rows.get(indexOf(ReadTable.ORDERS));
        evidence.rows.add(
                ReadRow.of(ReadTable.ORDERS, "nobody's order", row.values().toArray()));

        Report report = Audits.audit(evidence);

        Audits.assertBreaks(report, Law.I9);
        assertThat(Audits.firstOf(report, Law.I9).subject()).isEqualTo("nobody's order");
    }

    @Test
    void showsWhatIsThereAndWhatShouldBe() {
        int index = indexOf(ReadTable.ORDERS);
        ReadRow row = evidence.rows.get(index);
        int status = 14;
        evidence.rows.set(index, with(row, status, "PENDING"));

        Report report = Audits.audit(evidence);

        assertThat(Audits.firstOf(report, Law.I9).expected())
                .contains("status " + row.values().get(status));
        assertThat(Audits.firstOf(report, Law.I9).seen()).contains("status PENDING");
    }

    /** The projection's inputs are then not all dealt with either. */
    @Test
    void noticesAProjectionThatStaysBehindThoughEverythingIsQuiet() {
        evidence.positions.replaceAll(position -> isOfProjection(position) ? atTheBeginning(position) : position);
        evidence.rows.removeIf(row -> row.table() == ReadTable.REFUSALS);

        Audits.assertBreaks(Audits.audit(evidence), Law.I9, Law.I10);
    }

    @Test
    void saysNothingOfAProjectionThatIsBehindWhileTheSystemMoves() {
        evidence.quiet = false;
        evidence.positions.replaceAll(position -> isOfProjection(position) ? atTheBeginning(position) : position);
        evidence.rows.removeIf(row -> row.table() == ReadTable.REFUSALS);

        Audits.assertSilent(Audits.audit(evidence));
    }

    private static boolean isOfProjection(ConsumerPosition position) {
        return position.consumer().equals(ReadModel.CONSUMER)
                && position.topic().equals(Topics.ORDERS_REFUSALS.name());
    }

    private static ConsumerPosition atTheBeginning(ConsumerPosition position) {
        return new ConsumerPosition(
                position.consumer(), position.topic(), position.partition(), 0, 0, new TallyRow(0, 0, Map.of()));
    }

    private int indexOf(ReadTable table) {
        for (int i = 0; i < evidence.rows.size(); i++) {
            if (evidence.rows.get(i).table() == table) {
                return i;
            }
        }
        throw new AssertionError("no row of " + table);
    }

    private static ReadRow with(ReadRow row, int column, @Nullable Object value) {
        List<@Nullable Object> values = new ArrayList<>(row.values());
        values.set(column, value);
        return ReadRow.of(row.table(), row.owner(), values.toArray());
    }

    private static Object other(@Nullable Object value) {
        return switch (value) {
            case null -> "something";
            case Long number -> number + 1;
            case UUID id -> new UUID(id.getMostSignificantBits(), 1);
            default -> value + "?";
        };
    }
}
