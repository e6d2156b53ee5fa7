package dev.orderbackbone.guards.wrong.payment.domain;

import dev.orderbackbone.guards.wrong.contract.ContractThatIsRight;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

public final class DomainThatIsRight {
    sealed interface Answer {
        record Done(UUID id, Instant at) implements Answer {}

        enum Ignored implements Answer {
            TOO_LATE
        }
    }

    List<Answer> decide(ContractThatIsRight input, Instant now) {
        List<Answer> answers = new ArrayList<>();
        answers.add(
                switch (input) {
                    case ContractThatIsRight(var at, var _)
                    when at.plus(Duration.ofMinutes(1)).isAfter(now) ->
                        new Answer.Done(UUID.nameUUIDFromBytes(at.toString().getBytes(StandardCharsets.UTF_8)), now);
                    case ContractThatIsRight _ -> Answer.Ignored.TOO_LATE;
                });
        return answers;
    }
}
