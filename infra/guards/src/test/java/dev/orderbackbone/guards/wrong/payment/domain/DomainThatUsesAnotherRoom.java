package dev.orderbackbone.guards.wrong.payment.domain;

import dev.orderbackbone.guards.wrong.payment.adapter.AdapterThatIsRight;

public record DomainThatUsesAnotherRoom(AdapterThatIsRight adapter) {}
