package dev.orderbackbone.simulators.net;

/** A request that cannot be understood, so that nothing that follows on its connection can be either. */
final class BadRequest extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    BadRequest(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    HttpAnswer.Content answer() {
        return HttpAnswer.error(status, code, String.valueOf(getMessage())).with("Connection: close");
    }
}
