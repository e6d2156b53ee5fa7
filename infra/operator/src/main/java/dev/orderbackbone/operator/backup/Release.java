package dev.orderbackbone.operator.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which release of the backbone this is. */
final class Release {
    private Release() {}

    /** Its version, such as 0.1.0. */
    static String current() {
        try (InputStream resource = Release.class.getResourceAsStream("/release.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(resource, "release.properties is missing from the jar"));
            return properties.getProperty("release");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
