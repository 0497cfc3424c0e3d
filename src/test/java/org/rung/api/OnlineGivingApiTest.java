package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.Paying;
import org.rung.cast.Phones;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Programs look at what is given online. */
@RungTest
class OnlineGivingApiTest {
    @Autowired
    WebApplicationContext house;

    @Autowired
    DSLContext db;

    @Autowired
    Supporters supporters;

    Program program;
    SupporterId nia;

    @BeforeEach
    void somebody() {
        program = Program.of(house);
        nia = supporters.known(program.organization, SupporterDraft.of("Nia", "Okafor", Phones.fresh()));
    }

    @Test
    void monthly_gifts_are_read_page_by_page_by_state_and_one_by_one() {
        Standing first = standing("ACTIVE");
        Standing second = standing("FAILING");
        Standing third = standing("ACTIVE");

        var page = program.get("/standing-gifts?limit=2").ok();
        assertThat(page.get("items"))
                .extracting(gift -> gift.get("id").asString())
                .containsExactly(third.text(), second.text());
        assertThat(program.get("/standing-gifts?limit=2&after="
                                + page.get("next").asString())
                        .ok()
                        .get("items"))
                .extracting(gift -> gift.get("id").asString())
                .containsExactly(first.text());
        assertThat(program.get("/standing-gifts?state=FAILING").ok().get("items"))
                .extracting(gift -> gift.get("id").asString())
                .containsExactly(second.text());
        var one = program.get("/standing-gifts/" + second.text());
        assertThat(one.at("/supporter")).isEqualTo(nia.text());
        assertThat(one.at("/failure")).isEqualTo("card_declined");
        assertThat(one.ok().get("amount").asLong()).isEqualTo(1_000);
        assertThat(one.text()).as("the giver's own link is theirs").doesNotContain("token-of-");
        refused(program.get("/standing-gifts?state=LOST"), 400, "state");
    }

    @Test
    void what_is_over_stays_as_it_is_and_nothing_is_stopped_without_the_provider() {
        Standing over = standing("ENDED");
        assertThat(program.post("/standing-gifts/" + over.text() + "/stop").at("/state"))
                .isEqualTo("ENDED");
        Standing going = standing("ACTIVE");
        refused(program.post("/standing-gifts/" + going.text() + "/stop"), 409, "");
        assertThat(program.get("/standing-gifts/" + going.text()).at("/state")).isEqualTo("ACTIVE");
    }

    @Test
    void checkouts_and_differences_of_the_books_are_listed() {
        for (String state : new String[] {"PAID", "OPEN"}) checkout(state);
        gap(null);
        gap("2026-10-01 00:00:00");
        assertThat(program.get("/checkouts").ok().get("items"))
                .hasSize(2)
                .first()
                .satisfies(checkout -> {
                    assertThat(checkout.get("state").asString()).isEqualTo("OPEN");
                    assertThat(checkout.get("supporter").asString()).isEqualTo(nia.text());
                    assertThat(checkout.get("amount").asLong()).isEqualTo(2_500);
                });
        assertThat(program.get("/checkouts?state=PAID&limit=1").ok().get("items"))
                .hasSize(1);
        assertThat(program.get("/payment-gaps").ok().get("items"))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.get("kind").asString()).isEqualTo("AMOUNT");
                    assertThat(gap.get("ours").asLong()).isEqualTo(2_500);
                    assertThat(gap.get("theirs").asLong()).isEqualTo(2_000);
                });
        assertThat(program.get("/payment-gaps?open=false").ok().get("items")).hasSize(1);
    }

    @Test
    void a_supporters_own_link_is_the_same_however_often_it_is_asked_for() {
        refused(program.post(link()), 409, "");
        Paying.opened(db, program.organization);
        var made = program.post(link());
        assertThat(made.at("/url")).matches("\\S+/g/[\\w-]{22}");
        assertThat(program.post(link()).ok()).isEqualTo(made.ok());
        refused(program.post("/supporters/none/give-link"), 400, "id");
    }

    @Test
    void neither_other_organizations_nor_who_may_not_see_giving_get_anything() {
        Standing gift = standing("ACTIVE");
        checkout("PAID");
        gap(null);
        Program stranger = Program.of(house);
        Paying.opened(db, stranger.organization);
        for (String list : new String[] {"/standing-gifts", "/checkouts", "/payment-gaps"})
            assertThat(stranger.get(list).ok().get("items")).as(list).isEmpty();
        assertThat(stranger.get("/standing-gifts/" + gift.text()).status()).isEqualTo(404);
        assertThat(stranger.post("/standing-gifts/" + gift.text() + "/stop").status())
                .isEqualTo(404);
        assertThat(stranger.post(link()).status()).isEqualTo(404);

        Program scopeless = program.with(Permission.SEE_PEOPLE, Permission.RECORD_ACTIONS);
        for (String list :
                new String[] {"/standing-gifts", "/checkouts", "/payment-gaps", "/standing-gifts/" + gift.text()})
            assertThat(scopeless.get(list).status()).as(list).isEqualTo(403);
        assertThat(scopeless.post("/standing-gifts/" + gift.text() + "/stop").status())
                .isEqualTo(403);
        assertThat(program.with(Permission.SEE_GIVING).post(link()).status()).isEqualTo(403);
    }

    private String link() {
        return "/supporters/" + nia.text() + "/give-link";
    }

    private record Standing(long value) implements Id {}

    private Standing standing(String state) {
        Standing id = new Standing(Id.next());
        db.execute(
                "insert into standing_gifts (standing_gift_id, organization_id, supporter_id, subscription_id, token, state,"
                        + " minor, currency, language, started_at, failure, seen_at) values (?, ?, ?, ?, ?, ?, 1000,"
                        + " 'USD', 'en', '2026-09-01 00:00:00', ?, '2026-09-01 00:00:00')",
                id.value(),
                program.organization.value(),
                nia.value(),
                "sub_" + id.text(),
                "token-of-" + id.text(),
                state,
                state.equals("FAILING") ? "card_declined" : "");
        return id;
    }

    private void checkout(String state) {
        db.execute(
                "insert into checkouts (checkout_id, organization_id, supporter_id, state, monthly, minor, currency,"
                        + " language, created_at) values (?, ?, ?, ?, false, 2500, 'USD', 'en', '2026-09-01 00:00:00')",
                Id.next(),
                program.organization.value(),
                nia.value(),
                state);
    }

    private void gap(@org.jspecify.annotations.Nullable String settled) {
        long id = Id.next();
        db.execute(
                "insert into payment_gaps (payment_gap_id, organization_id, payment_key, kind, ours_minor, theirs_minor,"
                        + " currency, found_at, settled_at) values (?, ?, ?, 'AMOUNT', 2500, 2000, 'USD',"
                        + " '2026-09-01 00:00:00', ?)",
                id,
                program.organization.value(),
                "pi_" + id,
                settled);
    }
}
