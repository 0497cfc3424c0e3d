package org.rung.giving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.actions.Actions;
import org.rung.actions.Money;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.ladder.LadderKind;
import org.rung.ladder.Standings;
import org.rung.people.Drafts;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RungTest
class GiftsTest {
    @Autowired
    Gifts gifts;

    @Autowired
    Matching matching;

    @Autowired
    Standings standings;

    @Autowired
    Reckoning reckoning;

    @Autowired
    Actions actions;

    @Autowired
    SupporterForms forms;

    @Autowired
    Supporters supporters;

    @Autowired
    ApplicationContext house;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    NewOrganization here;
    Actor.Member cory;
    PhoneNumber anasPhone;
    SupporterId ana;

    @BeforeEach
    void a_coordinator_and_someone_who_gives() {
        here = Founding.found(house, NewOrganization.with(db));
        cory = here.member(Role.COORDINATOR);
        anasPhone = Phones.fresh();
        ana = forms.add(
                cory, Drafts.full("Ana", "Lopez", "ana@example.org", "Oakland", "", Set.of(), Map.of(), anasPhone));
    }

    @Test
    void a_gift_is_evidence_of_what_is_left_of_it() {
        GiftId gift = gifts.record(cory, of(ana, 5_000));
        assertThat(evidence()).containsExactly(5_000L);
        gifts.became(cory, gift, back(2_000));
        assertThat(evidence()).containsExactly(3_000L);
        gifts.became(cory, gift, back(3_000));
        assertThat(evidence()).isEmpty();
        assertThat(gifts.get(cory, gift).state()).isEqualTo(GiftState.WENT_BACK);
        gifts.became(cory, gift, new Back(EntryKind.DISPUTE_WON, 1_000, clock.instant(), "", Optional.empty()));
        assertThat(evidence()).containsExactly(1_000L);
        assertThat(gifts.entries(cory, gift)).hasSize(4);
        everythingAgrees();
    }

    @Test
    void the_giving_ladder_follows() {
        GiftId first = gifts.record(cory, of(ana, 5_000));
        assertThat(givingRung()).isEqualTo(3);
        gifts.record(cory, of(ana, 100));
        assertThat(givingRung()).isEqualTo(4);
        gifts.became(cory, first, back(5_000));
        assertThat(givingRung()).isEqualTo(3);
    }

    private int givingRung() {
        return standings.of(cory, ana).stream()
                .filter(standing -> standing.kind() == LadderKind.GIVING)
                .findFirst()
                .orElseThrow()
                .position();
    }

