package org.rung.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever said stop to one Rung has said it to every Rung that their list comes to. */
@RungTest
class ConsentOfListsTest {
    private static final PhoneNumber ANA = new PhoneNumber("+15105550132");
    private static final PhoneNumber HER_OTHER = new PhoneNumber("+15105550199");
    private static final PhoneNumber BO = new PhoneNumber("+15105550133");
    private static final PhoneNumber NOBODY = new PhoneNumber("+15105550134");

    @Autowired
    Imports imports;

    @Autowired
    ImportRun run;

    @Autowired
    Exports exports;

    @Autowired
    Rejects rejects;

    @Autowired
    Consents consents;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext database;

    NewOrganization here;
    Actor ora;

    @BeforeEach
    void found() {
        here = NewOrganization.with(database);
        ora = here.member(Role.ORGANIZER);
    }

    @Test
    void who_opted_out_of_one_rung_is_opted_out_of_the_next_each_number_for_itself() {
        bringIn(here, "phone,name\n5105550132;5105550199,Ana Reyes\n5105550133,Bo Park\n");
        says(HER_OTHER, ConsentKind.OPTED_OUT);
        says(BO, ConsentKind.OPTED_OUT);
        var csv = everyone();

        var there = NewOrganization.with(database);
        assertThat(bringIn(there, csv).counts()).isEqualTo(new ImportCounts(2, 0, 0, 0));

        assertThat(stands(there, ANA)).isEqualTo(ConsentKind.OPTED_IN);
        assertThat(stands(there, HER_OTHER)).isEqualTo(ConsentKind.OPTED_OUT);
        assertThat(stands(there, BO)).isEqualTo(ConsentKind.OPTED_OUT);
        assertThat(lines(there, BO)).isEqualTo("OPTED_OUT IMPORT");
    }

    @Test
    void the_do_not_text_list_knows_numbers_of_nobody_and_makes_nobody() {
        bringIn(here, "phone,name\n5105550132,Ana Reyes\n5105550133,Bo Park\n");
        says(BO, ConsentKind.WRONG_NUMBER);
        says(NOBODY, ConsentKind.OPTED_OUT);
        var out = new ByteArrayOutputStream();
        exports.suppressed(ora, out);
        var csv = out.toString(StandardCharsets.UTF_8);

        assertThat(csv.lines().skip(1))
                .satisfiesExactly(
                        bo -> assertThat(bo)
                                .startsWith("+15105550133,WRONG_NUMBER,")
                                .endsWith(",REPLY,stop"),
                        nobody -> assertThat(nobody)
                                .startsWith("+15105550134,OPTED_OUT,")
                                .endsWith(",REPLY,stop"));
        assertThat(here("select detail from audit_log where organization_id = ? and verb = 'suppressed.exported'"))
                .isEqualTo("2 numbers");
        assertThatThrownBy(() -> exports.suppressed(here.member(Role.TEXTER), new ByteArrayOutputStream()))
                .isInstanceOf(Problem.Refused.class);

        var there = NewOrganization.with(database);
        bringIn(there, "phone,name\n5105550133,Bo Park\n");
        assertThat(bringIn(there, csv).counts()).isEqualTo(new ImportCounts(0, 0, 2, 0));
        assertThat(stands(there, BO)).isEqualTo(ConsentKind.WRONG_NUMBER);
        assertThat(stands(there, NOBODY)).isEqualTo(ConsentKind.OPTED_OUT);
        assertThat(database.fetchCount(database.selectFrom("supporters where organization_id = "
                        + there.organizationId().value())))
                .isEqualTo(1);
    }

