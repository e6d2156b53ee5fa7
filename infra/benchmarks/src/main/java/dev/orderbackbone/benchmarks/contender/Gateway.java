package dev.orderbackbone.benchmarks.contender;

import dev.orderbackbone.benchmarks.gateway.GatewayStub;
import dev.orderbackbone.local.Component;
import dev.orderbackbone.local.Distribution;
import java.util.List;
import java.util.Map;

/** The payment gateway's process. */
public final class Gateway {
    /** What it is called among a contender's processes. */
    public static final String NAME = "gateway";

    private static final List<String> OPTIONS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow");

    private Gateway() {}

    /** On that port. */
    public static Component on(Distribution distribution, int port) {
        return new OwnProgram(NAME, distribution, GatewayStub.class, port, OPTIONS, Map.of());
    }
}
