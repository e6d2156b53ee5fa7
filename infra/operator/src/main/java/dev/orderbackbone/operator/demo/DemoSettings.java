package dev.orderbackbone.operator.demo;

import java.time.Duration;

/**
 * How a demo runs.
 *
 * @param run goes before every id that it makes: the same run again makes nothing a second time.
 * @param isRepeated whether the run may have been there before, so that its outcomes are looked for in the whole log.
 * @param seed chooses which orders go over HTTP, which SKUs are short and which payments fail.
 * @param ratePerSecond inputs per second at most; 0 for as fast as it goes.
 * @param mostOpen orders on their way at a time: what waits longer than a payment may take would only be asked for twice.
 * @param patience how long nothing may happen before what is missing counts as missing.
 * @param faults whether the payment gateway is to misbehave now and then.
 */
record DemoSettings(
        String run,
        boolean isRepeated,
        long seed,
        int ratePerSecond,
        int mostOpen,
        Duration patience,
        boolean faults) {}
