package dev.orderbackbone.microbenchmarks;

import dev.orderbackbone.benchmarks.BenchFailure;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** How JMH is asked. */
enum Measuring {
    /** As the benchmarks' annotations say, each in a process of its own: ten to fifteen seconds. */
    STANDARD {
        @Override
        ChainedOptionsBuilder options() {
            return new OptionsBuilder();
        }
    },

    /** One operation in this process: whether it runs at all. Its time says nothing. */
    ONCE {
        @Override
        ChainedOptionsBuilder options() {
            return new OptionsBuilder()
                    .mode(Mode.SingleShotTime)
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1);
        }
    };

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String PACKAGE = Measuring.class.getPackageName() + ".";
    /** Other processes of JMH's have the options of this one, the collector among them, but not its properties. */
    private static final String QUIET = "-Dlogback.configurationFile=bench-logback.xml";

    /** The names of all benchmarks that contain a text, in alphabetical order; letters' case does not count. */
    static List<String> names(String text) {
        return BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT), List.of())
                .stream()
                .map(BenchmarkListEntry::getUsername)
                .map(name -> name.substring(PACKAGE.length()))
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Measures one.
     *
     * @param name as {@link #names} has it.
     * @throws BenchFailure if it does not run.
     */
    Figure measure(String name) {
        try {
            return figure(name, run(name));
        } catch (RunnerException failure) {
            throw new BenchFailure(
                    name + " cannot be measured (--help says how to see the log of JMH): " + failure.getMessage(),
                    failure);
        }
    }

    abstract ChainedOptionsBuilder options();

    private Collection<RunResult> run(String name) throws RunnerException {
        return new Runner(options()
                        .include("^" + Pattern.quote(PACKAGE + name) + "$")
                        .addProfiler(GCProfiler.class)
                        .jvmArgsAppend(QUIET)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
    }

    private static Figure figure(String name, Collection<RunResult> results) {
        RunResult result = results.iterator().next();
        Result<?> time = result.getPrimaryResult();
        Result<?> allocated =
                Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED), ALLOCATED);
        return new Figure(name, time.getScore(), time.getScoreError(), allocated.getScore());
    }
}
