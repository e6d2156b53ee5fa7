package dev.orderbackbone.operator;

import dev.orderbackbone.local.LocalKey;
import dev.orderbackbone.local.LocalSettings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the processes of the services are reached, for what only they know or can do. */
public final class ServiceOptions {
    private static final String VARIABLE = "SERVICES_URLS";

    private final Map<String, String> environment = System.getenv();

    @Option(
            names = "--services",
            paramLabel = "URL",
            split = ",",
            description =
                    "Addresses of all processes of the services. Default: $SERVICES_URLS, else the local installation's.")
    private List<String> services = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /**
     * The addresses.
     *
     * @param settings of the local installation.
     * @throws ParameterException if one of those that the user gave is no address.
     */
    public List<URI> addresses(LocalSettings settings) {
        String variable = environment.getOrDefault(VARIABLE, "");
        if (services.isEmpty() && variable.isBlank()) {
            return local(settings);
        }
        List<String> named = services.isEmpty() ? Arrays.asList(variable.split(",", -1)) : services;
        return named.stream().map(this::address).toList();
    }

    private URI address(String text) {
        try {
            URI address = URI.create(text.strip());
            if ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException noAddress) {
            throw new ParameterException(spec.commandLine(), "not an address of a service: " + text, noAddress);
        }
        throw new ParameterException(spec.commandLine(), "not an http(s) address of a service: " + text);
    }

    private static List<URI> local(LocalSettings settings) {
        return Stream.of(
                        LocalKey.ORDER_EVENTS_PORT,
                        LocalKey.INVENTORY_PROJECTOR_PORT,
                        LocalKey.PAYMENT_PROCESSOR_PORT,
                        LocalKey.NOTIFICATION_SENDER_PORT)
                .map(port -> URI.create("http://127.0.0.1:" + settings.number(port)))
                .toList();
    }
}
