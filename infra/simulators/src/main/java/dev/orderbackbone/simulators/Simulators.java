package dev.orderbackbone.simulators;

import dev.orderbackbone.simulators.SimulatorsSettings.Part;
import dev.orderbackbone.simulators.config.Environment;
import dev.orderbackbone.simulators.gateway.GatewaySimulator;
import dev.orderbackbone.simulators.mail.MailSink;
import dev.orderbackbone.simulators.warehouse.WarehouseSimulator;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The simulators' process. Its exit code is 143 after SIGTERM, as of any JVM, 1 when it cannot start, 2 when its
 * settings are wrong.
 */
public final class Simulators implements AutoCloseable {

    private final List<Running> running = new ArrayList<>();

    private record Running(String description, Closing closing) {}

    @FunctionalInterface
    private interface Closing {
        void close() throws IOException;
    }

    private Simulators() {}

    public static void main(String[] arguments) throws InterruptedException {
        int status = run(arguments, System.getenv(), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(String[] arguments, Map<String, String> variables, PrintStream out, PrintStream err)
            throws InterruptedException {
        if (arguments.length > 0) {
            return explain(arguments, out, err);
        }
        Environment environment = new Environment(variables);
        SimulatorsSettings settings = SimulatorsSettings.read(environment);
        if (!environment.problems().isEmpty()) {
            environment.problems().forEach(err::println);
            return 2;
        }
        return serve(settings, out, err);
    }

    /**
     * Starts what the settings ask for.
     *
     * @throws IOException when a port or a ledger is taken or cannot be read; nothing is left running then.
     */
    public static Simulators start(SimulatorsSettings settings) throws IOException {
        Simulators simulators = new Simulators();
        try {
            for (Part part : Part.values()) {
                if (settings.parts().contains(part)) {
                    simulators.running.add(start(part, settings));
                }
            }
            return simulators;
        } catch (IOException e) {
            simulators.close();
            throw e;
        }
    }

    /** Where everything is, on one line. */
    public String describe() {
        return "simulators ready: "
                + String.join("; ", running.stream().map(Running::description).toList());
    }

    @Override
    public void close() throws IOException {
        for (Running part : running.reversed()) {
            part.closing().close();
        }
        running.clear();
    }

    private static Running start(Part part, SimulatorsSettings settings) throws IOException {
        return switch (part) {
            case GATEWAY -> gateway(settings);
            case MAIL -> mail(settings);
            case WAREHOUSE -> warehouse(settings);
        };
    }

    private static Running gateway(SimulatorsSettings settings) throws IOException {
        GatewaySimulator gateway =
                GatewaySimulator.start(settings.gateway(), settings.dataFolder(), settings.fsync(), Clock.systemUTC());
        return new Running("gateway " + gateway.address() + ", ledger " + gateway.ledger(), gateway::close);
    }

    private static Running mail(SimulatorsSettings settings) throws IOException {
        MailSink mail = MailSink.start(settings.mail(), settings.dataFolder(), settings.fsync(), Clock.systemUTC());
        return new Running(
                "mail smtp://127.0.0.1:" + mail.smtpPort() + " " + mail.address() + ", ledger " + mail.ledger(),
                mail::close);
    }

    private static Running warehouse(SimulatorsSettings settings) throws IOException {
        WarehouseSimulator warehouse = WarehouseSimulator.start(settings.warehouse(), Clock.systemUTC());
        return new Running(
                "warehouse " + warehouse.address() + ", follows "
                        + settings.warehouse().bootstrapServers(),
                warehouse::close);
    }

    private static int serve(SimulatorsSettings settings, PrintStream out, PrintStream err)
            throws InterruptedException {
        try {
            Simulators simulators = start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(simulators, err), "stop"));
            out.println(simulators.describe());
            out.flush();
        } catch (IOException e) {
            err.println("cannot start: " + e.getMessage());
            return 1;
        }
        // until a signal ends the process
        new CountDownLatch(1).await();
        return 0;
    }

    private static void stop(Simulators simulators, PrintStream err) {
        try {
            simulators.close();
        } catch (IOException e) {
            err.println("could not stop cleanly: " + e.getMessage());
        }
    }

    private static int explain(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length == 1 && arguments[0].equals("--help")) {
            out.print(Help.text());
            return 0;
        }
        err.println("unknown argument; try --help");
        return 2;
    }
}
