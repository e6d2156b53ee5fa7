package dev.orderbackbone.guards.wrong.inventory;

import dev.orderbackbone.guards.wrong.contract.ContractThatIsRight;

public record ServiceThatIsRight(ContractThatIsRight contract) {}
