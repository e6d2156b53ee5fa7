package dev.orderbackbone.guards;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/** The rules of the layout, for classes below one root package. */
record Boundaries(String root) {

    private static final String[] JDK = {"java..", "javax..", "jdk..", "org.jspecify.annotations.."};

    /** What a service is made of. Two packages are one service where one process runs both. */
    private static final List<List<String>> SERVICES = List.of(
            List.of("orderevents"), List.of("payment"), List.of("inventory", "projection"), List.of("notification"));

    ArchRule contractUsesOnlyTheJdk() {
        return classes()
                .that()
                .resideInAPackage(ours("contract"))
                .should()
                .onlyDependOnClassesThat(jdkOr(ours("contract")))
                .because("whoever reads the topics can use the contract types without taking anything else");
    }

    ArchRule schemasUseNothingOfOursButTheContract() {
        return classes()
                .that()
                .resideInAPackage(ours("schemas"))
                .should()
                .onlyDependOnClassesThat(foreignOr(ours("schemas"), ours("contract")))
                .because("everything depends on schemas");
    }

    ArchRule runtimeUsesNothingOfOursButSchemas() {
        return classes()
                .that()
                .resideInAPackage(ours("runtime"))
                .should()
                .onlyDependOnClassesThat(foreignOr(ours("runtime"), ours("schemas"), ours("contract")))
                .because("every service depends on the runtime");
    }

    List<ArchRule> servicesUseNoOtherService() {
        return SERVICES.stream().map(this::servicesUseNoOtherService).toList();
    }

    private ArchRule servicesUseNoOtherService(List<String> service) {
        List<String> allowed = new ArrayList<>(List.of(ours("runtime"), ours("schemas"), ours("contract")));
        service.forEach(name -> allowed.add(ours(name)));
        return classes()
                .that()
                .resideInAnyPackage(service.stream().map(this::ours).toArray(String[]::new))
                .should()
                .onlyDependOnClassesThat(foreignOr(allowed.toArray(String[]::new)))
                .because("services meet on topics only");
    }

    List<ArchRule> nothingOutsideLooksIntoAService() {
        return List.of(
                looksIntoNoService(outsideOf("operator"), resideInAPackage(ours("orderevents.client"))),
                looksIntoNoService(
                        resideInAPackage(ours("operator")).and(not(resideInAPackage(ours("operator.whatif")))),
                        resideInAnyPackage(ours("orderevents.client"), ours("projection.operations"))));
    }

    ArchRule whatIfUsesNothingOfServicesButTheirDomains() {
        String[] domains = SERVICES.stream()
                .flatMap(List::stream)
                .map(service -> ours(service + ".domain"))
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(ours("operator.whatif"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(services()).and(not(resideInAnyPackage(domains))))
                .because("the past is asked of deciders, and nothing else of a service can be touched by it");
    }

    private ArchRule looksIntoNoService(
            DescribedPredicate<JavaClass> outside, DescribedPredicate<JavaClass> meantForThem) {
        return noClasses()
                .that(outside)
                .should()
                .dependOnClassesThat(resideInAnyPackage(services()).and(not(meantForThem)))
                .because(
                        "a service is known by its topics, by its client, and to operators by the operations that it has for "
                                + "them; only what measures its deciders, or asks them about the past, calls them");
    }

    private DescribedPredicate<JavaClass> outsideOf(String other) {
        return resideInAPackage(root + "..")
                .and(not(resideInAnyPackage(services())))
                .and(not(resideInAnyPackage(ours("microbenchmarks"), ours(other))));
    }

    private String[] services() {
        return SERVICES.stream().flatMap(List::stream).map(this::ours).toArray(String[]::new);
    }

    List<ArchRule> domainUsesOnlyTheJdkAndTheContract() {
        return SERVICES.stream()
                .flatMap(List::stream)
                .map(this::domainUsesOnlyTheJdkAndTheContract)
                .toList();
    }

    private ArchRule domainUsesOnlyTheJdkAndTheContract(String service) {
        String domain = ours(service + ".domain");
        return classes()
                .that()
                .resideInAPackage(domain)
                .should()
                .onlyDependOnClassesThat(jdkOr(domain, ours("contract")))
                .because("deciders are pure, and testable with nothing but records");
    }

    ArchRule domainMakesNoTimeNorRandomness() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..domain..")
                .should()
                .accessTargetWhere(Impurity.timeOrRandomness())
                .because("time, ids and randomness come in as values, so that a replay decides the same");
    }

    ArchRule domainDoesNoInputOrOutput() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..domain..")
                .should()
                .dependOnClassesThat(Impurity.inputOutputOrThreads())
                .orShould()
                .accessFieldWhere(Impurity.standardStreams())
                .because("a decision is a value; only effect workers touch the outside");
    }

    ArchRule flowDoesNotUseAdapters() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..flow..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..adapter.."))
                .because("flow declares the ports that it needs, and adapters implement them");
    }

    ArchRule everyPackageIsNullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ResideInANullMarkedPackage())
                .because("NullAway checks marked packages only, and says nothing of the others");
    }

    ArchRule namesSayTheRole() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager)")
                .because("such a name says nothing of what the class is for");
    }

    private String ours(String name) {
        return root + "." + name + "..";
    }

    private DescribedPredicate<JavaClass> foreignOr(String... packages) {
        return not(resideInAPackage(root + "..")).or(resideInAnyPackage(packages));
    }

    private static DescribedPredicate<JavaClass> jdkOr(String... packages) {
        return resideInAnyPackage(JDK).or(resideInAnyPackage(packages));
    }
}
