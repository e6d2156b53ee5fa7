package dev.orderbackbone.simulators.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

    enum Colour {
        RED,
        GREEN
    }

    @Test
    void readsEveryKindOfSetting() {
        Environment environment = new Environment(Map.of(
                "WHOLE",
                " 10 ",
                "PERCENT",
                "2.5",
                "FLAG",
                "true",
                "PATH",
                "a/b",
                "ONE",
                "GREEN",
                "SOME",
                "GREEN, RED"));

        assertThat(environment.whole("WHOLE", 1, 0, 10, "")).isEqualTo(10);
        assertThat(environment.percent("PERCENT", "")).isEqualTo(2.5);
        assertThat(environment.flag("FLAG", false, "")).isTrue();
        assertThat(environment.path("PATH", Path.of("c"), "")).isEqualTo(Path.of("a", "b"));
        assertThat(environment.oneOf("ONE", Colour.class, Colour.RED, "")).isEqualTo(Colour.GREEN);
        assertThat(environment.someOf("SOME", Colour.class, Set.of(Colour.values()), ""))
                .isEqualTo(Set.of(Colour.RED, Colour.GREEN));
        assertThat(environment.problems()).isEmpty();
    }

    @Test
    void anEmptyVariableIsNotSet() {
        Environment environment = new Environment(Map.of("WHOLE", " "));

        assertThat(environment.whole("WHOLE", 3, 0, 10, "")).isEqualTo(3);
        assertThat(environment.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "-1", "x", "1.0", "99999999999999999999"})
    void saysWhichRuleAValueBreaks(String value) {
        Environment environment = new Environment(Map.of("WHOLE", value));

        environment.whole("WHOLE", 3, 0, 10, "");

        assertThat(environment.problems())
                .containsExactly("WHOLE must be a whole number, 0 to 10, not \"" + value + "\"");
    }

    @Test
    void collectsEveryProblem() {
        Environment environment = new Environment(
                Map.of("PERCENT", "101", "FLAG", "yes", "ONE", "BLUE", "SOME", "RED,", "OURS_X", "1", "THEIRS_X", "1"));

        environment.percent("PERCENT", "");
        environment.flag("FLAG", false, "");
        environment.oneOf("ONE", Colour.class, Colour.RED, "");
        environment.someOf("SOME", Colour.class, Set.of(Colour.values()), "");
        environment.require(true, "holds");
        environment.require(false, "does not hold");
        environment.refuseUnknown("OURS_", "");

        assertThat(environment.problems())
                .containsExactly(
                        "PERCENT must be a number, 0 to 100, not \"101\"",
                        "FLAG must be true or false, not \"yes\"",
                        "ONE must be one of RED,GREEN, not \"BLUE\"",
                        "SOME must be some of RED,GREEN, not \"RED,\"",
                        "does not hold",
                        "OURS_X is not a setting; --help lists all");
    }
}
