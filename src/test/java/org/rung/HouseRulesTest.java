package org.rung;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The directions of the house, held by the build instead of by memory. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.rung");

    /** Seams that let a room above hand a condition to a store below; each one more needs a reason here. */
    private static final Set<String> MAY_SPEAK_OF_CONDITIONS = Set.of(
            // A search over supporters is put together from rooms that filters does not know.
            "org.rung.filters.Criterion",
            // Puts those conditions together for the stores of filters and turf.
            "org.rung.filters.Filters",
            // Rooms above narrow their own queries to a turf by a subselect, instead of carrying its ids.
            "org.rung.turf.Turfs",
            // Who was texted often enough is one rule for pulls, hand-outs and the check before a campaign starts.
            "org.rung.contact.ContactRules",
            // Whom the do-not-text list keeps is one rule for freezes, hand-outs, counts and the send plan.
            "org.rung.consent.Suppressions");

    private static final DescribedPredicate<JavaClass> A_STORE =
            describe("a store", type -> outermost(type).getSimpleName().endsWith("Store"));
    private static final DescribedPredicate<JavaClass> A_SEAM = describe(
            "a seam", type -> MAY_SPEAK_OF_CONDITIONS.contains(outermost(type).getName()));
    private static final DescribedPredicate<JavaClass> CONFIGURATION =
            describe("configuration", type -> outermost(type).getSimpleName().endsWith("Configuration"));

    /** Landing runs the rules of the house, and these are among them. */
    @Nested
    class Words extends WordsTest {}

    @Test
    void only_stores_speak_sql() {
        check(noClasses()
                .that(DescribedPredicate.not(A_STORE)
                        .and(DescribedPredicate.not(A_SEAM))
                        .and(DescribedPredicate.not(resideInAnyPackage("org.rung.db..", "org.rung.database.."))))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.jooq..", "org.rung.db..", "java.sql..", "org.springframework.jdbc..")));
    }

    @Test
    void a_seam_knows_conditions_and_nothing_else_of_sql() {
        check(noClasses()
                .that(A_SEAM)
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.jooq..", "org.rung.db..")
                        .and(describe(
                                "more than a condition or a field",
                                type -> !Set.of(
                                                "org.jooq.Condition",
                                                "org.jooq.Field",
                                                "org.jooq.Select",
                                                "org.jooq.Record1")
                                        .contains(type.getName())))));
    }

    @Test
    void stores_stay_in_their_room() {
        // One that the stores of other rooms are made of is no shelf by itself.
        check(classes()
                .that(A_STORE)
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .notBePublic());
    }

    @Test
    void screens_are_imported_by_nobody() {
        check(noClasses()
                .that(resideOutsideOfPackage("org.rung..ui.."))
                .should()
                .dependOnClassesThat(resideInAPackage("org.rung..ui..")));
        check(classes().that(resideInAPackage("org.rung..ui..")).should(stayAmongTheScreensOfTheirRoom()));
    }

    @Test
    void screens_know_no_stores_and_no_rooms_database() {
        check(noClasses().that(resideInAPackage("org.rung..ui..")).should().dependOnClassesThat(A_STORE));
    }

    @Test
    void nobody_asks_the_wall_what_time_it_is() {
        for (var type : Set.of(
                Instant.class,
                LocalDate.class,
                LocalTime.class,
                LocalDateTime.class,
                ZonedDateTime.class,
                OffsetDateTime.class)) {
            check(noClasses()
                    .that(DescribedPredicate.not(CONFIGURATION))
                    .should()
                    .callMethod(type, "now"));
        }
        check(noClasses()
                .that(DescribedPredicate.not(CONFIGURATION))
                .should()
                .callMethod(System.class, "currentTimeMillis"));
        check(noClasses().that(DescribedPredicate.not(CONFIGURATION)).should().callMethod(Clock.class, "systemUTC"));
        check(noClasses()
                .that(DescribedPredicate.not(CONFIGURATION))
                .should()
                .callMethod(Clock.class, "systemDefaultZone"));
        check(noClasses().that(DescribedPredicate.not(CONFIGURATION)).should().callConstructor(Date.class));
    }

    @Test
    void common_words_need_no_framework() {
        check(noClasses()
                .that(resideInAPackage("org.rung.common.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.springframework..", "com.vaadin..", "org.jooq..", "org.rung.db..")
                                // The mark on package-info that makes it a module for the tests.
                                .and(DescribedPredicate.not(resideInAPackage("org.springframework.modulith..")))));
    }

    @Test
    void only_one_package_knows_the_twilio_sdk() {
        check(noClasses()
                .that(resideOutsideOfPackage("org.rung.senders.twilio.."))
                .should()
                .dependOnClassesThat(resideInAPackage("com.twilio..")));
    }

    @Test
    void only_one_package_knows_the_stripe_sdk() {
        check(noClasses()
                .that(resideOutsideOfPackage("org.rung.payments.stripe.."))
                .should()
                .dependOnClassesThat(resideInAPackage("com.stripe..")));
    }

    @Test
    void only_one_store_names_the_audit_log_and_it_neither_changes_nor_removes_a_line() throws IOException {
        check(noClasses()
                .that(describe(
                        "anything but AuditStore",
                        type -> !outermost(type).getName().equals("org.rung.accounts.AuditStore")))
                .and(resideOutsideOfPackage("org.rung.db.."))
                .should()
                .dependOnClassesThat(describe(
                        "the table of the audit log", type -> type.getName().equals("org.rung.db.tables.AuditLog"))));
        check(noClasses()
                .that(describe(
                        "AuditStore", type -> outermost(type).getSimpleName().equals("AuditStore")))
                .should()
                .callMethodWhere(describe(
                        "anything that could change or remove",
                        call -> call.getTargetOwner().getPackageName().startsWith("org.jooq")
                                && call.getName().matches("(?i)(update|delete|merge|truncate|batch|execute|query).*")
                                && call.getTargetOwner().getSimpleName().equals("DSLContext"))));
        // Text is no dependency: what speaks SQL by hand may not name it either.
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("audit_log"));
        }
    }

    @Test
    void a_room_has_no_more_files_than_one_can_look_over() {
        var files = HOUSE.stream()
                .filter(type ->
                        type.equals(outermost(type)) && !type.getPackageName().startsWith("org.rung.db"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        files.forEach((room, count) -> {
            if (count > 30) System.out.println(room + " has " + count + " files: is it two rooms?");
        });
    }

    private static ArchCondition<JavaClass> stayAmongTheScreensOfTheirRoom() {
        return new ArchCondition<>("use no other room's screens") {
            @Override
            public void check(JavaClass screen, ConditionEvents events) {
                for (var use : screen.getDirectDependenciesFromSelf()) {
                    var other = use.getTargetClass().getPackageName();
                    if (other.matches("org\\.rung\\..*\\bui\\b.*")
                            && !room(other).equals(room(screen.getPackageName())))
                        events.add(SimpleConditionEvent.violated(use, use.getDescription()));
                }
            }
        };
    }

    private static String room(String packageName) {
        return packageName.split("\\.")[2];
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRulesTest::outermost).orElse(type);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }
}
