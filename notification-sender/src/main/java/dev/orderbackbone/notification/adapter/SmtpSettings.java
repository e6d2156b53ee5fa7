package dev.orderbackbone.notification.adapter;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the mail server is.
 *
 * @param host its name or address ({@code SMTP_HOST}).
 * @param port 1 to 65,535 ({@code SMTP_PORT}).
 * @param startTls whether the connection must be encrypted ({@code SMTP_START_TLS}); required as soon as there is a user.
 * @param user for authentication ({@code SMTP_USER}); null for none.
 * @param password for authentication ({@code SMTP_PASSWORD}).
 * @param sender address that mails come from ({@code SMTP_SENDER}).
 * @param connections most connections at once, 1 or more ({@code SMTP_CONNECTIONS}).
 * @param timeout for connecting and for each answer ({@code SMTP_TIMEOUT}).
 */
@ConfigurationProperties("smtp")
public record SmtpSettings(
        @Bindable(defaultValue = "127.0.0.1") String host,
        @Bindable(defaultValue = "8025") int port,
        @Bindable(defaultValue = "false") boolean startTls,
        @Nullable String user,
        @Nullable String password,
        @Bindable(defaultValue = "orders@shop.example") String sender,
        @Bindable(defaultValue = "8") int connections,
        @Bindable(defaultValue = "10s") Duration timeout) {
    private static final int HIGHEST_PORT = 65_535;

    /** Checks the ranges. */
    public SmtpSettings {
        require(port >= 1 && port <= HIGHEST_PORT, "smtp.port must be 1 to 65535, but is " + port);
        require(connections >= 1, "smtp.connections must be 1 or more, but is " + connections);
        require(timeout.isPositive(), "smtp.timeout must be positive, but is " + timeout);
        require(user == null || startTls, "smtp.user needs smtp.start-tls: a password must not travel in the clear");
    }

    private static void require(boolean condition, String rule) {
        if (!condition) {
            throw new IllegalArgumentException(rule);
        }
    }
}
