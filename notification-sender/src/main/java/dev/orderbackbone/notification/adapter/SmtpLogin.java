package dev.orderbackbone.notification.adapter;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import org.jspecify.annotations.Nullable;

/** User and password for the mail server, where it wants them. */
final class SmtpLogin extends Authenticator {
    private final @Nullable String user;
    private final @Nullable String password;

    SmtpLogin(@Nullable String user, @Nullable String password) {
        this.user = user;
        this.password = password;
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        return user == null ? null : new PasswordAuthentication(user, password);
    }
}
