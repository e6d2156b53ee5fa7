package dev.orderbackbone.guards.wrong.payment.flow;

import dev.orderbackbone.guards.wrong.payment.adapter.AdapterThatIsRight;

public record FlowThatUsesAnAdapter(AdapterThatIsRight adapter) {}
