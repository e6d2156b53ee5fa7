package dev.orderbackbone.operator.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.Place;
import dev.orderbackbone.operator.verify.evidence.RedriveRecord;
import dev.orderbackbone.runtime.Redrive;
import dev.orderbackbone.runtime.Redrive.Action;
import dev.orderbackbone.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParkedFatesTest {
    private static final String SERVICE = Topics.ORDER_EVENTS;
    private static final String UNREAD = "unread";

    private final List<ParkedRecord> parked = new ArrayList<>();
    private final List<RedriveRecord> redrives = new ArrayList<>();
    private long read = Long.MAX_VALUE;

    @Test
    void nothingHasBecomeOfWhatNobodySentBack() {
        ParkedRecord first = parked("one", 1, "line", null);
        ParkedRecord second = parked("two", 1, "line", null);

        assertThat(fates().of(first)).isEqualTo(Fate.OUTSTANDING);
        assertThat(fates().lineOf(second)).containsExactly(first, second);
    }

    @Test
    void aLineIsDealtWithFromItsFirstRecordOn() {
        ParkedRecord first = parked("one", 1, "line", null);
        ParkedRecord second = parked("two", 1, "line", null);
        RedriveRecord early = redrive(second, Action.REDRIVE);
        RedriveRecord right = redrive(first, Action.REDRIVE);
        RedriveRecord then = redrive(second, Action.REDRIVE);

        ParkedFates fates = fates();
        assertThat(fates.answers().get(early)).isEqualTo(Answer.ignored(Redrive.BEHIND));
        assertThat(fates.answers().get(right)).isEqualTo(Answer.of(Fate.REDRIVEN));
        assertThat(fates.answers().get(then)).isEqualTo(Answer.of(Fate.REDRIVEN));
        assertThat(fates.of(first)).isEqualTo(Fate.REDRIVEN);
        assertThat(fates.of(second)).isEqualTo(Fate.REDRIVEN);
    }

    @Test
    void whatIsParkedAgainKeepsItsPlace() {
        ParkedRecord first = parked("one", 1, "line", null);
        ParkedRecord second = parked("two", 1, "line", null);
        RedriveRecord failed = redrive(first, Action.REDRIVE);
        ParkedRecord again = parked("one", 2, "line", failed.place());
        RedriveRecord behind = redrive(second, Action.REDRIVE);
        RedriveRecord stale = redrive(first, Action.DISCARD);

        ParkedFates fates = fates();
        assertThat(fates.answers().get(failed)).isEqualTo(Answer.of(Fate.PARKED_AGAIN));
        assertThat(fates.answers().get(behind)).isEqualTo(Answer.ignored(Redrive.BEHIND));
        assertThat(fates.answers().get(stale)).isEqualTo(Answer.ignored(Redrive.NOT_PARKED));
        assertThat(fates.of(first)).isEqualTo(Fate.PARKED_AGAIN);
        assertThat(fates.of(again)).isEqualTo(Fate.OUTSTANDING);
        assertThat(fates.lineOf(second)).containsExactly(again, second);
    }

    @Test
    void whatComesToAnotherLineStandsAtItsEnd() {
        ParkedRecord alone = parked("one", 1, "", null);
        ParkedRecord first = parked("two", 1, "line", null);
        RedriveRecord edited = redrive(alone, Action.REDRIVE);
        ParkedRecord behind = parked("one", 2, "line", edited.place());

        assertThat(fates().lineOf(behind)).containsExactly(first, behind);
    }

    @Test
    void aLineThatWasFreedAndStoppedAgainKnowsNothingOfItsFormerRecords() {
        ParkedRecord former = parked("one", 1, "line", null);
        RedriveRecord first = redrive(former, Action.REDRIVE);
        ParkedRecord later = parked("two", 1, "line", null);
        RedriveRecord second = redrive(later, Action.REDRIVE);

        assertThat(fates().answers().get(first)).isEqualTo(Answer.of(Fate.REDRIVEN));
        assertThat(fates().answers().get(second)).isEqualTo(Answer.of(Fate.REDRIVEN));
    }

    @Test
    void anythingCanBeDiscardedOnce() {
        parked("one", 1, "line", null);
        ParkedRecord second = parked("two", 1, "line", null);
        redrive(second, Action.DISCARD);
        RedriveRecord again = redrive(second, Action.DISCARD);

        assertThat(fates().of(second)).isEqualTo(Fate.DISCARDED);
        assertThat(fates().answers().get(again)).isEqualTo(Answer.ignored(Redrive.NOT_PARKED));
    }

    @Test
    void ofWhatTheServiceHasNotReadNothingHasBecomeYet() {
        ParkedRecord copy = parked("one", 1, "line", null);
        RedriveRecord sent = redrive(copy, Action.REDRIVE);
        read = 0;

        assertThat(fates().answers()).containsEntry(sent, Answer.PENDING);
        assertThat(fates().of(copy)).isEqualTo(Fate.OUTSTANDING);
    }

    @Test
    void whatTheDeciderDoesNotDecideOnIsNotRedriven() {
        ParkedRecord copy = parked(UNREAD, 1, "", null);
        RedriveRecord sent = redrive(copy, Action.REDRIVE);

        assertThat(fates().answers().get(sent)).isEqualTo(Answer.ignored(Redrive.NOT_DECIDED));
        assertThat(fates().of(copy)).isEqualTo(Fate.OUTSTANDING);
    }

    private ParkedFates fates() {
        return ParkedFates.of(
                parked, redrives, (service, topic) -> !topic.equals(UNREAD), place -> place.offset() < read);
    }

    private ParkedRecord parked(String id, int attempt, String line, @Nullable Place redrive) {
        ParkedRecord copy = new ParkedRecord(
                SERVICE,
                "key",
                new Place(Topics.ORDER_EVENTS_PARKED.name(), 0, parked.size()),
                new Place(id.equals(UNREAD) ? UNREAD : Topics.ORDERS_INTAKE.name(), 0, 7),
                "DECIDER_FAILED",
                42,
                false,
                id,
                attempt,
                line,
                redrive);
        parked.add(copy);
        return copy;
    }

    private RedriveRecord redrive(ParkedRecord copy, Action action) {
        Place place = new Place(Topics.ORDER_EVENTS_REDRIVE.name(), 0, redrives.size());
        RedriveRecord redrive =
                new RedriveRecord(SERVICE, place, action, "op", copy.id(), copy.attempt(), false, 42, null);
        redrives.add(redrive);
        return redrive;
    }
}
