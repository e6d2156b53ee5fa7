package dev.orderbackbone.operator.act;

import java.util.ArrayList;
import java.util.List;

/**
 * What would come of a wish.
 *
 * @param storeId the store that its event belongs to; empty where that is none.
 * @param words how things stand and what would follow, without a full stop.
 * @param changesNothing whether it is certain that nothing would.
 * @param isSilent whether it would be noted, and nothing told.
 * @param warnings what an operator should know before.
 */
record Prospect(String storeId, String words, boolean changesNothing, boolean isSilent, List<String> warnings) {
    Prospect {
        warnings = List.copyOf(warnings);
    }

    /** The same with a warning more. */
    Prospect with(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Prospect(storeId, words, changesNothing, isSilent, more);
    }
}
