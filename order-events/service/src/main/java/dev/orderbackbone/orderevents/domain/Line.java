package dev.orderbackbone.orderevents.domain;

/**
 * Goods of one order line.
 *
 * @param sku stock keeping unit.
 * @param reservation index of the reservation that holds them.
 * @param quantity units ordered.
 * @param unitPriceMinor price of one unit, minor units.
 * @param shipped units that have left.
 * @param returned units of those that came back.
 */
public record Line(String sku, int reservation, int quantity, long unitPriceMinor, int shipped, int returned) {

    int unshipped() {
        return quantity - shipped;
    }

    int returnable() {
        return shipped - returned;
    }

    long goodsMinor() {
        return quantity * unitPriceMinor;
    }

    long shippedGoodsMinor() {
        return shipped * unitPriceMinor;
    }

    Line ship(int units) {
        return new Line(sku, reservation, quantity, unitPriceMinor, shipped + units, returned);
    }

    Line takeBack(int units) {
        return new Line(sku, reservation, quantity, unitPriceMinor, shipped, returned + units);
    }
}
