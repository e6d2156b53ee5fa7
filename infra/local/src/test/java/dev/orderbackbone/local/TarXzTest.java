package dev.orderbackbone.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class TarXzTest {

    private static final int EXECUTABLE = 0100755;

    @TempDir
    Path folder;

    private Path target;
    private ByteArrayOutputStream bytes;
    private TarArchiveOutputStream archive;

    @BeforeEach
    void setUp() throws IOException {
        target = folder.resolve("target");
        bytes = new ByteArrayOutputStream();
        archive = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)));
    }

    @Test
    void unpacksProgramsFilesAndLinks() throws IOException {
        file("bin/program", EXECUTABLE);
        file("share/text", TarArchiveEntry.DEFAULT_FILE_MODE);
        link("lib/link", "../share/text");

        unpack();

        assertThat(target.resolve("bin/program")).isExecutable().hasContent("bin/program");
        assertThat(target.resolve("share/text")).hasContent("share/text");
        assertThat(target.resolve("share/text").toFile().canExecute()).isFalse();
        assertThat(target.resolve("lib/link")).isSymbolicLink().hasContent("share/text");
    }

    @Test
    void refusesAFileOutsideOfItsFolder() throws IOException {
        file("../outside", TarArchiveEntry.DEFAULT_FILE_MODE);

        assertThatThrownBy(this::unpack).hasMessageContaining("leads out of its folder");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    @Test
    void refusesALinkOutOfItsFolder() throws IOException {
        link("lib/link", "../../outside");

        assertThatThrownBy(this::unpack).hasMessageContaining("leads out of its folder");
    }

    private void file(String name, int mode) throws IOException {
        byte[] content = name.getBytes(UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize(content.length);
        archive.putArchiveEntry(entry);
        archive.write(content);
        archive.closeArchiveEntry();
    }

    private void link(String name, String to) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(to);
        archive.putArchiveEntry(entry);
        archive.closeArchiveEntry();
    }

    private void unpack() throws IOException {
        archive.close();
        TarXz.unpack(new ByteArrayInputStream(bytes.toByteArray()), target);
    }
}
