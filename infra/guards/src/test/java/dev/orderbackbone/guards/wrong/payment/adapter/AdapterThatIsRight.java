package dev.orderbackbone.guards.wrong.payment.adapter;

import java.net.URI;

public record AdapterThatIsRight(URI gateway) {}