    @Test
    void of_more_than_a_page_of_such_numbers_each_is_told_once() {
        var csv = new StringBuilder("phone,consent\n");
        for (int i = 0; i < 4_500; i++) csv.append("+1510556%04d,no\n".formatted(i));
        bringIn(here, csv.toString());
        var out = new ByteArrayOutputStream();
        exports.suppressed(ora, out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1).map(line -> line.substring(0, 12)))
                .hasSize(4_500)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "Consent, OPTED_OUT, OPTED_OUT",
        "Consent, opted in, OPTED_IN",
        "Consent, , OPTED_IN",
        "Consentimiento, no, OPTED_OUT",
        "Consentimiento, Sí, OPTED_IN",
        "SMS consent, Do not text, OPTED_OUT",
        "Consent status, número equivocado, WRONG_NUMBER",
        "Opted out, TRUE, OPTED_OUT",
        "Opted out, FALSE, OPTED_IN",
        "Unsubscribed, 2026-03-01, OPTED_OUT",
        "Do not text, x, OPTED_OUT",
        "Do not text, , OPTED_IN",
        "Dado de baja, sí, OPTED_OUT"
    })
    void a_list_says_it_in_many_ways(String header, String cell, ConsentKind stands) {
        var done = bringIn(here, "phone,name," + header + "\n5105550132,Ana," + (cell == null ? "" : cell) + "\n");

        assertThat(done.settings().columns().getLast().target()).isEqualTo(ImportTarget.CONSENT);
        assertThat(done.counts()).isEqualTo(new ImportCounts(1, 0, 0, 0));
        assertThat(stands(here, ANA)).isEqualTo(stands);
    }

    @Test
    void words_that_could_mean_either_are_no_consent_the_row_is_told() {
        var done = bringIn(here, "phone,name,Consent\n5105550132,Ana,maybe later\n5105550133,Bo,yes\n");

        assertThat(done.counts()).isEqualTo(new ImportCounts(1, 0, 0, 1));
        assertThat(rejects.reasons(ora, done.importId()))
                .singleElement()
                .satisfies(why -> assertThat(why.reason().text()).contains("problem.consent-unknown"));
        assertThat(consents.of(here.organizationId(), ANA)).isEmpty();
    }

    @Test
    void of_two_columns_and_of_two_rows_the_refusal_counts() {
        bringIn(here, "phone,name,Consent,Opted out\n5105550132,Ana,yes,TRUE\n5105550133,Bo,no,\n5105550133,Cy,yes,\n");

        assertThat(stands(here, ANA)).isEqualTo(ConsentKind.OPTED_OUT);
        assertThat(stands(here, BO)).isEqualTo(ConsentKind.OPTED_OUT);
    }

    @Test
    void a_list_lifts_no_opt_out_and_moves_no_time() {
        bringIn(here, "phone,name\n5105550132,Ana\n");
        says(ANA, ConsentKind.OPTED_OUT);
        var since = consents.of(here.organizationId(), ANA).orElseThrow().since();
        clock.tick(Duration.ofDays(1));

        bringIn(here, "phone,name,consent\n5105550132,Ana,yes\n");
        bringIn(here, "phone,name,consent\n5105550132,Ana,no\n");
        bringIn(here, "phone,name,consent\n5105550132,Ana,wrong number\n");

        assertThat(consents.of(here.organizationId(), ANA).orElseThrow())
                .satisfies(now -> assertThat(now.consent()).isEqualTo(ConsentKind.OPTED_OUT))
                .satisfies(now -> assertThat(now.since()).isEqualTo(since));
        assertThat(lines(here, ANA)).isEqualTo("OPTED_IN IMPORT, OPTED_OUT REPLY");
    }

    @Test
    void a_list_stops_whom_we_texted_until_now() {
        bringIn(here, "phone,name\n5105550132,Ana\n");
        clock.tick(Duration.ofDays(1));
        bringIn(here, "phone,name,unsubscribed\n5105550132,Ana,yes\n");

        assertThat(stands(here, ANA)).isEqualTo(ConsentKind.OPTED_OUT);
        assertThat(consents.of(here.organizationId(), ANA).orElseThrow().since())
                .isEqualTo(clock.instant());
    }

    private void says(PhoneNumber phone, ConsentKind kind) {
        consents.record(
                ora, phone, kind, ConsentSource.REPLY, "stop", clock.instant().plusSeconds(1));
    }

    private ConsentKind stands(NewOrganization organization, PhoneNumber phone) {
        return consents.of(organization.organizationId(), phone).orElseThrow().consent();
    }

    private String lines(NewOrganization organization, PhoneNumber phone) {
        return one(
                "select group_concat(concat(kind, ' ', source) order by happened_at separator ', ') from consents"
                        + " where organization_id = ? and phone = '" + phone.text() + "'",
                organization.organizationId());
    }

    private String here(String sql) {
        return one(sql, here.organizationId());
    }

    private String one(String sql, OrganizationId organizationId) {
        return database.fetchSingle(sql, organizationId.value()).get(0, String.class);
    }

    private String everyone() {
        var out = new ByteArrayOutputStream();
        exports.supporters(ora, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Import bringIn(NewOrganization organization, String csv) {
        var who = organization.equals(here) ? ora : organization.member(Role.ORGANIZER);
        var id = imports.importAll(
                who,
                "list.csv",
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                "Another Rung",
                "Signed the paper form");
        assertThat(run.run(id, () -> false)).isTrue();
        return imports.get(who, id);
    }
}
