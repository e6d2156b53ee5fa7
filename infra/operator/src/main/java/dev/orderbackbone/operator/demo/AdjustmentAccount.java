package dev.orderbackbone.operator.demo;

import org.jspecify.annotations.Nullable;

/** What has become of one stock adjustment. */
final class AdjustmentAccount {
    private boolean applied;
    private @Nullable String refusal;

    void apply() {
        applied = true;
    }

    void refuse(String rule) {
        refusal = rule;
    }

    boolean isPending() {
        return !applied && refusal == null;
    }

    void addTo(Accounting.Sum sum, String invoice) {
        if (applied) {
            sum.adjusted();
        } else if (refusal != null) {
            sum.refusal(refusal);
        } else {
            sum.unaccounted(invoice);
        }
    }
}
