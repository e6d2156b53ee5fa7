package dev.orderbackbone.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.simulators.testing.GatewayClient;
import dev.orderbackbone.simulators.testing.SimulatorProcess;
import dev.orderbackbone.simulators.testing.SimulatorProcess.Ended;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorsProcessTest {

    /** 128 + SIGTERM, as of any JVM. */
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    Path folder;

    @Test
    void saysOnOneLineWhereEverythingIsAndStopsCleanly() throws Exception {
        try (SimulatorProcess process = SimulatorProcess.start(folder, Map.of())) {
            assertThat(process.readyLine())
                    .startsWith("simulators ready: gateway http://127.0.0.1:")
                    .contains("mail smtp://127.0.0.1:")
                    .contains(folder.toString());
            try (GatewayClient client = process.gateway()) {
                assertThat(client.get("/health").status()).isEqualTo(200);
            }

            assertThat(process.stop()).isEqualTo(ENDED_BY_SIGTERM);
        }
    }

    @Test
    void runsOnlyWhatItIsAskedTo() throws Exception {
        try (SimulatorProcess process = SimulatorProcess.start(folder, Map.of("SIMULATORS_RUN", "GATEWAY"))) {
            assertThat(process.readyLine()).contains("gateway").doesNotContain("mail");
        }
    }

    @Test
    void printsItsHelp() throws Exception {
        Ended ended = SimulatorProcess.run(Map.of(), folder, "--help");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).contains("GATEWAY_PORT").contains("PUT /v1/faults");
    }

    @Test
    void namesEveryWrongSetting() throws Exception {
        Ended ended = SimulatorProcess.run(
                Map.of("GATEWAY_PORT", "99999", "GATEWAY_DECLINE_PERCENT", "many", "SIMULATORS_RUN", "GATEWAY,FAX"),
                folder);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.output())
                .contains("GATEWAY_PORT must be a whole number, 0 to 65535, not \"99999\"")
                .contains("GATEWAY_DECLINE_PERCENT must be a number, 0 to 100, not \"many\"")
                .contains("SIMULATORS_RUN must be some of GATEWAY,MAIL,WAREHOUSE, not \"GATEWAY,FAX\"");
    }

    @Test
    void refusesAnUnknownArgument() throws Exception {
        assertThat(SimulatorProcess.run(Map.of(), folder, "--halp").exitCode()).isEqualTo(2);
    }

    @Test
    void saysThatAPortIsTakenAndLeavesNothingRunning() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = SimulatorProcess.run(Map.of("SMTP_PORT", "" + taken.getLocalPort()), folder);

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output()).contains("mail sink (SMTP) cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void saysThatItsLedgerIsTaken() throws Exception {
        try (SimulatorProcess process = SimulatorProcess.start(folder, Map.of())) {
            assertThat(process.readyLine()).isNotEmpty();
            Ended ended = SimulatorProcess.run(Map.of(), folder);

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output()).contains("cannot start: another simulator has");
        }
    }
}
