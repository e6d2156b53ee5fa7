package dev.orderbackbone.guards.wrong.operator.whatif;

import dev.orderbackbone.guards.wrong.payment.flow.FlowThatUsesAnAdapter;

public record WhatIfThatUsesAFlow(FlowThatUsesAnAdapter flow) {}
