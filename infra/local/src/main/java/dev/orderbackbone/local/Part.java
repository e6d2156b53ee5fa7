package dev.orderbackbone.local;

import java.util.List;

/** A component of the installation, and which others must be ready before it is started. */
record Part(Component component, List<String> needs) {

    Part(Component component, String... needs) {
        this(component, List.of(needs));
    }

    /** The same, when what it needed is there anyway. */
    Part without(String need) {
        return new Part(
                component, needs.stream().filter(name -> !name.equals(need)).toList());
    }

    String name() {
        return component.name();
    }
}
