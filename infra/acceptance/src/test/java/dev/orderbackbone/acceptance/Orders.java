package dev.orderbackbone.acceptance;

/** The order of the test classes: those that leave orders without an end come after those that demand of every order that it has ended. */
final class Orders {
    static final int UNDISTURBED = 1;
    static final int KILLED = 2;
    static final int CONTRADICTORY = 3;
    static final int BROKEN = 4;
    static final int RECOVERED = 5;
    static final int BROKER_LOST = 6;
    static final int DATABASE_LOST = 7;
    static final int POISON_EVENT = 8;
    static final int BAD_DEPLOYMENT = 9;

    /** Leaves services that go by short times, so only what starts them anew may come after it. */
    static final int GATEWAY_DOWN = 10;

    /** The log that is restored is another one to those who knew the lost one, so nothing may come after it. */
    static final int DISASTER_RECOVERY = 11;

    private Orders() {}
}
