package dev.orderbackbone.schemas.registry;

import org.jspecify.annotations.Nullable;

/** The registry did not answer, or only with errors of its own, as often as it was asked. It may answer later: try again, park nothing. */
public final class RegistryUnavailableException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
