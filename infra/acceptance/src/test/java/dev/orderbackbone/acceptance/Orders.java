package dev.orderbackbone.acceptance;

/** The order of the test classes: those that leave orders without an end come after those that demand of every order that it has ended. */
final class Orders {
    static final int UNDISTURBED = 1;
    static final int RESTORED = 2;
    static final int KILLED = 3;
    static final int CONTRADICTORY = 4;
    static final int BROKEN = 5;
    static final int RECOVERED = 6;

    private Orders() {}
}
