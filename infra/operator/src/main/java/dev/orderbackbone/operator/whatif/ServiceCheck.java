package dev.orderbackbone.operator.whatif;

import dev.orderbackbone.schemas.Topic;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import java.util.List;

/** Checks one service. */
interface ServiceCheck {

    /** Its name, also that of its group. */
    String service();

    /** What it reads. */
    List<Topic> inputs();

    /** What it writes, but for what it parks and for sums that stand for many decisions. */
    List<Topic> outputs();

    /** Checks what is selected. */
    void run(RecordedLog log, MessageDeserializer deserializer, Selection selection, ServiceFindings findings);
}
