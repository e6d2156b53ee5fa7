package dev.orderbackbone.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Command lines that make no sense: they must be refused, by exit code 2, before anything is read. */
public final class RefusedCommandLines {
    private RefusedCommandLines() {}

    /** What is said about one, given as words between blanks. */
    public static String complaintAbout(String words) {
        StringWriter err = new StringWriter();
        CommandLine line = Backbone.commandLine().setErr(new PrintWriter(err, true));
        assertThat(line.execute(words.split(" ", -1))).isEqualTo(2);
        return err.toString();
    }
}
