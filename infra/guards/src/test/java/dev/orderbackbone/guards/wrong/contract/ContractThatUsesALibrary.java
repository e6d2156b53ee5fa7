package dev.orderbackbone.guards.wrong.contract;

import com.tngtech.archunit.core.domain.JavaClass;

public record ContractThatUsesALibrary(JavaClass type) {}
