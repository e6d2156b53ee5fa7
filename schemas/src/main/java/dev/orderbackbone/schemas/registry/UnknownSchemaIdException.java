package dev.orderbackbone.schemas.registry;

/** The registry answered, and it has no Avro schema of that id. */
public final class UnknownSchemaIdException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public UnknownSchemaIdException(int id, String where) {
        this(id, where, "unknown");
    }

    /**
     * For an id that means something, but not to us.
     *
     * @param what it means, for the message.
     */
    public UnknownSchemaIdException(int id, String where, String what) {
        super("no Avro schema with id " + id + " in " + where + ": " + what, null);
    }
}
