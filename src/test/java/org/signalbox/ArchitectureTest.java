package org.signalbox;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

/** How the house is laid out. The ladder here is the truth; the documentation explains it. */
class ArchitectureTest {
    private static final String ROOT = "org.signalbox";

    /** A package imports only what stands above it. */
    private static final List<String> LADDER =
            List.of(
                    "store",
                    "loop",
                    "sender",
                    "hal",
                    "event",
                    "account",
                    "audit",
                    "setting",
                    "usage",
                    "calendar",
                    "client",
                    "project",
                    "version",
                    "category",
                    "relation",
                    "watcher",
                    "capability",
                    "attachment",
                    "tasklist",
                    "workpackage",
                    "query",
                    "journal",
                    "notification",
                    "timeentry",
                    "absence",
                    "assignment",
                    "webhook",
                    "delivery",
                    "format",
                    "mail",
                    "awork",
                    "rm",
                    "feed",
                    "oauth",
                    "spec",
                    "admin",
                    "work",
                    "demo");

    private static final int LINES_MAX = 400;

    private static final JavaClasses MAIN =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void a_package_imports_only_what_stands_above_it() {
        for (int i = 0; i < LADDER.size(); i++) {
            String[] below =
                    LADDER.subList(i + 1, LADDER.size()).stream()
                            .map(ArchitectureTest::inner)
                            .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(inner(LADDER.get(i)))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(below).or(wiring()))
                    .because("a package imports only what stands above it on the ladder")
                    .allowEmptyShould(true)
                    .check(MAIN);
        }
    }

    @Test
    void every_package_is_on_the_ladder() {
        String[] known = LADDER.stream().map(ArchitectureTest::inner).toArray(String[]::new);
        classes().should().resideInAnyPackage(known).orShould().resideInAPackage(ROOT).check(MAIN);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void only_stores_speak_sql() {
        noClasses()
                .that(not(nameMatching(".*\\.[A-Z]\\w*Store(\\$.*)?")))
                .and()
                .resideOutsideOfPackage(inner("store"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                .because("SQL lives in the …Store that owns the table")
                .check(MAIN);
    }

    @Test
    void only_resources_and_pages_speak_http() {
        noClasses()
                .that(not(nameMatching(".*(Resource|Page)(\\$.*)?")))
                .should()
                .beMetaAnnotatedWith(RequestMapping.class)
                .check(MAIN);
        noMethods()
                .that()
                .areDeclaredInClassesThat(not(nameMatching(".*(Resource|Page)(\\$.*)?")))
                .should()
                .beMetaAnnotatedWith(RequestMapping.class)
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void nothing_but_the_wiring_calls_the_clock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("time is injected as an InstantSource")
                .check(MAIN);
    }

    @Test
    void no_magic_of_the_framework() {
        noClasses().should().beAnnotatedWith(Transactional.class).check(MAIN);
        noMethods().should().beAnnotatedWith(Transactional.class).check(MAIN);
        fields().should().notBeAnnotatedWith(Autowired.class).allowEmptyShould(true).check(MAIN);
        noClasses()
                .should()
                .callMethodWhere(target(nameMatching("publishEvent")))
                .because("what must not be lost goes through the event log")
                .check(MAIN);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Service|Dto|DTO|Common|Base)")
                .check(MAIN);
    }

    @Test
    void no_file_is_longer_than_a_reader_can_hold() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .allSatisfy(file -> assertThat(lines(file)).isLessThanOrEqualTo(LINES_MAX));
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inner(String name) {
        return ROOT + "." + name + "..";
    }

    private static DescribedPredicate<JavaClass> wiring() {
        return describe("the wiring", type -> type.getPackageName().equals(ROOT));
    }

    private static <T> DescribedPredicate<T> not(DescribedPredicate<T> predicate) {
        return DescribedPredicate.not(predicate);
    }
}
