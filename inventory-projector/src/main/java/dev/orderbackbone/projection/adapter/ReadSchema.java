package dev.orderbackbone.projection.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The schema of one version of the read models.
 *
 * @param version its number, 1 or more.
 */
record ReadSchema(int version) {
    private static final String PLACE = "${schema}";
    private static final String TABLES = "/read/tables.sql";
    private static final String VIEWS = "/read/views.sql";

    /** Its name in the database. */
    String name() {
        return "read_" + version;
    }

    /** A statement in which {@code ${schema}} stands for the name. */
    String in(String statement) {
        return statement.replace(PLACE, name());
    }

    /** Statements that make the schema with all its tables. */
    String tables() {
        return in(resource(TABLES));
    }

    /** Statements that let the mart show this version. */
    String views() {
        return in(resource(VIEWS));
    }

    /** Tells whether the tables of a version were made by a release with the same definitions. */
    static String tablesHash() {
        return hashOf(resource(TABLES));
    }

    /** Tells whether the views were made by a release with the same definitions. */
    static String viewsHash() {
        return hashOf(resource(VIEWS));
    }

    private static String resource(String name) {
        try (InputStream resource = ReadSchema.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String hashOf(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
