package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.contract.payment.GatewayCall;
import dev.orderbackbone.contract.payment.GatewayOperation;
import dev.orderbackbone.contract.payment.GatewayOutcome;
import java.time.Duration;

/** All that can become of orders, once each. */
final class Year {
    private Year() {}

    static RecordedWorld recorded(long seed) {
        RecordedWorld world = new RecordedWorld(seed);
        Shopping shopping = new Shopping(world);
        world.gateway(Year::answer);
        shopping.receive(100);
        world.run(2);
        for (String key :
                new String[] {"whole", "twice", "parts", "declined", "unknown", "cancelled", "held", "late"}) {
            shopping.submit(key);
        }
        world.write(shopping.submit("repeated"));
        shopping.submit("too-much", 1_000);
        shopping.cancel("never-placed");
        world.run(25);
        shopping.cancel("cancelled");
        shopping.hold("held");
        world.run();
        shopping.submit("twice", 3);
        shopping.ship("whole", "s1", 1);
        shopping.ship("whole", "s2", 2);
        shopping.ship("parts", "s1", 2);
        shopping.release("held");
        world.run();
        shopping.sendBack("whole", "r1", 1);
        shopping.cancel("parts");
        shopping.submit("expired");
        world.run(1);
        world.wait(Duration.ofMinutes(31));
        world.wait(Duration.ofMinutes(11));
        world.run();
        world.wait(Duration.ofHours(2));
        world.run();
        return world;
    }

    /** The authorisation of one order is declined; that of another nobody knows of at first, and the capture of a third fails. */
    private static GatewayOutcome answer(GatewayCall call) {
        String order = call.meta().orderId();
        if (order.equals(Shopping.order("declined"))) {
            return GatewayOutcome.DECLINED;
        }
        if (order.equals(Shopping.order("unknown")) && !call.ask()) {
            return GatewayOutcome.NO_ANSWER;
        }
        if (order.equals(Shopping.order("late")) && call.operation() == GatewayOperation.AUTHORIZE && !call.ask()) {
            return GatewayOutcome.UNKNOWN;
        }
        return GatewayOutcome.APPROVED;
    }
}
