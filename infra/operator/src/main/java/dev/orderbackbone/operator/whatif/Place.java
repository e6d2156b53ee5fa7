package dev.orderbackbone.operator.whatif;

/** Where a record stands in the log. */
record Place(String topic, int partition, long offset) {
    @Override
    public String toString() {
        return topic + "/" + partition + "@" + offset;
    }
}
