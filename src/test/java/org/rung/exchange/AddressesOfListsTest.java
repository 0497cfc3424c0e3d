package org.rung.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.common.Role;
import org.rung.people.Supporter;
import org.rung.people.Supporters;
import org.springframework.beans.factory.annotation.Autowired;

/** Where people live comes in with a list, goes out again, and puts those of one address together. */
@RungTest
class AddressesOfListsTest {
    private static final PhoneNumber ANA = new PhoneNumber("+15105550132");
    private static final PhoneNumber BEN = new PhoneNumber("+15105550133");

    @Autowired
    Imports imports;

    @Autowired
    ImportRun run;

    @Autowired
    Exports exports;

    @Autowired
    Supporters supporters;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor ora;

    @BeforeEach
    void found() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
    }

    @Test
    void columns_are_guessed_in_english_and_in_spanish() {
        assertThat(targets("Phone", "Street Address", "Zip", "Lat", "Lng"))
                .containsExactly(
                        ImportTarget.PHONE,
                        ImportTarget.ADDRESS,
                        ImportTarget.POSTAL_CODE,
                        ImportTarget.LATITUDE,
                        ImportTarget.LONGITUDE);
        assertThat(targets("Teléfono", "Dirección", "Latitud", "Longitud"))
                .containsExactly(
                        ImportTarget.PHONE, ImportTarget.ADDRESS, ImportTarget.LATITUDE, ImportTarget.LONGITUDE);
    }

    @Test
    void an_export_is_understood_by_the_next_rung() {
        bringIn(here, ora, """
            phone,first name,address,zip,latitude,longitude
            5105550132,Ana,"12 Main Street, Apt. 3",94612,37.80441,-122.27121
            5105550133,Ben,12 main st #3,94612,,
            """);
        var out = new ByteArrayOutputStream();
        exports.supporters(ora, out);
        var there = NewOrganization.with(db);
        var cory = there.member(Role.ORGANIZER);
        bringIn(there, cory, out.toString(StandardCharsets.UTF_8));
        var ana = one(cory, ANA);
        assertThat(ana.address().line()).isEqualTo("12 Main Street, Apt. 3");
        assertThat(ana.address().point()).hasValueSatisfying(point -> {
            assertThat(point.latitude()).isEqualTo(37.80441);
            assertThat(point.longitude()).isEqualTo(-122.27121);
        });
        assertThat(one(cory, BEN).address().point()).isEmpty();
        assertThat(supporters.household(cory, ana.supporterId()))
                .extracting(Supporter::firstName)
                .containsExactly("Ben");
    }

    @Test
    void coordinates_that_are_none_are_told_with_their_line_and_an_address_that_is_not_said_stays() {
        var done = bringIn(here, ora, """
            phone,address,lat,lon
            5105550132,12 Main Street,north,west
            5105550133,14 Main Street,,
            """);
        assertThat(done.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1));
        bringIn(here, ora, "phone,first name\n5105550133,Ben\n");
        assertThat(one(ora, BEN).address().line()).isEqualTo("14 Main Street");
    }

    private static List<ImportTarget> targets(String... headers) {
        return HeaderGuess.of(List.of(headers)).stream()
                .map(ImportColumn::target)
                .toList();
    }

    private Supporter one(Actor actor, PhoneNumber phone) {
        return supporters.byPhone(actor, phone).getFirst();
    }

    private Import bringIn(NewOrganization organization, Actor who, String csv) {
        var id = imports.importAll(
                who,
                "list.csv",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                "A list of " + organization.organizationId().text(),
                "Signed the paper form");
        assertThat(run.run(id, () -> false)).isTrue();
        return imports.get(who, id);
    }
}
