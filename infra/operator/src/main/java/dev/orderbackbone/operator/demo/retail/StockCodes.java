package dev.orderbackbone.operator.demo.retail;

import java.util.Locale;

/** Which stock codes are goods, and how an article is named. */
final class StockCodes {
    private StockCodes() {}

    /** Goods begin with a digit; so are the few named here. All else is a service, a fee or a correction. */
    static boolean isGoods(String stockCode) {
        String sku = skuOf(stockCode);
        return Character.isDigit(sku.charAt(0))
                || sku.startsWith("DCGS")
                || sku.startsWith("GIFT_")
                || sku.equals("PADS");
    }

    /** Upper and lower case name the same article: 112 codes stand in both. */
    static String skuOf(String stockCode) {
        return stockCode.toUpperCase(Locale.ROOT);
    }
}
