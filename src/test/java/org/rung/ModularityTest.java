package org.rung;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void arrows_point_down_only_and_rooms_meet_at_their_front_doors() {
        // The generated tables refer to the typed ids of every room and would close a cycle.
        ApplicationModules.of(RungApplication.class, resideInAPackage("org.rung.db.."))
                .verify();
    }
}
