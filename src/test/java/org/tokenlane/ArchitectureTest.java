package org.tokenlane;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.text.ShownException;
import org.tokenlane.ui.state.Workbench;

/**
 * Who may import whom. The stages are the packages below org.tokenlane; data flows from ingest to ui and never back.
 */
class ArchitectureTest {

    private static final String ROOT = "org.tokenlane.";
    private static final String UI = ROOT + "ui.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tokenlane");

    /** The stages, each with those that it may import beside itself. */
    private static final Map<String, List<String>> STAGES = Map.ofEntries(Map.entry("model", List.of()),
            Map.entry("job", List.of()),
            Map.entry("enrich", List.of("model")),
            Map.entry("ingest", List.of("model", "job")), Map.entry("store", List.of("model")),
            Map.entry("intake", List.of("model", "job", "ingest", "store")),
            Map.entry("query", List.of("model", "store")),
            Map.entry("correlate", List.of("model", "store", "query", "job")),
            Map.entry("detect", List.of("model", "store", "query", "correlate", "job", "enrich")),
            Map.entry("timeline", List.of("model", "query", "correlate", "detect")),
            Map.entry("sample", List.of("model")),
            Map.entry("report", List.of("model", "job", "store", "query", "correlate", "enrich", "detect", "timeline")),
            Map.entry("tables",
                    List.of("model", "job", "store", "query", "correlate", "enrich", "detect", "timeline", "report")),
            Map.entry("extract", List.of("model", "job", "ingest", "intake", "store", "query", "correlate")),
            Map.entry("cli",
                    List.of("extract", "model", "job", "ingest", "intake", "store", "query", "correlate", "enrich",
                            "detect",
                            "timeline", "report", "tables", "sample")),
            Map.entry("ui",
                    List.of("extract", "model", "job", "ingest", "intake", "store", "query", "correlate", "enrich",
                            "detect",
                            "timeline", "report", "sample")),
            Map.entry("app",
                    List.of("extract", "model", "job", "ingest", "intake", "store", "query", "correlate", "enrich",
                            "detect",
                            "timeline", "report", "tables", "sample", "cli", "ui")));

    @Test
    void theClassesOfTheApplicationWereRead() {
        assertThat(CLASSES.size()).isGreaterThan(20);
        assertThat(CLASSES.stream().map(c -> c.getPackageName().substring(ROOT.length()).split("\\.")[0]).distinct())
                .as("every stage has a rule")
                .allMatch(STAGES::containsKey);
    }

    @Test
    void aStageImportsOnlyTheStagesBeforeIt() {
        STAGES.forEach((stage, mayImport) -> {
            List<String> forbidden = new ArrayList<>(STAGES.keySet());
            forbidden.remove(stage);
            forbidden.removeAll(mayImport);
            String[] packages = forbidden.stream().map(other -> ROOT + other + "..").toArray(String[]::new);
            noClasses().that().resideInAPackage(ROOT + stage + "..").should().dependOnClassesThat()
                    .resideInAnyPackage(packages)
                    .allowEmptyShould(true)
                    .because("data flows one way, see docs/architecture.md").check(CLASSES);
        });
    }

    @Test
    void modelAndJobNeedNothingButTheJdk() {
        for (String stage : List.of("model", "job")) {
            noClasses().that().resideInAPackage(ROOT + stage + "..").should()
                    .dependOnClassesThat(not(resideInAnyPackage("java..", "org.jspecify..", ROOT + stage + "..")))
                    .allowEmptyShould(true).check(CLASSES);
        }
    }

    @Test
    void importersOfOneSourceDoNotSeeThoseOfAnother() {
        slices().matching(ROOT + "ingest.(*)..").should().beFreeOfCycles().check(CLASSES);
        List<String> sources = List.of("ual", "entra", "graph", "defender", "azure", "directory");
        for (String source : sources) {
            String[] others = sources.stream().filter(s -> !s.equals(source)).map(s -> ROOT + "ingest." + s + "..")
                    .toArray(String[]::new);
            noClasses().that().resideInAPackage(ROOT + "ingest." + source + "..").should().dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    /** What the parts of the window share; everything else in ui is a part, and the shell puts them together. */
    private static final Set<String> SHARED_BY_PARTS = Set.of("kit", "state");

    /** Packages that do not say yet where null is real. */
    private static final Set<String> NOT_YET_MARKED = Set.of();

    /** What takes a string that a person reads, on any control. */
    private static final Set<String> TEXT_SETTERS = Set.of("setText", "setPromptText", "setTitle", "setHeaderText",
            "setContentText", "setAccessibleText", "setAccessibleHelp", "setAccessibleRoleDescription");

    @Test
    void noPartOfTheWindowImportsAnotherPart() {
        Set<String> parts = CLASSES.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(UI))
                .map(name -> name.substring(UI.length()).split("\\.")[0])
                .filter(part -> !SHARED_BY_PARTS.contains(part))
                .collect(Collectors.toSet());
        assertThat(parts).contains("shell", "timeline", "marks");
        for (String part : parts) {
            if (!part.equals("shell")) {
                String[] others = parts.stream().filter(other -> !other.equals(part)).map(other -> UI + other + "..")
                        .toArray(String[]::new);
                noClasses().that().resideInAPackage(UI + part + "..").should().dependOnClassesThat()
                        .resideInAnyPackage(others).check(CLASSES);
            }
        }
        String[] all = parts.stream().map(part -> UI + part + "..").toArray(String[]::new);
        noClasses().that().resideInAnyPackage(UI + "kit..", UI + "state..").should().dependOnClassesThat()
                .resideInAnyPackage(all).check(CLASSES);
        noClasses().that().resideInAPackage(UI + "kit..").should().dependOnClassesThat()
                .resideInAPackage(UI + "state..").check(CLASSES);
    }

    @Test
    void onlyTheKitHandsStringsToControls() {
        noClasses().that().resideInAPackage(UI + "(*)..").and().resideOutsideOfPackage(UI + "kit..").should()
                .accessTargetWhere(TAKES_A_STRING_FOR_PEOPLE)
                .because("texts come from bundles: see ui.kit.Captions").check(CLASSES);
    }

    private static final DescribedPredicate<JavaAccess<?>> TAKES_A_STRING_FOR_PEOPLE = DescribedPredicate
            .describe("a control takes a string", access -> {
                if (!(access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target)
                        || target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(String.class))
                        || !isOfJavaFx(target.getOwner())) {
                    return false;
                }
                return target instanceof AccessTarget.ConstructorCallTarget || target.getName().equals("<init>")
                        ? isOfJavaFxItself(target.getOwner())
                        : TEXT_SETTERS.contains(target.getName());
            });

    private static boolean isOfJavaFx(JavaClass owner) {
        return isOfJavaFxItself(owner)
                || owner.getAllRawSuperclasses().stream().anyMatch(ArchitectureTest::isOfJavaFxItself);
    }

    private static boolean isOfJavaFxItself(JavaClass owner) {
        String name = owner.getPackageName();
        return name.startsWith("javafx.scene.control") || name.startsWith("javafx.scene.text")
                || name.equals("javafx.stage") || name.equals("javafx.scene");
    }

    @Test
    void commandsPrintOnlyThroughTheirOutput() {
        // ImportBar draws over its own line of the terminal
        List<String> found = CLASSES.stream()
                .filter(type -> type.getPackageName().matches("org\\.tokenlane\\.(cli|app)"))
                .filter(type -> !type.getSimpleName().endsWith("Output") && !type.getSimpleName().equals("ImportBar"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isAssignableTo(PrintWriter.class)
                        || call.getTargetOwner().isAssignableTo(PrintStream.class))
                .filter(call -> call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(String.class)))
                .map(call -> call.getDescription()).toList();
        assertThat(found).isEmpty();
    }

    @Test
    void whatAFailureSaysToPeopleIsAText() {
        classes().that().areAssignableTo(ShownException.class).should(new ArchCondition<>("take no strings") {
            @Override
            public void check(JavaClass failure, ConditionEvents events) {
                failure.getConstructors().forEach(constructor -> events.add(new SimpleConditionEvent(constructor,
                        constructor.getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(String.class)),
                        constructor.getFullName())));
            }
        }).check(CLASSES);
    }

    @Test
    void onlyTheShellKnowsTheWholeWorkbench() {
        noClasses().that().resideOutsideOfPackages("org.tokenlane.ui.shell..", "org.tokenlane.ui.state..",
                "org.tokenlane.app..").should().dependOnClassesThat().areAssignableTo(Workbench.class).check(CLASSES);
    }

    @Test
    void librariesStayBehindTheirBorders() {
        border("javafx..", "ui", "app");
        border("org.controlsfx..", "ui");
        border("impl.org.controlsfx..", "ui");
        border("atlantafx..", "ui", "app");
        border("org.kordamp..", "ui");
        border("java.sql..", "store", "tables.sql");
        border("org.h2..", "store", "tables.sql");
        border("com.github.luben..", "store", "tables.parquet");
        border("org.apache.parquet..", "tables.parquet");
        border("org.commonmark..", "ui.handbook");
        border("org.apache.commons.csv..", "ingest.text", "cli", "report", "sample");
        border("com.fasterxml.jackson..", "ingest.text", "ingest.tables", "cli", "report", "sample", "extract");
        border("dev.hardwood..", "ingest.tables");
        border("org.apache.commons.compress..", "ingest.files");
        border("org.dhatim..", "ingest.tables", "report");
        border("org.snakeyaml..", "detect");
        border("com.maxmind..", "enrich");
        border("com.openhtmltopdf..", "report");
        border("org.apache.pdfbox..", "report");
        border("picocli..", "cli", "app");
    }

    private static void border(String library, String... stages) {
        String[] inside = java.util.Arrays.stream(stages).map(stage -> ROOT + stage + "..").toArray(String[]::new);
        noClasses().that().resideOutsideOfPackages(inside).should().dependOnClassesThat(resideInAPackage(library))
                .check(CLASSES);
    }

    @Test
    void nothingTalksToANetwork() {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.net.Socket").orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URL")
                .orShould().dependOnClassesThat().resideInAnyPackage("java.net.http..", "java.rmi..", "javax.net..")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhereNullIsReal() {
        List<String> silent = CLASSES.stream().map(JavaClass::getPackage).distinct()
                .filter(part -> !part.isAnnotatedWith(NullMarked.class)).map(JavaPackage::getName)
                .filter(name -> !NOT_YET_MARKED.contains(name)).sorted().toList();
        assertThat(silent).as("packages without @NullMarked").isEmpty();
    }

    @Test
    void noFieldIsStaticAndChanges() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void noClassIsADrawer() {
        classes().should().haveSimpleNameNotEndingWith("Util").andShould().haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould().haveSimpleNameNotEndingWith("Toolkit").andShould().haveSimpleNameNotEndingWith("Manager")
                .check(CLASSES);
    }

    @Test
    void viewModelsKnowNoNodes() {
        noClasses().that().haveSimpleNameEndingWith("ViewModel").should().dependOnClassesThat()
                .resideInAPackage("javafx.scene..")
                .allowEmptyShould(true).check(CLASSES);
    }
}
