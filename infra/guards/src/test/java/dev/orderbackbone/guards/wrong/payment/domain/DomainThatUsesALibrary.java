package dev.orderbackbone.guards.wrong.payment.domain;

import com.tngtech.archunit.core.domain.JavaClass;

public record DomainThatUsesALibrary(JavaClass type) {}
