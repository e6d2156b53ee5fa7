package dev.orderbackbone.operator.stuck;

import dev.orderbackbone.contract.order.OrderStatus;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a state, in any case. */
final class StatusConverter implements ITypeConverter<OrderStatus> {
    @Override
    public OrderStatus convert(String text) {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> status.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is no state of an order"));
    }
}
