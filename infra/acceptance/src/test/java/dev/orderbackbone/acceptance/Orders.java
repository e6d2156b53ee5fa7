package dev.orderbackbone.acceptance;

/** The order of the test classes: those that leave orders without an end come after those that demand of every order that it has ended. */
final class Orders {
    static final int UNDISTURBED = 1;

    /**
     * After payment-processor was killed, the gateway is asked about the next thousand calls of a partition before they are made. An order whose call is
     * one of them does not wait for a gateway that is away, but is held.
     */
    static final int GATEWAY_DOWN = 2;

    static final int KILLED = 3;
    static final int CONTRADICTORY = 4;
    static final int BROKEN = 5;
    static final int RECOVERED = 6;
    static final int BROKER_LOST = 7;
    static final int DATABASE_LOST = 8;
    static final int POISON_EVENT = 9;
    static final int BAD_DEPLOYMENT = 10;

    /** The log that is restored is another one to those who knew the lost one, so nothing may come after it. */
    static final int DISASTER_RECOVERY = 11;

    private Orders() {}
}
