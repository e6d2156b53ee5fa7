package dev.orderbackbone.acceptance;

import dev.orderbackbone.local.Distribution;
import dev.orderbackbone.testkit.TemporaryFolder;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes a release with a defect, of the one that was built: its order-events cannot confirm an order. */
final class BadRelease {
    /** Where the built one is near, as files cannot be shared between file systems, and Java does not look for a jar's neighbours by a symbolic link. */
    private static final Path FOLDER = Path.of("target", "bad-release");

    private static final String PROGRAMS = "lib";
    private static final String REGISTRY = "registry";
    private static final String SERVICE = "order-events-service";
    private static final String CLASS = "/dev/orderbackbone/orderevents/domain/Confirming.class";
    private static final String METHOD = "confirm";
    private static final ClassDesc EXCEPTION = ClassDesc.of("java.lang.IllegalStateException");

    private BadRelease() {}

    /** Makes it of the same files, but for the one jar. */
    static Distribution make() throws IOException {
        Distribution good = Distribution.ofBuild();
        Path jar = good.jar(SERVICE);
        Distribution bad = new Distribution(FOLDER);
        new TemporaryFolder(FOLDER).delete();
        Files.createDirectories(bad.folder().resolve(PROGRAMS));
        Files.createSymbolicLink(bad.folder().resolve(REGISTRY), good.folder().resolve(REGISTRY));
        for (Path program : programs(good)) {
            Files.createLink(bad.folder().resolve(PROGRAMS).resolve(program.getFileName()), program);
        }
        Path spoilt = bad.jar(SERVICE);
        Files.delete(spoilt);
        spoil(Files.copy(jar, spoilt));
        return bad;
    }

    private static List<Path> programs(Distribution release) throws IOException {
        try (Stream<Path> files = Files.list(release.folder().resolve(PROGRAMS))) {
            return files.toList();
        }
    }

    private static void spoil(Path jar) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Path file = content.getPath(CLASS);
            ClassFile classes = ClassFile.of();
            Files.write(
                    file,
                    classes.transformClass(
                            classes.parse(Files.readAllBytes(file)),
                            ClassTransform.transformingMethods(
                                    method -> method.methodName().equalsString(METHOD), failing())));
        }
    }

    private static MethodTransform failing() {
        return (method, element) -> {
            if (element instanceof CodeModel) {
                method.withCode(BadRelease::fail);
            } else {
                method.with(element);
            }
        };
    }

    private static void fail(CodeBuilder code) {
        code.new_(EXCEPTION)
                .dup()
                .loadConstant("a defect of the new release")
                .invokespecial(
                        EXCEPTION,
                        ConstantDescs.INIT_NAME,
                        MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String))
                .athrow();
    }
}
