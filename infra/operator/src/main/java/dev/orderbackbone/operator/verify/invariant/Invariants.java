package dev.orderbackbone.operator.verify.invariant;

import dev.orderbackbone.operator.parking.ParkedFates;
import dev.orderbackbone.operator.verify.evidence.Evidence;
import dev.orderbackbone.operator.verify.evidence.GatewayEffect;
import dev.orderbackbone.operator.verify.evidence.Ledger;
import dev.orderbackbone.operator.verify.evidence.ParkedRecord;
import dev.orderbackbone.operator.verify.evidence.ReadModel;
import dev.orderbackbone.operator.verify.evidence.RedriveRecord;
import dev.orderbackbone.operator.verify.evidence.SentMail;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All invariants of one audit, as far as there is evidence for them, and what they find. */
public final class Invariants {
    private static final String NO_GATEWAY = "the gateway's ledger was not given";
    private static final String NO_MAIL = "the mail server's ledger was not given: mails were not compared with it";
    private static final String NO_DATABASE = "the database was not given";

    private final ParkedIndex parked;
    private final Map<Law, Findings> findings = new EnumMap<>(Law.class);
    private final List<Invariant> checked = new ArrayList<>();

    /**
     * What is not in the evidence itself.
     *
     * @param mostKept violations to keep word for word, of each invariant.
     * @param dueBeforeMs deadlines before it should have been acted on, milliseconds since 1970.
     * @param skewMs how far the clocks of the services may differ.
     */
    public record Terms(Expectation expectation, int mostKept, long dueBeforeMs, long skewMs) {}

    private Invariants(ParkedIndex parked, int mostKept) {
        this.parked = parked;
        for (Law law : Law.values()) {
            findings.put(law, new Findings(law, mostKept));
        }
    }

    /** Reads the ledgers, the read models and what is parked, and makes the invariants. */
    public static Invariants of(Evidence evidence, Terms terms) {
        Positions positions = new Positions(evidence.standing());
        ParkedIndex parked = parked(evidence, positions);
        Expectation expectation = terms.expectation();
        Invariants all = new Invariants(parked, terms.mostKept());

        Findings money = all.findings(Law.I5);
        Findings stock = all.findings(Law.I7);
        all.checked.add(new EachSubmissionAnsweredOnce(
                all.findings(Law.I1), parked, positions, evidence.accepted().orElse(null)));
        all.checked.add(new OneOrderPerIntent(all.findings(Law.I2)));
        all.checked.add(new LegalHistory(all.findings(Law.I3)));
        all.checked.add(new OneOutcome(all.findings(Law.I4), parked, expectation, terms.dueBeforeMs()));
        all.checked.add(new MoneyAddsUp(money, parked, expectation));
        all.addGateway(evidence.gateway(), expectation);
        all.checked.add(new StockAddsUp(stock, parked, expectation));
        all.addMessages(evidence.mail(), terms);
        all.addReadModels(evidence.readModel(), parked, positions, expectation);
        all.addInputs(evidence.readModel().isPresent(), parked, positions, terms);
        all.checked.add(new CausesExist(all.findings(Law.I11), terms.skewMs()));
        return all;
    }

    private static ParkedIndex parked(Evidence evidence, Positions positions) {
        List<ParkedRecord> copies = new ArrayList<>();
        evidence.readParked(copies::add);
        List<RedriveRecord> redrives = new ArrayList<>();
        evidence.readRedrives(redrives::add);
        return new ParkedIndex(
                copies, ParkedFates.of(copies, redrives, Consumer::isDecidedBy, positions::redriveHasBeenRead));
    }

    /** What is parked. */
    public ParkedIndex parked() {
        return parked;
    }

    /** Those for which there is any evidence. */
    public List<Invariant> checked() {
        return List.copyOf(checked);
    }

    /** What was found of one law. */
    public Findings findings(Law law) {
        Findings found = findings.get(law);
        if (found == null) {
            throw new IllegalStateException("no findings of " + law);
        }
        return found;
    }

    private void addGateway(Optional<Ledger<GatewayEffect>> ledger, Expectation expectation) {
        if (ledger.isPresent()) {
            checked.add(new GatewayMovedMoneyOnce(findings(Law.I6), expectation, ledger.get()));
        } else {
            findings(Law.I6).missing(NO_GATEWAY);
        }
    }

    private void addMessages(Optional<Ledger<SentMail>> ledger, Terms terms) {
        checked.add(new EachToldOnce(findings(Law.I8), terms.skewMs(), ledger.orElse(null)));
        if (ledger.isEmpty()) {
            findings(Law.I8).missing(NO_MAIL);
        }
    }

    private void addReadModels(
            Optional<ReadModel> model, ParkedIndex parked, Positions positions, Expectation expectation) {
        if (model.isPresent()) {
            checked.add(new ReadModelsEqualLog(findings(Law.I9), parked, positions, expectation, model.get()));
        } else {
            findings(Law.I9).missing(NO_DATABASE);
        }
    }

    private void addInputs(boolean hasReadModel, ParkedIndex parked, Positions positions, Terms terms) {
        List<Consumer> consumers = Consumer.ALL.stream()
                .filter(consumer -> hasReadModel || !consumer.name().equals(ReadModel.CONSUMER))
                .toList();
        checked.add(new EveryInputAccountedFor(
                findings(Law.I10), parked, positions, terms.expectation(), terms.dueBeforeMs(), consumers));
        if (!hasReadModel) {
            findings(Law.I10).missing(NO_DATABASE + ": the projection's inputs were not counted");
        }
    }
}
