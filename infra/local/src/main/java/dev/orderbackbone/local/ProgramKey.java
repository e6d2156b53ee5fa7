package dev.orderbackbone.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** A short name of exactly this program on exactly this JVM: it changes with any jar's name, size or time. */
final class ProgramKey {

    private static final int HEX_DIGITS = 16;

    private ProgramKey() {}

    static String of(JavaProgram program) {
        try (JarFile jar = new JarFile(program.jar().toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, System.getProperty("java.vm.version") + System.getProperty("java.home"));
            add(digest, String.join(" ", program.options()));
            addFile(digest, program.jar());
            for (String entry : classPath(jar).split(" ", -1)) {
                addFile(digest, program.jar().resolveSibling(entry));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String classPath(JarFile jar) throws IOException {
        @Nullable Manifest manifest = jar.getManifest();
        @Nullable
        String classPath =
                manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        return classPath == null ? "" : classPath;
    }

    private static void addFile(MessageDigest digest, Path path) {
        File file = path.toFile();
        add(digest, file + " " + file.length() + " " + file.lastModified());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(UTF_8));
        digest.update((byte) '\n');
    }
}
