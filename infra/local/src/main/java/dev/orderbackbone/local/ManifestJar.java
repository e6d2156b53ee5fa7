package dev.orderbackbone.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** A jar that has a manifest only: it names a main class and a class path, so that {@code java -jar} starts them. */
final class ManifestJar {

    private ManifestJar() {}

    /** Writes it unless the same stands there already: a cache of the JVM goes by its time. */
    static Path write(
            Path folder, String name, String mainClass, List<Path> classPath, Map<String, String> attributes) {
        try {
            Path jar = folder.resolve(name);
            byte[] content = content(manifest(folder, mainClass, classPath, attributes));
            if (!Arrays.equals(content, contentOf(jar))) {
                Files.createDirectories(folder);
                Path whole = Files.createTempFile(folder, name, ".new");
                Files.write(whole, content);
                Files.move(whole, jar, ATOMIC_MOVE, REPLACE_EXISTING);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Manifest manifest(Path folder, String mainClass, List<Path> classPath, Map<String, String> more) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, mainClass);
        attributes.put(Attributes.Name.CLASS_PATH, relative(folder, classPath));
        new TreeMap<>(more).forEach(attributes::putValue); // a Map.of has another order in each JVM
        return manifest;
    }

    /** Relative, since the JVM's caches do not follow absolute ones. */
    private static String relative(Path folder, List<Path> classPath) {
        return classPath.stream()
                .map(entry -> folder.relativize(entry))
                .map(ManifestJar::encode)
                .collect(Collectors.joining(" "));
    }

    private static String encode(Path path) {
        try {
            return new URI(null, null, path.toString(), null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path.toString(), e);
        }
    }

    private static byte[] content(Manifest manifest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("META-INF/MANIFEST.MF");
            entry.setTime(0);
            jar.putNextEntry(entry);
            manifest.write(jar);
            jar.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] contentOf(Path jar) throws IOException {
        try {
            return Files.readAllBytes(jar);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }
}
