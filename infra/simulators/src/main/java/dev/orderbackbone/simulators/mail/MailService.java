package dev.orderbackbone.simulators.mail;

import dev.orderbackbone.simulators.faults.FaultSwitch;
import dev.orderbackbone.simulators.net.HttpAnswer;
import dev.orderbackbone.simulators.net.HttpRequest;
import dev.orderbackbone.simulators.net.HttpService;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** The mail sink over HTTP: what arrived, and how to misbehave. Never disturbed by the faults itself. */
final class MailService implements HttpService {

    private final FaultSwitch<MailFault> faults;
    private final MailStore store;
    private final MailTally tally;
    private final Consumer<Duration> closeSmtp;

    MailService(FaultSwitch<MailFault> faults, MailStore store, MailTally tally, Consumer<Duration> closeSmtp) {
        this.faults = faults;
        this.store = store;
        this.tally = tally;
        this.closeSmtp = closeSmtp;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        return switch (request.path()) {
            case "/health" -> HttpAnswer.json(200, json -> json.writeStringField("status", "UP"));
            case "/v1/messages" ->
                new HttpAnswer.FileContent(
                        "application/x-ndjson",
                        store.ledger().file(),
                        store.ledger().writtenBytes());
            case "/v1/summary" -> summary();
            case "/v1/faults" -> faults.answer(request, closeSmtp);
            default -> HttpAnswer.error(404, "not_found", "there is nothing at this address");
        };
    }

    private HttpAnswer summary() {
        MailStore.Accepted accepted = store.accepted();
        return HttpAnswer.json(200, json -> {
            json.writeNumberField("messages", accepted.messages());
            json.writeNumberField("messageBytes", accepted.messageBytes());
            for (Map.Entry<String, Long> count : tally.counts().entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue());
            }
            json.writeStringField("ledger", store.ledger().file().toString());
            json.writeNumberField("ledgerBytes", store.ledger().writtenBytes());
            json.writeNumberField("ledgerCutBytes", store.ledger().cutBytes());
        });
    }
}
