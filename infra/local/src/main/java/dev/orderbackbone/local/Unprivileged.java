package dev.orderbackbone.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run a program that refuses to run as root. Containers often have no other user.
 *
 * @param prefix what to write before the command; each of these replaces itself by the command, so the pid stays.
 * @param ownsFiles whether the program then has another user id, so that its files must belong to that.
 */
record Unprivileged(List<String> prefix, boolean ownsFiles) {

    private static final int NOBODY = 65_534;

    private static final Unprivileged AS_IS = new Unprivileged(List.of(), false);

    /** In a user namespace of its own a process that root has started is not root, and yet owns root's files. */
    private static final Unprivileged NAMESPACE = new Unprivileged(List.of("unshare", "--user"), false);

    /** Where namespaces are forbidden. All folders above the data must let others pass. */
    private static final Unprivileged OTHER_USER =
            new Unprivileged(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), true);

    private static final Unprivileged USER = choose();

    /** The way for the user that runs this. */
    static Unprivileged user() {
        return USER;
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Hands files to the user that the program will be. */
    void own(Path folder) {
        if (!ownsFiles) {
            return;
        }
        try {
            for (Path path : Folders.contents(folder)) {
                Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(path, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Unprivileged choose() {
        if (!System.getProperty("user.name").equals("root")) {
            return AS_IS;
        }
        return works(NAMESPACE) ? NAMESPACE : OTHER_USER;
    }

    private static boolean works(Unprivileged way) {
        try {
            return new ProcessBuilder(way.command(List.of("true")))
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
