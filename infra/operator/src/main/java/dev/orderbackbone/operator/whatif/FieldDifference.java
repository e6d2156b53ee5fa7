package dev.orderbackbone.operator.whatif;

/**
 * A field that would be another one.
 *
 * @param message type of the message.
 * @param field its path, such as {@code lines[0].quantity}; empty where the whole message is missing on one side.
 */
record FieldDifference(String message, String field, String recorded, String present) {
    String where() {
        return field.isEmpty() ? message : message + "." + field;
    }
}
