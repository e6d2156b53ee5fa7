package dev.orderbackbone.schemas.release;

import dev.orderbackbone.schemas.registry.CompatibilityLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/**
 * What a schema may not do to those that were released before it: whatever Avro calls incompatible in either direction, and what Avro lets pass though
 * it changes what values mean. A symbol that is removed would be read as UNKNOWN, a timestamp in other units as another time.
 */
final class ReleaseRules {
    private final List<String> violations = new ArrayList<>();

    private ReleaseRules() {}

    /** What the present schema does wrong; empty if nothing. */
    static List<String> violations(Schema present, List<Schema> released) {
        ReleaseRules rules = new ReleaseRules();
        rules.violations.addAll(
                CompatibilityLevel.FULL_TRANSITIVE.check(present, released).messages());
        released.forEach(former -> rules.compare(present.getName(), present, former));
        return rules.violations;
    }

    private void compare(String place, Schema present, Schema former) {
        if (present.getType() != former.getType()) {
            return; // Avro has said whether that will do
        }
        if (!Objects.equals(logicalType(present), logicalType(former))) {
            violations.add(place + " was " + logicalType(former) + " and is " + logicalType(present));
        }
        switch (present.getType()) {
            case RECORD -> compareFields(place, present, former);
            case ENUM -> compareSymbols(place, present, former);
            case UNION -> compareBranches(place, present, former);
            case ARRAY -> compare(place + "[]", present.getElementType(), former.getElementType());
            case MAP -> compare(place + "{}", present.getValueType(), former.getValueType());
            case FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    private void compareFields(String place, Schema present, Schema former) {
        for (Schema.Field field : former.getFields()) {
            Schema.Field same = present.getField(field.name());
            if (same != null) {
                compare(place + "." + field.name(), same.schema(), field.schema());
            }
        }
    }

    private void compareSymbols(String place, Schema present, Schema former) {
        List<String> gone = new ArrayList<>(former.getEnumSymbols());
        gone.removeAll(present.getEnumSymbols());
        if (!gone.isEmpty()) {
            violations.add(place + " has lost " + gone);
        }
        if (!Objects.equals(present.getEnumDefault(), former.getEnumDefault())) {
            violations.add(
                    place + " had the default " + former.getEnumDefault() + " and has " + present.getEnumDefault());
        }
    }

    private void compareBranches(String place, Schema present, Schema former) {
        var branches = present.getTypes().stream().collect(Collectors.toMap(Schema::getFullName, Function.identity()));
        for (Schema branch : former.getTypes()) {
            compare(place, branches.getOrDefault(branch.getFullName(), branch), branch);
        }
    }

    private static String logicalType(Schema schema) {
        LogicalType type = schema.getLogicalType();
        return type == null ? "plain" : type.getName();
    }
}
