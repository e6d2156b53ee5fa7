package dev.orderbackbone.notification.config;

import dev.orderbackbone.contract.notification.NotificationRequested;
import dev.orderbackbone.notification.adapter.SmtpMailer;
import dev.orderbackbone.notification.adapter.SmtpSettings;
import dev.orderbackbone.notification.domain.Correspondence;
import dev.orderbackbone.notification.domain.NotificationDecider;
import dev.orderbackbone.notification.flow.NotificationTopology;
import dev.orderbackbone.notification.flow.SendingByMail;
import dev.orderbackbone.runtime.DecisionListener;
import dev.orderbackbone.runtime.DecisionTopology;
import dev.orderbackbone.runtime.EffectListener;
import dev.orderbackbone.runtime.EffectSettings;
import dev.orderbackbone.runtime.EffectTopology;
import dev.orderbackbone.runtime.EffectWorker;
import dev.orderbackbone.runtime.KafkaSettings;
import dev.orderbackbone.runtime.StreamsProcess;
import dev.orderbackbone.runtime.StreamsSettings;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** All of the service: the decider in Kafka Streams, and the worker that sends. */
@Factory
final class NotificationFactory {

    @Singleton
    DecisionTopology<Correspondence> topology(
            NotificationSettings settings,
            StreamsSettings streams,
            MessageDeserializer deserializer,
            MessageSerializer serializer,
            DecisionListener listener) {
        NotificationDecider decider = new NotificationDecider(settings.rules());
        return NotificationTopology.of(decider, deserializer, serializer, streams.timerResolution(), listener);
    }

    @Context
    @Bean(preDestroy = "close")
    StreamsProcess decider(DecisionTopology<Correspondence> topology, StreamsSettings streams, KafkaSettings kafka)
            throws InterruptedException {
        return StreamsProcess.start(topology, streams, kafka);
    }

    @Singleton
    @Bean(preDestroy = "close")
    SmtpMailer mailer(SmtpSettings settings) {
        return new SmtpMailer(settings);
    }

    @Context
    @Bean(preDestroy = "close")
    EffectWorker sender(
            SmtpMailer mailer,
            EffectSettings settings,
            KafkaSettings kafka,
            MessageDeserializer deserializer,
            MessageSerializer serializer,
            EffectListener listener)
            throws InterruptedException {
        Clock clock = Clock.systemUTC();
        EffectTopology<NotificationRequested> sending = new EffectTopology<>(
                Topics.NOTIFICATION,
                NotificationRequested.class,
                Topics.NOTIFICATIONS_EVENTS,
                new SendingByMail(mailer, clock),
                deserializer,
                serializer,
                listener,
                clock);
        return EffectWorker.start(sending, settings, kafka);
    }
}
