package dev.orderbackbone.acceptance.runbook;

import java.util.ArrayList;
import java.util.List;

/** The words of a command line, as a shell takes them apart: by blanks, except within single or double quotes. Nothing else has a meaning. */
final class ShellWords {
    private static final String WITH_ANOTHER_MEANING = "$`|;&<>*?(){}\\";

    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote;

    private ShellWords(String line) {
        this.line = line;
    }

    /**
     * The words.
     *
     * @throws IllegalArgumentException if a shell would do more than take it apart, or a quote has no end.
     */
    static List<String> of(String line) {
        return new ShellWords(line).read();
    }

    private List<String> read() {
        line.chars().forEach(character -> read((char) character));
        if (quote != 0) {
            throw new IllegalArgumentException("a quote without an end: " + line);
        }
        end();
        return words;
    }

    private void read(char character) {
        if (quote != 0) {
            readQuoted(character);
        } else if (character == '\'' || character == '"') {
            quote = character;
            inWord = true;
        } else if (Character.isWhitespace(character)) {
            end();
        } else if (WITH_ANOTHER_MEANING.indexOf(character) >= 0) {
            throw new IllegalArgumentException("'" + character + "' means something to a shell: " + line);
        } else {
            append(character);
        }
    }

    private void readQuoted(char character) {
        if (character == quote) {
            quote = 0;
        } else {
            append(character);
        }
    }

    private void append(char character) {
        word.append(character);
        inWord = true;
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
