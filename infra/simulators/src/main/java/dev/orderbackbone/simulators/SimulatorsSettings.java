package dev.orderbackbone.simulators;

import dev.orderbackbone.simulators.config.Environment;
import dev.orderbackbone.simulators.gateway.GatewaySettings;
import dev.orderbackbone.simulators.mail.MailSettings;
import dev.orderbackbone.simulators.warehouse.WarehouseSettings;
import java.nio.file.Path;
import java.util.Set;

/**
 * Settings of the process.
 *
 * @param parts what to run.
 * @param dataFolder where the ledgers are.
 * @param fsync whether an acknowledgement also survives a crash of the machine.
 */
public record SimulatorsSettings(
        Set<Part> parts,
        Path dataFolder,
        boolean fsync,
        GatewaySettings gateway,
        MailSettings mail,
        WarehouseSettings warehouse) {

    /** The warehouse needs a cluster, so it has to be asked for. */
    private static final Set<Part> USUAL = Set.of(Part.GATEWAY, Part.MAIL);

    /** What can be switched on and off. */
    public enum Part {
        GATEWAY,
        MAIL,
        WAREHOUSE
    }

    public SimulatorsSettings {
        parts = Set.copyOf(parts);
    }

    /** Reads them; what is wrong stands in the environment's problems. */
    public static SimulatorsSettings read(Environment environment) {
        Set<Part> parts = environment.someOf("SIMULATORS_RUN", Part.class, USUAL, "what to run, separated by commas");
        Path dataFolder =
                environment.path("SIMULATORS_DATA_DIR", Path.of(".backbone", "simulators"), "folder of the ledgers");
        boolean fsync = environment.flag(
                "SIMULATORS_FSYNC",
                false,
                "acknowledge only what survives a crash of the machine, not just of the process");
        long seed = environment.whole(
                "SIMULATORS_SEED", 1, Long.MIN_VALUE, Long.MAX_VALUE, "another one chooses other requests for faults");
        SimulatorsSettings settings = new SimulatorsSettings(
                parts,
                dataFolder,
                fsync,
                GatewaySettings.read(environment, seed),
                MailSettings.read(environment, seed),
                WarehouseSettings.read(environment, seed));
        refuseUnknown(environment);
        return settings;
    }

    /** Only names that nobody else uses: a payment processor has a GATEWAY_URL too. */
    private static void refuseUnknown(Environment environment) {
        environment.refuseUnknown("SIMULATORS_", "");
        environment.refuseUnknown("GATEWAY_", "_PERCENT");
        environment.refuseUnknown("MAIL_", "_PERCENT");
        environment.refuseUnknown("WAREHOUSE_", "");
    }
}
