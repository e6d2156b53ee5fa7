package dev.orderbackbone.operator.groups;

import java.util.List;

/**
 * A consumer group.
 *
 * @param type such as Classic, Consumer or Share.
 * @param state such as Stable or Empty.
 * @param members who is in it.
 */
record Group(String name, String type, String state, List<String> members) {
    Group {
        members = List.copyOf(members);
    }

    Ownership ownership() {
        return Ownership.of(name);
    }
}
