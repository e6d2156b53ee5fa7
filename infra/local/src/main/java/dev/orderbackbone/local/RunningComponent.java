package dev.orderbackbone.local;

import java.nio.file.Path;

/** A component and its process. */
public final class RunningComponent implements AutoCloseable {

    private final Launcher launcher;
    private final Component component;
    private volatile ManagedProcess process;

    RunningComponent(Launcher launcher, Component component, ManagedProcess process) {
        this.launcher = launcher;
        this.component = component;
        this.process = process;
    }

    /** What runs. */
    public Component component() {
        return component;
    }

    /** Of the process; another one after a restart. */
    public long pid() {
        return process.handle().pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its log. */
    public Path log() {
        return launcher.folder().log(component.name());
    }

    /** For tests: lets it live at most as long as this JVM, also when that is killed with {@code kill -9}. */
    public void endWithThisJvm() {
        process.guard();
    }

    /** Asks it to end in good order; returns when it has ended, one way or the other. */
    public void stop() {
        launcher.stop(component, process);
    }

    /** Ends it as {@code kill -9} does. What it has promised to keep is still there after {@link #restart}. */
    public void kill() {
        process.kill();
    }

    /** Holds it still, as {@code kill -STOP} does: it answers nothing, and its connections stay open. */
    public void pause() {
        signal("STOP");
    }

    /** Lets it go on. */
    public void resume() {
        signal("CONT");
    }

    /**
     * Starts it again on the same data and ports, ended or not.
     *
     * @throws StartFailure when it does not come up.
     */
    public void restart() {
        if (isAlive()) {
            stop();
        }
        process = launcher.launch(component);
    }

    @Override
    public void close() {
        stop();
    }

    private void signal(String signal) {
        Signals.send(signal, process.handle().pid());
    }
}
