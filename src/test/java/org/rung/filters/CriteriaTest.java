package org.rung.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.campaigns.CampaignId;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.people.Drafts;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.springframework.beans.factory.annotation.Autowired;

/** What people were told, said, did, gave and promised, as conditions. */
@RungTest
class CriteriaTest {
    @Autowired
    SupporterList list;

    @Autowired
    SupporterForms forms;

    @Autowired
    Filters filters;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    NewOrganization here;
    Actor.Member ora;
    SupporterId ana;
    SupporterId ben;
    SupporterId cam;
    CampaignId rent;

    @BeforeEach
    void three_people_and_a_campaign() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ADMIN);
        ana = person("Ana");
        ben = person("Ben");
        cam = person("Cam");
        rent = new CampaignId(Id.next());
        db.execute(
                "insert into campaigns (campaign_id, organization_id, name, state, texting_from, texting_until,"
                        + " first_batch, reply_batch, created_at, started_at)"
                        + " values (?, ?, 'Rent', 'RUNNING', '09:00:00', '20:30:00', 50, 25, ?, ?)",
                rent.value(),
                here.organizationId().value(),
                now(),
                now());
    }

    @Test
    void past_campaigns_are_found_by_what_became_of_them() {
        var told = conversation(ana, now(), null, null);
        conversation(ben, now(), now(), "OPTED_OUT");
        conversation(cam, null, null, null);
        answer(told, ana);
        assertThat(found(line("texted", "", rent.text()))).containsExactly(ana, ben);
        assertThat(found(line("replied", "", rent.text()))).containsExactly(ben);
        assertThat(found(line("opted_out_in", "", rent.text()))).containsExactly(ben);
        assertThat(found(line("answered", rent.text() + ":come", "yes"))).containsExactly(ana);
        assertThat(found(not(line("texted", "", rent.text())))).containsExactly(cam);
        assertThat(found(line("clicked_in", "", rent.text()))).isEmpty();
        assertThat(filters.criterion("replied").orElseThrow().choices(here.organizationId()))
                .extracting(Criterion.Choice::shown)
                .containsExactly("Rent");
        var mallory = NewOrganization.with(db).member(Role.ADMIN);
        for (var kind : List.of("texted", "replied", "succeeded", "opted_out_in", "clicked_in"))
            assertThatThrownBy(() ->
                            list.count(mallory, new SupporterFilter("", List.of(not(line(kind, "", rent.text()))))))
                    .as("another organization's campaign is none: " + kind)
                    .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void what_people_did_is_found_ever_and_in_so_many_days() {
        acted(ana, "SIGNED", clock.instant().minus(Duration.ofDays(40)), null);
        acted(ben, "SIGNED", clock.instant().minus(Duration.ofDays(3)), null);
        acted(cam, "SHARED", clock.instant().minus(Duration.ofDays(3)), null);
        assertThat(found(line("acted", "", "SIGNED"))).containsExactly(ana, ben);
        assertThat(found(line("acted", "", "SIGNED", "SHARED"))).containsExactly(ana, ben, cam);
        assertThat(found(within("SIGNED", "30"))).containsExactly(ben);
        assertThat(found(not(within("SIGNED", "30")))).containsExactly(ana, cam);
        db.execute("update actions set voided_at = ? where supporter_id = ?", now(), ben.value());
        assertThat(found(within("SIGNED", "30"))).as("a voided one is none").isEmpty();
        for (var wrong : List.of(within("SIGNED", "0"), within("SIGNED", "soon"), within("FLEW", "30")))
            assertThat(filters.trouble(here.organizationId(), wrong))
                    .as(wrong.toString())
                    .isPresent();
    }

    @Test
    void gifts_are_counted_together_in_their_currency() {
        acted(ana, "GAVE", clock.instant(), 2_000L);
        acted(ana, "GAVE", clock.instant(), 1_500L);
        acted(ben, "GAVE", clock.instant(), 500L);
        assertThat(found(gave(Comparison.MORE, "30"))).containsExactly(ana);
        assertThat(found(gave(Comparison.MORE, "35"))).isEmpty();
        assertThat(found(gave(Comparison.LESS, "10.50"))).containsExactly(ben);
        assertThat(filters.trouble(here.organizationId(), gave(Comparison.MORE, "lots")))
                .isPresent();
        assertThat(filters.trouble(
                        here.organizationId(), new FilterLine("gave", "XXQ", false, Comparison.MORE, List.of("1"))))
                .isPresent();
        assertThat(filters.criterion("gave").orElseThrow().choices(here.organizationId()))
                .extracting(Criterion.Choice::key)
                .containsExactly("USD");
    }

    @Test
    void promises_are_found_by_what_became_of_them() {
        promised(ana, "KEPT");
        promised(ben, "BROKEN");
        assertThat(found(line("promised", "", "KEPT"))).containsExactly(ana);
        assertThat(found(line("promised", "", "KEPT", "BROKEN"))).containsExactly(ana, ben);
        assertThat(found(not(line("promised", "", "BROKEN")))).containsExactly(ana, cam);
    }

    private SupporterId person(String name) {
        return forms.add(ora, Drafts.of(name, "", Phones.fresh()));
    }

    private long conversation(
            SupporterId who, @Nullable LocalDateTime out, @Nullable LocalDateTime in, @Nullable String closed) {
        var id = Id.next();
        db.execute(
                "insert into conversations (conversation_id, organization_id, campaign_id, supporter_id, phone, state,"
                        + " closed_reason, last_out_at, last_in_at, created_at)"
                        + " select ?, organization_id, ?, supporter_id, phone, ?, ?, ?, ?, ? from supporter_phones"
                        + " where supporter_id = ?",
                id,
                rent.value(),
                closed == null ? "AWAITING_REPLY" : "CLOSED",
                closed,
                out,
                in,
                now(),
                who.value());
        return id;
    }

    private void answer(long conversation, SupporterId who) {
        db.execute(
                "insert into answers (answer_id, organization_id, conversation_id, supporter_id, campaign_id,"
                        + " question_key, answer_key, answered_at) values (?, ?, ?, ?, ?, 'come', 'yes', ?)",
                Id.next(),
                here.organizationId().value(),
                conversation,
                who.value(),
                rent.value(),
                now());
    }

    private void acted(SupporterId who, String type, Instant when, @Nullable Long amount) {
        db.execute(
                "insert into actions (action_id, organization_id, supporter_id, type, amount_minor, currency,"
                        + " verification, happened_at, recorded_at, actor_kind) values (?, ?, ?, ?, ?, ?, 'SELF', ?, ?, 'SYSTEM')",
                Id.next(),
                here.organizationId().value(),
                who.value(),
                type,
                amount,
                amount == null ? null : "USD",
                LocalDateTime.ofInstant(when, ZoneOffset.UTC),
                now());
    }

    private void promised(SupporterId who, String state) {
        db.execute(
                "insert into commitments (commitment_id, organization_id, supporter_id, family, title, state, promised_at)"
                        + " values (?, ?, ?, 'COME', 'Come', ?, ?)",
                Id.next(),
                here.organizationId().value(),
                who.value(),
                state,
                now());
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private List<SupporterId> found(FilterLine line) {
        return list.page(ora, new SupporterFilter("", List.of(line)), Page.Wanted.first(50)).rows().stream()
                .map(SupporterRow::supporterId)
                .toList()
                .reversed();
    }

    private static FilterLine line(String kind, String key, String... values) {
        return new FilterLine(kind, key, List.of(values));
    }

    private static FilterLine within(String type, String days) {
        return new FilterLine("acted", type, false, Comparison.WITHIN, List.of(days));
    }

    private static FilterLine gave(Comparison compare, String amount) {
        return new FilterLine("gave", "USD", false, compare, List.of(amount));
    }

    private static FilterLine not(FilterLine line) {
        return new FilterLine(line.kind(), line.key(), true, line.compare(), line.values());
    }
}
