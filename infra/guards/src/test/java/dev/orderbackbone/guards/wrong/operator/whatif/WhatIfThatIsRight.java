package dev.orderbackbone.guards.wrong.operator.whatif;

import dev.orderbackbone.guards.wrong.payment.domain.DomainThatIsRight;

public record WhatIfThatIsRight(DomainThatIsRight decider) {}
