package dev.orderbackbone.guards;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What makes a function answer differently the second time. */
final class Impurity {

    private static final Set<Class<?>> MAKERS =
            Set.of(InstantSource.class, RandomGenerator.class, Random.class, Date.class);

    private static final Set<String> MADE_BY_SYSTEM =
            Set.of("currentTimeMillis", "nanoTime", "getenv", "getProperty", "getProperties", "getLogger");

    private static final Set<String> INPUT_OUTPUT =
            Set.of("java.io", "java.net", "java.nio", "java.sql", "java.util.logging", "java.util.concurrent");

    /** Named in passing by what is pure; they touch nothing. */
    private static final Set<String> HARMLESS =
            Set.of("java.io.Serializable", UncheckedIOException.class.getName(), "java.nio.charset.StandardCharsets");

    private Impurity() {}

    /** Accesses, not calls: {@code UUID::randomUUID} makes an id as well as {@code UUID.randomUUID()} does. */
    static DescribedPredicate<JavaAccess<?>> timeOrRandomness() {
        return describe("make time or randomness", Impurity::makesTimeOrRandomness);
    }

    static DescribedPredicate<JavaFieldAccess> standardStreams() {
        return describe(
                "use a standard stream",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                        && (access.getTarget().getRawType().isAssignableTo(OutputStream.class)
                                || access.getTarget().getRawType().isAssignableTo(InputStream.class)));
    }

    static DescribedPredicate<JavaClass> inputOutputOrThreads() {
        return describe(
                "do input, output or threads",
                type -> !HARMLESS.contains(type.getName())
                        && (type.isEquivalentTo(Thread.class)
                                || INPUT_OUTPUT.stream().anyMatch(room -> isBelow(room, type.getPackageName()))));
    }

    private static boolean makesTimeOrRandomness(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        return MAKERS.stream().anyMatch(owner::isAssignableTo)
                || (isBelow("java.time", owner.getPackageName()) && name.equals("now"))
                || (owner.isEquivalentTo(System.class) && MADE_BY_SYSTEM.contains(name))
                || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                || (owner.isEquivalentTo(Math.class) && name.equals("random"));
    }

    private static boolean isBelow(String room, String packageName) {
        return packageName.equals(room) || packageName.startsWith(room + ".");
    }
}
