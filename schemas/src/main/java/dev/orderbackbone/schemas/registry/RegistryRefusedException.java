package dev.orderbackbone.schemas.registry;

/** The registry answered that it will not do what it was asked; asking again will not help. */
public final class RegistryRefusedException extends RegistryException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final int errorCode;

    /**
     * @param status of the HTTP answer.
     * @param errorCode the registry's own, such as 40401; 0 if it gave none.
     */
    public RegistryRefusedException(String message, int status, int errorCode) {
        super(message, null);
        this.status = status;
        this.errorCode = errorCode;
    }

    /** Status of the HTTP answer. */
    public int status() {
        return status;
    }

    /** The registry's own error code, such as 40401; 0 if it gave none. */
    public int errorCode() {
        return errorCode;
    }
}
