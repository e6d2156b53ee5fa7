package dev.orderbackbone.schemas.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderbackbone.contract.order.OrderPlaced;
import dev.orderbackbone.contract.order.OrderRejected;
import dev.orderbackbone.schemas.codec.ContractSchemas;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes to real schemas, as texts are changed. */
class ReleaseRulesTest {
    private static final Schema PLACED = ContractSchemas.of(OrderPlaced.class);
    private static final Schema REJECTED = ContractSchemas.of(OrderRejected.class);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a field without a default is added      | {\"name\":\"totalMinor\"          | {\"name\":\"new\",\"type\":\"int\"},{\"name\":\"totalMinor\"",
                "a field without a default is renamed    | \"name\":\"totalMinor\"           | \"name\":\"sumMinor\"",
                "a field of a nested record is renamed   | \"name\":\"quantity\"             | \"name\":\"count\"",
                "a type is widened                       | \"name\":\"quantity\",\"type\":\"int\" | \"name\":\"quantity\",\"type\":\"long\"",
                "a type is another                       | \"name\":\"currency\",\"type\":\"string\" | \"name\":\"currency\",\"type\":\"int\"",
                "what may be null may not any more       | [\"null\",\"string\"],\"doc\":\"Country of delivery, ISO 3166-1 alpha-2; null where unknown.\",\"default\":null | \"string\",\"default\":\"GB\"",
                "what may not be null may now            | \"name\":\"currency\",\"type\":\"string\" | \"name\":\"currency\",\"type\":[\"null\",\"string\"]",
                "a time has other units                  | timestamp-millis                   | timestamp-micros",
                "a time is a plain number                | \"logicalType\":\"timestamp-millis\" | \"was\":\"timestamp-millis\"",
                "the record has another name             | \"name\":\"OrderPlaced\"          | \"name\":\"OrderAccepted\"",
                "a fixed has another size                | \"size\":16,\"logicalType\":\"uuid\" | \"size\":17",
            })
    void isAViolation(String change, String from, String to) {
        assertThat(violations(PLACED, from, to)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a symbol is removed       | ,\"EXPIRED\"           | ``",
                "a symbol is renamed       | \"EXPIRED\"            | \"TIMED_OUT\"",
                "the default is removed    | \"default\":\"UNKNOWN\" | \"was\":\"UNKNOWN\"",
                "the default is another    | \"default\":\"UNKNOWN\" | \"default\":\"EXPIRED\"",
            })
    void isAViolationOfAnEnum(String change, String from, String to) {
        assertThat(violations(REJECTED, from, to)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nothing changes                         | \"name\":\"totalMinor\"      | \"name\":\"totalMinor\"",
                "a field with a default is added         | {\"name\":\"totalMinor\"     | {\"name\":\"new\",\"type\":[\"null\",\"int\"],\"default\":null},{\"name\":\"totalMinor\"",
                "a field with a default is removed       | \"name\":\"country\"         | \"name\":\"region\"",
                "documentation is another                | To pay in all                 | To pay",
            })
    void isAllowed(String change, String from, String to) {
        assertThat(violations(PLACED, from, to)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a symbol is added at the end    | \"PAYMENT_DECLINED\"] | \"PAYMENT_DECLINED\",\"FRAUD\"]",
                "a symbol is added in between    | \"EXPIRED\"           | \"FRAUD\",\"EXPIRED\"",
            })
    void isAllowedOfAnEnum(String change, String from, String to) {
        assertThat(violations(REJECTED, from, to)).isEmpty();
    }

    private static List<String> violations(Schema former, String from, String to) {
        String text = former.toString();
        assertThat(text).contains(from);
        Schema present = new Schema.Parser().setValidateDefaults(true).parse(text.replace(from, to));
        return ReleaseRules.violations(present, List.of(former));
    }
}
