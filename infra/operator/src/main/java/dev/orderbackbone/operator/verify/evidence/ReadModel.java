package dev.orderbackbone.operator.verify.evidence;

import java.util.List;
import java.util.function.Consumer;

/** The read models, all of one moment: that of the projection's positions in {@link Standing}. */
public interface ReadModel {
    /** The projection's name among the consumers. */
    String CONSUMER = "projection";

    /** All rows of a table, in any order. */
    void read(ReadTable table, Consumer<ReadRow> reader);

    /** The rows of one order, or of one pool and SKU. */
    List<ReadRow> rowsOf(ReadTable table, String owner);
}
