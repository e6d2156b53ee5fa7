package dev.orderbackbone.inventory.domain;

import dev.orderbackbone.contract.inventory.StockDelta;
import dev.orderbackbone.contract.inventory.StockLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules that the lines of every command keep: each SKU once, and a change that changes something. */
final class Lines {
    private Lines() {}

    static boolean wellFormed(List<StockLine> lines) {
        return lines.stream().allMatch(line -> line.quantity() >= 1)
                && eachOnce(lines.stream().map(StockLine::sku));
    }

    static boolean wellFormedDeltas(List<StockDelta> lines) {
        return lines.stream().noneMatch(line -> line.delta() == 0)
                && eachOnce(lines.stream().map(StockDelta::sku));
    }

    private static boolean eachOnce(Stream<String> skus) {
        Set<String> seen = new HashSet<>();
        return skus.allMatch(seen::add);
    }
}
