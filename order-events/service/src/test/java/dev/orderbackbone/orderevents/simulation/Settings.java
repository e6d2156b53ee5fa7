package dev.orderbackbone.orderevents.simulation;

/**
 * What a world is like: each has its own mixture of fair and foul weather. All but the first three are probabilities.
 *
 * @param orders how many.
 * @param activeSteps for how long people keep doing things.
 * @param unitsInStock at most, of a SKU in a pool.
 * @param reorders whether messages to the saga overtake each other.
 */
record Settings(
        int orders,
        int activeSteps,
        int unitsInStock,
        boolean reorders,
        double duplicate,
        double decline,
        double lateApproval,
        double unknown,
        double failure,
        double cancellation,
        double hold,
        double shipment,
        double returned,
        double mischief,
        double timeJump) {

    /** Whether messages come twice. */
    boolean repeats() {
        return duplicate > 0;
    }

    static Settings draw(Chance chance) {
        return new Settings(
                chance.between(1, 3),
                chance.between(30, 150),
                chance.in(0.5) ? 100 : 8,
                chance.in(0.3),
                chance.in(0.25) ? 0 : chance.upTo(0.25),
                chance.upTo(0.4),
                chance.upTo(0.5),
                chance.upTo(0.5),
                chance.upTo(0.4),
                chance.upTo(0.03),
                chance.upTo(0.05),
                chance.upTo(0.2),
                chance.upTo(0.1),
                chance.upTo(0.05),
                chance.in(0.3) ? chance.upTo(0.2) : 0);
    }
}
