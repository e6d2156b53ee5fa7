package dev.orderbackbone.operator.demo.retail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Country names of the file as ISO 3166-1 alpha-2. */
final class Countries {
    private static final Map<String, String> OWN_WORDS =
            Map.of("EIRE", "IE", "RSA", "ZA", "USA", "US", "Hong Kong", "HK", "Czech Republic", "CZ");
    private static final Map<String, String> BY_NAME = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toMap(
                    code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH), Function.identity()));

    private Countries() {}

    /** The code; null for what is no country, such as Unspecified, European Community or Channel Islands. */
    static @Nullable String codeOf(String name) {
        String own = OWN_WORDS.get(name);
        return own != null ? own : BY_NAME.get(name);
    }
}
