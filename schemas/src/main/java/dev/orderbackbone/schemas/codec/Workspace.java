package dev.orderbackbone.schemas.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which frames and lists a tree of values needs while one record is read. */
final class Workspace {
    private final List<Slots> frames = new ArrayList<>();
    private int lists;

    /** Index of a new frame. */
    int addFrame(Slots slots) {
        frames.add(slots);
        return frames.size() - 1;
    }

    /** Index of a new list. */
    int addList() {
        return lists++;
    }

    Frame[] newFrames() {
        return frames.stream()
                .map(slots -> new Frame(slots.references(), slots.primitives()))
                .toArray(Frame[]::new);
    }

    Items[] newItems() {
        Items[] items = new Items[lists];
        Arrays.setAll(items, index -> new Items());
        return items;
    }
}
