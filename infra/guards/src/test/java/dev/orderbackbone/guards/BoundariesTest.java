package dev.orderbackbone.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BoundariesTest {

    private static final String ROOT = "dev.orderbackbone";
    private static final String WRONG = ROOT + ".guards.wrong";

    /** Its packages are as it makes them. */
    private static final String MADE_BY_JMH = "/jmh_generated/";

    private static final JavaClasses PROJECT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains(MADE_BY_JMH))
            .importPackages(ROOT);
    private static final JavaClasses WRONG_ON_PURPOSE = new ClassFileImporter().importPackages(WRONG);

    /** A rule, and the classes below {@code wrong} that break it. */
    private record Guard(String name, Function<Boundaries, List<ArchRule>> rules, Set<String> broken) {}

    private static final List<Guard> GUARDS = List.of(
            one("contract uses only the JDK", Boundaries::contractUsesOnlyTheJdk, "contract.ContractThatUsesALibrary"),
            one(
                    "schemas use nothing of ours but the contract",
                    Boundaries::schemasUseNothingOfOursButTheContract,
                    "schemas.SchemasThatUseAService"),
            one(
                    "runtime uses nothing of ours but schemas",
                    Boundaries::runtimeUsesNothingOfOursButSchemas,
                    "runtime.RuntimeThatOperatesAService",
                    "runtime.RuntimeThatUsesAService"),
            new Guard(
                    "services use no other service",
                    Boundaries::servicesUseNoOtherService,
                    Set.of("payment.ServiceThatUsesAnother")),
            new Guard(
                    "nothing outside looks into a service",
                    Boundaries::nothingOutsideLooksIntoAService,
                    Set.of(
                            "operator.OperatorThatLooksIntoAService",
                            "runtime.RuntimeThatUsesAService",
                            "runtime.RuntimeThatOperatesAService",
                            "schemas.SchemasThatUseAService")),
            one(
                    "what-if uses nothing of services but their domains",
                    Boundaries::whatIfUsesNothingOfServicesButTheirDomains,
                    "operator.whatif.WhatIfThatUsesAFlow"),
            new Guard(
                    "domain uses only the JDK and the contract",
                    Boundaries::domainUsesOnlyTheJdkAndTheContract,
                    Set.of("payment.domain.DomainThatUsesALibrary", "payment.domain.DomainThatUsesAnotherRoom")),
            one(
                    "domain makes no time, id or randomness",
                    Boundaries::domainMakesNoTimeNorRandomness,
                    "payment.domain.DomainThatAsksTheClock",
                    "payment.domain.DomainThatMakesIds",
                    "payment.domain.DomainThatThrowsDice"),
            one(
                    "domain does no input or output",
                    Boundaries::domainDoesNoInputOrOutput,
                    "payment.domain.DomainThatReadsFiles",
                    "payment.domain.DomainThatPrints"),
            one("flow does not use adapters", Boundaries::flowDoesNotUseAdapters, "payment.flow.FlowThatUsesAnAdapter"),
            one("packages are null-marked", Boundaries::everyPackageIsNullMarked, "unmarked.InAnUnmarkedPackage"),
            one("names say the role", Boundaries::namesSayTheRole, "names.OrderManager"));

    private static Guard one(String name, Function<Boundaries, ArchRule> rule, String... broken) {
        return new Guard(name, boundaries -> List.of(rule.apply(boundaries)), Set.of(broken));
    }

    @TestFactory
    Stream<DynamicTest> theProjectKeepsEveryRule() {
        Boundaries project = new Boundaries(ROOT);
        return GUARDS.stream()
                .map(guard -> dynamicTest(
                        guard.name(),
                        () -> assertThat(breaches(guard.rules().apply(project), PROJECT))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleRejectsWhatIsWrongOnPurposeAndNothingElse() {
        Boundaries wrong = new Boundaries(WRONG);
        return GUARDS.stream()
                .map(guard -> dynamicTest(
                        guard.name(),
                        () -> assertThat(breaches(guard.rules().apply(wrong), WRONG_ON_PURPOSE).stream()
                                        .map(BoundariesTest::culprit)
                                        .collect(Collectors.toSet()))
                                .isEqualTo(guard.broken())));
    }

    @Test
    void seesTheClassesOfEveryModule() {
        assertThat(PROJECT.stream()
                        .map(type -> type.getPackageName().split("\\.", -1)[2])
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "benchmarks",
                        "contract",
                        "inventory",
                        "local",
                        "microbenchmarks",
                        "notification",
                        "operator",
                        "orderevents",
                        "payment",
                        "projection",
                        "runtime",
                        "schemas",
                        "simulators",
                        "testkit");
    }

    private static List<String> breaches(List<ArchRule> rules, JavaClasses classes) {
        return rules.stream()
                .map(rule -> rule.allowEmptyShould(true).evaluate(classes))
                .flatMap(result -> result.getFailureReport().getDetails().stream())
                .toList();
    }

    /** A report reads {@code Method <package.Class.method(..)> calls ...}: the class is in the first brackets. */
    private static String culprit(String breach) {
        return Pattern.compile("<" + Pattern.quote(WRONG) + "\\.([a-z.]+\\.[A-Z]\\w+)")
                .matcher(breach)
                .results()
                .findFirst()
                .map(MatchResult::group)
                .map(match -> match.substring(WRONG.length() + 2))
                .orElse(breach);
    }
}
