package dev.orderbackbone.orderevents.config;

import dev.orderbackbone.orderevents.flow.Intake;
import dev.orderbackbone.orderevents.flow.OrderReader;
import dev.orderbackbone.orderevents.flow.OrdersInMemory;
import dev.orderbackbone.orderevents.flow.RecordingIntake;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** A log and a read model in memory, for the HTTP side of the service. */
@Factory
@Requires(env = WithoutTheLog.ENVIRONMENT)
public final class WithoutTheLog {
    /** The Micronaut environment in which it stands for the real wiring. */
    public static final String ENVIRONMENT = "without-the-log";

    /** Made at the start like the one that it replaces: otherwise both would be. */
    @Context
    @Bean(typed = {Intake.class, RecordingIntake.class})
    @Replaces(value = Intake.class, factory = OrderEventsFactory.class)
    RecordingIntake intake() {
        return new RecordingIntake();
    }

    @Singleton
    @Bean(typed = {OrderReader.class, OrdersInMemory.class})
    @Replaces(value = OrderReader.class, factory = OrderEventsFactory.class)
    OrdersInMemory reader() {
        return new OrdersInMemory();
    }
}
