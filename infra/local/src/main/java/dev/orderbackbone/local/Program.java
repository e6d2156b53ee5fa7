package dev.orderbackbone.local;

import java.util.List;

/** What a process runs. */
public sealed interface Program permits JavaProgram, NativeProgram {

    /** A program that is no JVM. */
    static Program of(List<String> command) {
        return new NativeProgram(command);
    }
}
