package dev.orderbackbone.local;

import java.nio.file.Path;
import java.time.Duration;

/** The main class of a JVM that starts a component, prints its pid, and stays. */
final class SleepLauncher {

    static final Component SLEEP = new Shell("sleep", "touch ready; exec sleep 300");

    private SleepLauncher() {}

    public static void main(String[] arguments) throws InterruptedException {
        Launcher launcher = launcher(Path.of(arguments[0]), Lifetime.valueOf(arguments[1]));
        System.out.println(launcher.start(SLEEP).pid());
        Thread.sleep(Duration.ofMinutes(5));
    }

    static Launcher launcher(Path folder, Lifetime lifetime) {
        return new Launcher(DataFolder.of(folder), lifetime, new StartCache(folder, StartCache.Mode.OFF));
    }
}