    @Test
    void no_more_goes_back_than_came_and_no_more_comes_again_than_went() {
        GiftId gift = gifts.record(cory, of(ana, 5_000));
        assertThatThrownBy(() -> gifts.became(cory, gift, back(5_001))).isInstanceOf(Problem.Invalid.class);
        gifts.became(cory, gift, back(4_000));
        assertThatThrownBy(() -> gifts.became(cory, gift, back(1_001))).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> gifts.became(
                        cory, gift, new Back(EntryKind.DISPUTE_WON, 4_001, clock.instant(), "", Optional.empty())))
                .isInstanceOf(Problem.Invalid.class);
        everythingAgrees();
    }

    @Test
    void the_same_told_twice_is_written_once() {
        GiftDraft draft = of(ana, 5_000).once("payment-1");
        GiftId gift = gifts.record(cory, draft);
        assertThat(gifts.record(cory, draft)).isEqualTo(gift);
        assertThat(gifts.recordAll(cory, List.of(draft, draft)))
                .extracting(GiftWritten::outcome)
                .containsOnly(GiftWritten.Outcome.KNOWN);
        assertThat(gifts.recordAll(cory, List.of(of(ana, 6_000).once("payment-1"))))
                .extracting(GiftWritten::outcome)
                .containsExactly(GiftWritten.Outcome.DIFFERS);
        Back back = new Back(EntryKind.REFUNDED, 1_000, clock.instant(), "", Optional.of("refund-1"));
        gifts.became(cory, gift, back);
        gifts.became(cory, gift, back);
        assertThat(gifts.get(cory, gift).keptMinor()).isEqualTo(4_000);
        everythingAgrees();
    }

    /** Tries to break the sums: any order, everything twice, in parts, on several threads, in two currencies. */
    @Test
    void totals_reconcile_whatever_order_things_are_told_in() throws Exception {
        Random random = new Random(4711);
        Map<String, Long> expected = new HashMap<>();
        List<GiftDraft> told = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String currency = random.nextBoolean() ? "USD" : "JPY";
            long amount = 1 + random.nextInt(10_000);
            long gone = random.nextInt(3) == 0 ? 1 + random.nextLong(amount) : 0;
            expected.merge(currency, amount - gone, Long::sum);
            GiftDraft came = new GiftDraft(
                    random.nextInt(4) == 0 ? Optional.empty() : Optional.of(ana),
                    Giver.UNNAMED,
                    new Money(amount, currency),
                    GiftWay.ONLINE,
                    clock.instant().minus(Duration.ofHours(random.nextInt(1_000))),
                    "",
                    Optional.of("p" + i),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            told.add(came);
            told.add(came);
            if (gone > 0) {
                long first = 1 + random.nextLong(gone);
                told.add(refunded(came, first, "r1-" + i));
                told.add(refunded(came, first, "r1-" + i));
                if (gone > first) told.add(refunded(came, gone - first, "r2-" + i));
            }
        }
        Collections.shuffle(told, random);
        List<Callable<Boolean>> threads = new ArrayList<>();
        for (int thread = 0; thread < 3; thread++) {
            List<GiftDraft> part = new ArrayList<>(told);
            Collections.shuffle(part, random);
            threads.add(() -> {
                for (int from = 0; from < part.size(); from += 7)
                    again(part.subList(from, Math.min(part.size(), from + 7)));
                return true;
            });
        }
        assertThat(AtOnce.all(threads)).containsOnly(true);
        Map<String, Long> totals = new HashMap<>();
        gifts.totals(cory, GiftFilter.ALL).forEach(total -> totals.put(total.currency(), total.keptMinor()));
        assertThat(totals).isEqualTo(expected);
        everythingAgrees();
    }

    /** Whoever loses a race over rows tells it again, as every caller does. */
    private void again(List<GiftDraft> drafts) {
        for (int tries = 0; ; tries++) {
            try {
                gifts.recordAll(here.system(), drafts);
                return;
            } catch (org.springframework.dao.PessimisticLockingFailureException lost) {
                if (tries == 20) throw lost;
            }
        }
    }

    @Test
    void two_refunds_at_once_do_not_take_the_same_money_twice() throws Exception {
        GiftId gift = gifts.record(cory, of(ana, 5_000));
        Callable<Boolean> refund = () -> {
            try {
                gifts.became(cory, gift, back(3_000));
                return true;
            } catch (Problem.Invalid tooMuch) {
                return false;
            }
        };
        assertThat(AtOnce.all(refund, refund)).containsExactlyInAnyOrder(true, false);
        assertThat(gifts.get(cory, gift).keptMinor()).isEqualTo(2_000);
        everythingAgrees();
    }

    @Test
    void who_gave_is_found_by_number_and_name_then_by_address_and_name() {
        assertThat(outcome(new Giver("ána", "", "", Optional.of(anasPhone)))).isEqualTo(GiftWritten.Outcome.ADDED);
        assertThat(outcome(new Giver("Ana", "Lopez", "ANA@example.org", Optional.empty())))
                .isEqualTo(GiftWritten.Outcome.ADDED);
        assertThat(outcome(new Giver("Ben", "Lopez", "ana@example.org", Optional.of(anasPhone))))
                .isEqualTo(GiftWritten.Outcome.ADDED_UNMATCHED);
        assertThat(outcome(new Giver("Ana", "Lopez", "", Optional.empty())))
                .isEqualTo(GiftWritten.Outcome.ADDED_UNMATCHED);
        forms.add(cory, Drafts.full("Ana", "Lopez", "ana@example.org", "Berkeley", "", Set.of(), Map.of()));
        assertThat(outcome(new Giver("Ana", "Lopez", "ana@example.org", Optional.empty())))
                .as("two of that name and address")
                .isEqualTo(GiftWritten.Outcome.ADDED_UNMATCHED);
        assertThat(gifts.count(cory, GiftFilter.UNMATCHED, 10)).isEqualTo(3);
        everythingAgrees();
    }

    @Test
    void what_is_unmatched_is_settled_by_hand_and_taken_back() {
        GiftId gift = gifts.record(cory, by(new Giver("Zoe", "Lopez", "", Optional.empty())));
        assertThat(evidence()).isEmpty();
        assertThat(matching.candidates(cory, gift))
                .extracting(person -> person.supporterId())
                .containsExactly(ana);
        gifts.assign(cory, gift, Optional.of(ana));
        assertThat(evidence()).containsExactly(1_000L);
        gifts.assign(cory, gift, Optional.empty());
        assertThat(evidence()).isEmpty();
        SupporterId zoe = matching.newcomer(cory, gift);
        assertThat(gifts.get(cory, gift).supporterId()).contains(zoe);
        assertThat(gifts.totals(cory, GiftFilter.of(zoe)))
                .extracting(GiftTotal::keptMinor)
                .containsExactly(1_000L);
        everythingAgrees();
    }

    @Test
    void the_evidence_of_a_gift_is_changed_with_the_gift_alone() {
        gifts.record(cory, of(ana, 5_000));
        var action =
                actions.before(cory, ana, clock.instant().plusSeconds(60), 5).getFirst();
        assertThatThrownBy(() -> actions.voidAction(cory, action.actionId(), "By mistake"))
                .isInstanceOf(Problem.Conflict.class);
        everythingAgrees();
    }

    @Test
    void whoever_is_erased_leaves_the_books_as_they_were() {
        GiftId gift = gifts.record(
                cory,
                new GiftDraft(
                        Optional.of(ana),
                        new Giver("Ana", "Lopez", "ana@example.org", Optional.of(anasPhone)),
                        new Money(5_000, "USD"),
                        GiftWay.CHECK,
                        clock.instant(),
                        "From Ana"));
        supporters.erase(cory, ana);
        GiftRow left = gifts.get(cory, gift);
        assertThat(left.keptMinor()).isEqualTo(5_000);
        assertThat(left.erased()).isTrue();
        assertThat(left.supporterId()).isEmpty();
        assertThat(left.giver()).isEqualTo(Giver.UNNAMED);
        assertThat(left.note()).isEmpty();
        assertThat(gifts.count(cory, GiftFilter.UNMATCHED, 10)).isZero();
        assertThatThrownBy(() -> gifts.assign(cory, gift, Optional.of(ana))).isInstanceOf(Problem.class);
        everythingAgrees();
    }

    @Test
    void amounts_are_for_coordinators_and_admins_of_this_organization() {
        GiftId gift = gifts.record(cory, of(ana, 5_000));
        for (Role role : List.of(Role.TEXTER, Role.ORGANIZER)) {
            Actor other = here.member(role);
            assertThatThrownBy(() -> gifts.page(other, GiftFilter.ALL, Page.Wanted.first(5)))
                    .isInstanceOf(Problem.Refused.class);
            assertThatThrownBy(() -> gifts.totals(other, GiftFilter.ALL)).isInstanceOf(Problem.Refused.class);
            assertThatThrownBy(() -> gifts.get(other, gift)).isInstanceOf(Problem.Refused.class);
            assertThatThrownBy(() -> gifts.record(other, of(ana, 5))).isInstanceOf(Problem.Refused.class);
        }
        assertThatThrownBy(() -> gifts.each(cory, GiftFilter.ALL, row -> {}))
                .as("a coordinator exports nothing")
                .isInstanceOf(Problem.Refused.class);
        Actor.Member stranger = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> gifts.get(stranger, gift)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> gifts.became(stranger, gift, back(1))).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> gifts.record(stranger, of(ana, 5))).isInstanceOf(Problem.Missing.class);
        assertThat(gifts.totals(stranger, GiftFilter.ALL)).isEmpty();
    }

    @Test
    void lists_page_by_day_and_narrow_by_way_and_state() {
        for (int i = 0; i < 5; i++) gifts.record(cory, of(ana, 100 + i));
        GiftId gone = gifts.record(cory, of(ana, 900));
        gifts.became(cory, gone, back(900));
        var first = gifts.page(cory, GiftFilter.ALL, Page.Wanted.first(4));
        var second = gifts.page(cory, GiftFilter.ALL, new Page.Wanted(first.next(), 4));
        assertThat(first.rows()).hasSize(4);
        assertThat(second.rows()).hasSize(2).doesNotContainAnyElementsOf(first.rows());
        assertThat(second.next()).isEmpty();
        GiftFilter wentBack = new GiftFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(GiftWay.CASH),
                Optional.of(GiftState.WENT_BACK),
                Optional.empty(),
                false);
        assertThat(gifts.page(cory, wentBack, Page.Wanted.first(5)).rows())
                .extracting(GiftRow::giftId)
                .containsExactly(gone);
        assertThatThrownBy(() -> gifts.page(cory, GiftFilter.ALL, new Page.Wanted(Optional.of("nonsense"), 4)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void money_of_tomorrow_is_not_in_the_books() {
        GiftDraft tomorrow = new GiftDraft(
                Optional.of(ana),
                Giver.UNNAMED,
                new Money(1, "USD"),
                GiftWay.CASH,
                clock.instant().plus(Duration.ofDays(1)),
                "");
        assertThatThrownBy(() -> gifts.record(cory, tomorrow)).isInstanceOf(Problem.Invalid.class);
    }

    private void everythingAgrees() {
        assertThat(reckoning.reckon(cory))
                .allSatisfy(row -> assertThat(row.entries()).isEqualTo(row.gifts()));
        assertThat(reckoning.reckon(cory))
                .allSatisfy(row -> assertThat(row.matched()).isEqualTo(row.evidence()));
    }

    private List<Long> evidence() {
        return db.fetch(
                        "select amount_minor from actions where organization_id = ? and type = 'GAVE'"
                                + " and voided_at is null",
                        here.organizationId().value())
                .getValues(0, Long.class);
    }

    private GiftWritten.Outcome outcome(Giver giver) {
        return gifts.recordAll(cory, List.of(by(giver))).getFirst().outcome();
    }

    private GiftDraft by(Giver giver) {
        return new GiftDraft(Optional.empty(), giver, new Money(1_000, "USD"), GiftWay.CASH, clock.instant(), "");
    }

    private GiftDraft of(SupporterId who, long minor) {
        return new GiftDraft(
                Optional.of(who), Giver.UNNAMED, new Money(minor, "USD"), GiftWay.CASH, clock.instant(), "");
    }

    private Back back(long minor) {
        return new Back(EntryKind.REFUNDED, minor, clock.instant(), "", Optional.empty());
    }

    private GiftDraft refunded(GiftDraft came, long minor, String key) {
        return new GiftDraft(
                came.supporterId(),
                came.giver(),
                came.amount(),
                came.way(),
                came.givenAt(),
                "",
                came.onceKey(),
                Optional.empty(),
                Optional.of(new Back(EntryKind.REFUNDED, minor, clock.instant(), "", Optional.of(key))),
                Optional.empty());
    }
}
