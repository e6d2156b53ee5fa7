package dev.orderbackbone.schemas.registry;

/** The registry answered, and it has no schema of that id. */
public final class UnknownSchemaIdException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public UnknownSchemaIdException(int id, String where) {
        super("no schema with id " + id + " in " + where, null);
    }
}
