package dev.orderbackbone.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a user has set, and the defaults for the rest. Immutable. */
public final class LocalSettings {

    /** In the data folder. */
    public static final String FILE = "local.properties";

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Map<LocalKey, String> values;

    private LocalSettings(Map<LocalKey, String> values) {
        this.values = values;
    }

    /**
     * The environment wins over the file, the file over the defaults.
     *
     * @param folder whose {@code local.properties} is read if it is there.
     * @throws InvalidSettings if a value cannot be used, a key of the file is unknown, or a port is given twice.
     */
    public static LocalSettings load(DataFolder folder, Map<String, String> environment) {
        return of(properties(folder.root().resolve(FILE)), environment);
    }

    /** For tests: the defaults, on other ports than those of anything else on this machine. */
    public static LocalSettings onFreePorts() {
        return of(new Properties(), Map.of()).withFreePorts();
    }

    /** These, on other ports than those of anything else on this machine. */
    public LocalSettings withFreePorts() {
        Iterator<Integer> ports =
                IntStream.generate(ListenPort::free).distinct().iterator();
        EnumMap<LocalKey, String> others = new EnumMap<>(values);
        others.replaceAll((key, value) -> key.isPort() ? Integer.toString(ports.next()) : value);
        return new LocalSettings(others);
    }

    /**
     * These, with another value.
     *
     * @throws InvalidSettings if it cannot be used.
     */
    public LocalSettings with(LocalKey key, String value) {
        key.problem(value).ifPresent(problem -> {
            throw new InvalidSettings(List.of(problem));
        });
        EnumMap<LocalKey, String> others = new EnumMap<>(values);
        others.put(key, value);
        return new LocalSettings(others);
    }

    static LocalSettings of(Properties file, Map<String, String> environment) {
        EnumMap<LocalKey, String> values = new EnumMap<>(LocalKey.class);
        for (LocalKey key : LocalKey.values()) {
            String fromFile = file.getProperty(key.key(), key.fallback());
            values.put(key, environment.getOrDefault(key.variable(), fromFile).strip());
        }
        List<String> problems = new ArrayList<>(unknownKeys(file));
        values.forEach((key, value) -> key.problem(value).ifPresent(problems::add));
        problems.addAll(sharedPorts(values));
        if (!problems.isEmpty()) {
            throw new InvalidSettings(problems);
        }
        return new LocalSettings(values);
    }

    public String text(LocalKey key) {
        return Optional.ofNullable(values.get(key)).orElseThrow();
    }

    public int number(LocalKey key) {
        return Integer.parseInt(text(key));
    }

    /** The parts of a value that are separated by blanks; none where it is empty. */
    List<String> words(LocalKey key) {
        return text(key).isEmpty() ? List.of() : List.of(BLANKS.split(text(key)));
    }

    public boolean isOn(LocalKey key) {
        return text(key).equals("on");
    }

    /** What the four services are told to go by, as environment variables. */
    public Map<String, String> serviceVariables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("PAYMENT_ASK_AFTER", text(LocalKey.PAYMENT_ASK_AFTER));
        words(LocalKey.SERVICES_SETTINGS).forEach(setting -> {
            int equals = setting.indexOf('=');
            variables.put(setting.substring(0, equals), setting.substring(equals + 1));
        });
        return variables;
    }

    StartCache.Mode startCacheMode() {
        return isOn(LocalKey.START_CACHE) ? StartCache.Mode.READ_AND_WRITE : StartCache.Mode.OFF;
    }

    ListenPort port(LocalKey key) {
        return new ListenPort(key.key() + " in " + FILE + " or " + key.variable(), number(key));
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private static List<String> unknownKeys(Properties file) {
        String known = Arrays.stream(LocalKey.values()).map(LocalKey::key).collect(Collectors.joining(", "));
        return file.stringPropertyNames().stream()
                .filter(key -> LocalKey.find(key).isEmpty())
                .sorted()
                .map(key -> key + ": there is no such setting; there are " + known)
                .toList();
    }

    private static List<String> sharedPorts(Map<LocalKey, String> values) {
        Map<String, List<String>> keysByPort = values.entrySet().stream()
                .filter(entry -> entry.getKey().isPort())
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        Collectors.mapping(entry -> entry.getKey().key(), Collectors.toList())));
        return keysByPort.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> String.join(", ", entry.getValue()) + ": all are " + entry.getKey())
                .toList();
    }
}
