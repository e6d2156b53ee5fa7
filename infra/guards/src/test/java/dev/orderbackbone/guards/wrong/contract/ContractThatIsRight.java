package dev.orderbackbone.guards.wrong.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record ContractThatIsRight(Instant at, @Nullable String note) {}
