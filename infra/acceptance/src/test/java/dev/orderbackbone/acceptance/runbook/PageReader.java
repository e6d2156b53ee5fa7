package dev.orderbackbone.acceptance.runbook;

import java.util.ArrayList;
import java.util.List;

/** Reads a page. Used once. */
final class PageReader {
    private static final String FENCE = "```";
    private static final String COMMANDS = "sh";
    private static final String HEADING = "#";
    private static final String GOES_ON = "\\";

    private final String page;
    private final List<Section> sections = new ArrayList<>();
    private String heading = "";
    private List<Step> steps = new ArrayList<>();

    PageReader(String page) {
        this.page = page;
    }

    /** @throws IllegalArgumentException naming page and line, if a block is none of those that can be read. */
    List<Section> read(List<String> lines) {
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            if (line.startsWith(FENCE)) {
                int end = endOf(lines, at);
                block(line.substring(FENCE.length()).strip(), at + 1, lines.subList(at + 1, end));
                at = end;
            } else if (line.startsWith(HEADING)) {
                endSection();
                heading = line.substring(line.indexOf(' ') + 1).strip();
            }
            at++;
        }
        endSection();
        return sections;
    }

    private void endSection() {
        if (!heading.isEmpty() || !steps.isEmpty()) {
            sections.add(new Section(heading, steps));
        }
        steps = new ArrayList<>();
    }

    private int endOf(List<String> lines, int begin) {
        for (int at = begin + 1; at < lines.size(); at++) {
            if (lines.get(at).startsWith(FENCE)) {
                return at;
            }
        }
        throw wrong(begin + 1, "a block without an end");
    }

    private void block(String language, int line, List<String> content) {
        switch (language) {
            case COMMANDS -> steps.add(new Step(commands(line, content), new Excerpt(List.of())));
            case "" -> {
                if (steps.isEmpty()) {
                    throw wrong(line, "no command before it prints this block");
                }
                steps.add(steps.removeLast().showing(content));
            }
            default -> throw wrong(line, "a block is sh, or what that prints, but not " + language);
        }
    }

    private List<Command> commands(int fence, List<String> content) {
        List<Command> commands = new ArrayList<>();
        StringBuilder written = new StringBuilder();
        int begin = 0;
        for (int at = 0; at < content.size(); at++) {
            String line = content.get(at).strip();
            if (written.isEmpty()) {
                begin = fence + 1 + at;
            }
            if (line.endsWith(GOES_ON)) {
                written.append(line, 0, line.length() - GOES_ON.length()).append(' ');
            } else {
                written.append(line);
                add(commands, begin, written.toString());
                written.setLength(0);
            }
        }
        if (!written.isEmpty()) {
            throw wrong(begin, "a command without an end");
        }
        return commands;
    }

    private void add(List<Command> commands, int line, String written) {
        if (!written.isBlank() && !written.startsWith(HEADING)) {
            try {
                commands.add(Command.of(line, written));
            } catch (IllegalArgumentException unreadable) {
                throw wrong(line, String.valueOf(unreadable.getMessage()));
            }
        }
    }

    private IllegalArgumentException wrong(int line, String why) {
        return new IllegalArgumentException(page + ", line " + line + ": " + why);
    }
}
