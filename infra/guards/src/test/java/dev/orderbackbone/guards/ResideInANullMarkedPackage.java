package dev.orderbackbone.guards;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** {@code @NullMarked} on a package holds for that package only, not for the packages below it. */
final class ResideInANullMarkedPackage extends ArchCondition<JavaClass> {

    ResideInANullMarkedPackage() {
        super("reside in a package with a package-info that says @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(
                type, marked, "Class <" + type.getName() + (marked ? "> is null-marked" : "> is not null-marked")));
    }
}
