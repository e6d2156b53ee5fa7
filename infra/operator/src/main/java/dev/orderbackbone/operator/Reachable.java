package dev.orderbackbone.operator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;

/** Tells at once that nobody listens: Kafka's own clients would try for a minute, and then name a call that timed out. */
public final class Reachable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Pattern ADDRESS = Pattern.compile("\\[?(.+?)]?:(\\d{1,5})");

    private Reachable() {}

    /**
     * Returns where one of the bootstrap servers listens, or their addresses cannot be made out.
     *
     * @throws CommandFailure if none does.
     */
    public static void requireKafka(Map<String, Object> clientProperties) {
        String servers = String.valueOf(clientProperties.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
        List<Matcher> addresses = Arrays.stream(servers.split(",", -1))
                .map(address -> ADDRESS.matcher(address.strip()))
                .toList();
        if (addresses.stream().allMatch(Matcher::matches) && addresses.stream().noneMatch(Reachable::listens)) {
            throw new CommandFailure("nobody listens at " + servers
                    + ", where Kafka should be: './backbone status' tells " + "what runs, './backbone up' starts it");
        }
    }

    private static boolean listens(Matcher address) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2))),
                    Math.toIntExact(PATIENCE.toMillis()));
            return true;
        } catch (IOException | IllegalArgumentException silence) {
            return false;
        }
    }
}
