package dev.orderbackbone.operator.demo;

import dev.orderbackbone.operator.demo.retail.Input;
import java.util.List;

/** What has become of one return. It is one if goods of at least one order were taken back. */
final class ReturnAccount {
    private final Input.Return input;
    private final List<ReturnPart> parts;

    ReturnAccount(Input.Return input) {
        this.input = input;
        this.parts = input.parts().stream().map(ReturnPart::new).toList();
    }

    List<ReturnPart> parts() {
        return parts;
    }

    boolean isPending() {
        return parts.stream().anyMatch(ReturnPart::isPending);
    }

    void addTo(Accounting.Sum sum) {
        if (isPending()) {
            sum.unaccounted(input.invoice());
            return;
        }
        long refused = parts.stream().filter(part -> part.refusal().isPresent()).count();
        if (parts.stream().anyMatch(ReturnPart::isReturned)) {
            sum.returned(input.refusedLines(), refused);
        } else {
            sum.refusal(parts.getFirst().refusal().orElseThrow());
        }
    }
}
