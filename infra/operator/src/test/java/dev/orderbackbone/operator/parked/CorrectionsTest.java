package dev.orderbackbone.operator.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderbackbone.contract.Message;
import dev.orderbackbone.contract.Meta;
import dev.orderbackbone.contract.inventory.AdjustStock;
import dev.orderbackbone.contract.inventory.StockDelta;
import dev.orderbackbone.contract.order.Contact;
import dev.orderbackbone.contract.order.OrderExpired;
import dev.orderbackbone.contract.order.OrderLine;
import dev.orderbackbone.contract.order.OrderSubmitted;
import dev.orderbackbone.operator.CommandFailure;
import dev.orderbackbone.operator.text.JsonText;
import dev.orderbackbone.schemas.Topics;
import dev.orderbackbone.schemas.registry.InMemorySchemaRegistry;
import dev.orderbackbone.schemas.registry.SchemaDeployment;
import dev.orderbackbone.schemas.serde.MessageDeserializer;
import dev.orderbackbone.schemas.serde.MessageSerializer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionsTest {
    private static final UUID ID = UUID.fromString("019bb2c0-0000-7000-8000-000000000001");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final ParkedEntries intake = new ParkedEntries(Topics.ORDER_EVENTS, Topics.ORDERS_INTAKE);
    private final OrderSubmitted submitted = new OrderSubmitted(
            new Meta(ID, "order-1", 0, NOON, ID, "shop"),
            "cart-1",
            "17850",
            new Contact("Ada Lovelace", "ada@example.com"),
            "GB",
            "GBP",
            List.of(new OrderLine(1, "MUG", null, 0, 250, "main"), new OrderLine(2, "CUP", "A cup", 1, 250, "main")),
            List.of(),
            500,
            "tok_ok",
            NOON);
    private final ParkedEntry entry = intake.inLine("order-1", submitted);
    private Corrections corrections;

    @BeforeEach
    void start() {
        SchemaDeployment.registerAll(registry);
        corrections = new Corrections(MessageSerializer.create(registry), MessageDeserializer.create(registry));
    }

    @Test
    void setsFieldsAndTellsWhatIsChanged() {
        Correction correction =
                set("lines[0].quantity=1", "country=null", "customerId=4711", "lines[0].description=Mug");

        assertThat(correction.differences())
                .containsExactly(
                        "customerId: 17850 becomes 4711",
                        "country: GB becomes nothing",
                        "lines[0].description: nothing becomes Mug",
                        "lines[0].quantity: 0 becomes 1");
        OrderSubmitted read =
                (OrderSubmitted) MessageDeserializer.create(registry).deserialize(correction.value());
        assertThat(read.lines().getFirst().quantity()).isEqualTo(1);
        assertThat(read.contact()).isEqualTo(submitted.contact());
        assertThat(read.meta()).isEqualTo(submitted.meta());
    }

    @Test
    void takesThePayloadThatShowPrintsAndLeavesWhatWasNotPrinted() {
        String shown = JsonText.value(json -> MessageJson.write(json, submitted));
        String file = shown.replace("\"totalMinor\" : 500", "\"totalMinor\" : 250");

        Correction correction = corrections.of(entry, "", file, List.of());

        assertThat(correction.differences()).containsExactly("totalMinor: 500 becomes 250");
        assertThat(((OrderSubmitted) correction.message()).contact()).isEqualTo(submitted.contact());
    }

    @Test
    void neverPrintsPersonalData() {
        Correction correction = set("contact.email=grace@example.com");

        assertThat(correction.differences()).containsExactly("contact: (not printed) becomes (not printed)");
    }

    @Test
    void makesAMessageOfWhatDidNotDecode() {
        String payload = JsonText.value(json -> MessageJson.write(json, submitted))
                .replace("\"(not printed)\"", "{\"name\": \"Ada\", \"email\": \"ada@example.com\"}");

        Correction correction =
                corrections.of(intake.alone("order-1", "UNDECODABLE", null), "OrderSubmitted", payload, List.of());

        assertThat(correction.message()).isInstanceOf(OrderSubmitted.class);
        assertThat(correction.differences()).contains("lines[1].sku: nothing becomes CUP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lines[0].quantity=many | lines[0].quantity must be an integer of 32 bits, but is many",
                "lines[0].quantity=3000000000 | lines[0].quantity must be an integer of 32 bits, but is 3000000000",
                "lines[0].quantity=null | lines[0].quantity must not be null",
                "lines[7].quantity=1 | lines[7].quantity is no field of the record",
                "lines[0].colour=red | lines[0].colour is no field of the record",
                "lines..quantity=1 | lines..quantity is no field of the record",
                "lines=1 | lines has parts of its own: set one of them, or give the whole payload with --file",
                "orderedAt=noon | orderedAt must be a time such as 2026-01-31T12:00:00.000Z, but is noon",
                "meta.causationId=x | meta.causationId must be a UUID, but is x",
                "meta.eventId=019bb2c0-0000-7000-8000-000000000002 | meta.eventId must stay 019bb2c0-0000-7000-8000-000000000001: others name it as their cause",
                "meta.orderId=order-2 | it would belong under the key order-2, but stands under order-1: what it concerns must stay the same",
                "country=GB | nothing is changed by that",
                "orderedAt=2026-01-01T12:00:00.000001Z | the schema cannot hold it exactly: orderedAt: 2026-01-01T12:00:00.000001Z becomes 2026-01-01T12:00:00Z",
            })
    void refusesWhatTheSchemaDoesNotAllowAndNamesIt(String change, String why) {
        assertThatThrownBy(() -> set(change)).isInstanceOf(CommandFailure.class).hasMessage(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1] | the payload must be a JSON object",
                "{} {} | the payload is followed by something else",
                "{\"a\": 1.5} | no message has a value like 1.5",
                "{\"meta\": 1} | meta must be an object, but is 1",
                "{\"meta\": {}} | meta.eventId is missing",
            })
    void refusesAPayloadThatIsNone(String payload, String why) {
        assertThatThrownBy(() -> corrections.of(entry, "", payload, List.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessage(why);
    }

    @Test
    void tellsWhereAPayloadIsNoJson() {
        assertThatThrownBy(() -> corrections.of(entry, "", "{\n  \"a\": ,\n}", List.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void wantsTheTypeAndThePayloadOfWhatDidNotDecode() {
        ParkedEntry garbage = intake.alone("order-1", "UNDECODABLE", null);

        assertThatThrownBy(() -> corrections.of(garbage, "", null, List.of(new FieldChange("country", "DE"))))
                .hasMessageContaining("give the whole payload with --file");
        assertThatThrownBy(() -> corrections.of(garbage, "", "{}", List.of()))
                .hasMessageContaining("--type is missing: orders.intake.v1 carries OrderSubmitted");
        assertThatThrownBy(() -> corrections.of(garbage, "OrderPlaced", "{}", List.of()))
                .hasMessageContaining("OrderPlaced is not carried by it");
        assertThatThrownBy(() -> corrections.of(
                        garbage,
                        "OrderSubmitted",
                        JsonText.value(json -> MessageJson.write(json, submitted)),
                        List.of()))
                .hasMessageContaining("contact must be given, as the record does not decode");
    }

    @Test
    void refusesToEditWhatOthersReadTooOrWhatNoEditHelps() {
        Message expired = new OrderExpired(submitted.meta());
        ParkedEntry event = new ParkedEntries(Topics.NOTIFICATION, Topics.ORDERS_EVENTS).inLine("order-1", expired);
        ParkedEntry misplaced = intake.alone("order-1", "MISPLACED", submitted);
        ParkedEntry call =
                new ParkedEntries(Topics.PAYMENT, Topics.PAYMENTS_CALLS).alone("order-1", "UNDECODABLE", null);

        assertThatThrownBy(() -> corrections.of(event, "", null, List.of(new FieldChange("meta.storeId", "x"))))
                .hasMessageContaining("orders.events.v1 has several readers");
        assertThatThrownBy(() -> corrections.of(misplaced, "", null, List.of(new FieldChange("country", "DE"))))
                .hasMessageContaining("partition where its key does not belong");
        assertThatThrownBy(() -> corrections.of(call, "GatewayCall", "{}", List.of()))
                .hasMessageContaining("a worker parked it");
    }

    @Test
    void editsCommandsOfAPool() {
        AdjustStock adjust = new AdjustStock(
                new Meta(ID, "", 0, NOON, ID, "shop"), "main", "count-1", "count", List.of(new StockDelta("MUG", -7)));
        ParkedEntry parked = new ParkedEntries(Topics.INVENTORY, Topics.INVENTORY_COMMANDS)
                .inLine("main/adjustment:count-1", adjust);

        Correction correction = corrections.of(parked, "", null, List.of(FieldChange.of("lines[0].delta=-1")));

        assertThat(correction.differences()).containsExactly("lines[0].delta: -7 becomes -1");
    }

    private Correction set(String... changes) {
        return corrections.of(
                entry, "", null, Arrays.stream(changes).map(FieldChange::of).toList());
    }
}
