package dev.orderbackbone.local;

import java.util.List;

record NativeProgram(List<String> command) implements Program {

    NativeProgram {
        command = List.copyOf(command);
    }
}
