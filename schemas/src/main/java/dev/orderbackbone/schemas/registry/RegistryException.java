package dev.orderbackbone.schemas.registry;

import org.jspecify.annotations.Nullable;

/** Something between us and the schema registry went wrong. */
public abstract sealed class RegistryException extends RuntimeException
        permits RegistryUnavailableException, RegistryRefusedException, UnknownSchemaIdException {
    private static final long serialVersionUID = 1L;

    RegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
