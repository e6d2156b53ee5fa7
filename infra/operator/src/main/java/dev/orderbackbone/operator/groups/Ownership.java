package dev.orderbackbone.operator.groups;

import dev.orderbackbone.schemas.Topics;
import java.util.Map;

/** Whose a consumer group is, and why its position must not be set by hand. */
enum Ownership {
    DECIDER(
            "decides",
            "a service keeps its state and its position in one transaction: set back, it would decide once more on what its state has seen; set on, orders "
                    + "would wait for ever for what was skipped"),
    GATEWAY_WORKER(
            "calls the gateway",
            "which calls are done stands in the metadata of its offset, which a position that is set by hand does not have: what is read again could be paid "
                    + "again, and what is skipped is never called for (decision 13)"),
    MAIL_WORKER(
            "sends mails",
            "which mails are sent stands in the metadata of its offset, which a position that is set by hand does not have: what is read again is sent again, "
                    + "and what is skipped is never sent (decisions 11 and 13)"),
    LEASE(
            "excludes operators from one another",
            "its position means nothing; who is in it has the right to change something"),
    OTHER("not the backbone's own", "");

    private static final String LEASES = "backbone-operation.";
    private static final String WORKER = "-effects";
    private static final Map<String, Ownership> OWN = Map.of(
            Topics.ORDER_EVENTS,
            DECIDER,
            Topics.INVENTORY,
            DECIDER,
            Topics.PAYMENT,
            DECIDER,
            Topics.NOTIFICATION,
            DECIDER,
            Topics.PAYMENT + WORKER,
            GATEWAY_WORKER,
            Topics.NOTIFICATION + WORKER,
            MAIL_WORKER);

    private final String role;
    private final String whyNot;

    Ownership(String role, String whyNot) {
        this.role = role;
        this.whyNot = whyNot;
    }

    static Ownership of(String group) {
        return group.startsWith(LEASES) ? LEASE : OWN.getOrDefault(group, OTHER);
    }

    /** What the group is for, in a few words. */
    String role() {
        return role;
    }

    /** Why its position must not be set; empty where it may. */
    String whyNot() {
        return whyNot;
    }
}
