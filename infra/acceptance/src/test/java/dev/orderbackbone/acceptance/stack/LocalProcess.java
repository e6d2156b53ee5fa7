package dev.orderbackbone.acceptance.stack;

import dev.orderbackbone.local.RunningComponent;

/** A child process of this JVM. */
record LocalProcess(RunningComponent component) implements KillableProcess {
    @Override
    public void kill() {
        component.kill();
    }

    @Override
    public void restart() {
        component.restart();
    }
}
