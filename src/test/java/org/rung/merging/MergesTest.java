package org.rung.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.AuditFilter;
import org.rung.accounts.AuditLog;
import org.rung.accounts.AuditRow;
import org.rung.accounts.OrganizationFounded;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Verification;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.ladder.Standing;
import org.rung.ladder.Standings;
import org.rung.people.CustomFields;
import org.rung.people.Drafts;
import org.rung.people.RelationshipKind;
import org.rung.people.Relationships;
import org.rung.people.Supporter;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.Tag;
import org.rung.people.Upserted;
import org.rung.people.Visibility;
import org.rung.turf.Turfs;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@RungTest
class MergesTest {
    @Autowired
    Merges merges;

    @Autowired
    Supporters supporters;

    @Autowired
    SupporterForms forms;

    @Autowired
    CustomFields fields;

    @Autowired
    Relationships relationships;

    @Autowired
    Actions actions;

    @Autowired
    Standings standings;

    @Autowired
    Turfs turfs;

    @Autowired
    AuditLog audit;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher announce;

    NewOrganization here;
    Actor.Member ora;
    Actor.Member tess;
    SupporterId ana;
    SupporterId anna;
    PhoneNumber home;
    PhoneNumber cell;

    @BeforeEach
    void two_entries_of_one_person() {
        clock.set(TestClock.TUESDAY_NOON);
        here = NewOrganization.with(db);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(here.organizationId())));
        ora = here.member(Role.ORGANIZER);
        tess = here.member(Role.TEXTER);
        fields.named(ora, "Building");
        fields.named(ora, "Pet");
        home = Phones.fresh();
        cell = Phones.fresh();
        ana = made(Drafts.full(
                "A.", "Ruiz", "ana@example.org", "", "", Set.of("Tenant", "Old"), Map.of("Building", "12B"), home));
        clock.tick(Duration.ofDays(1));
        anna = made(Drafts.full(
                "Ana",
                "Ruiz",
                "",
                "Oakland",
                "94601",
                Set.of("Tenant", "New"),
                Map.of("Building", "14", "Pet", "Cat"),
                cell,
                home));
    }

    private SupporterId made(SupporterDraft draft) {
        return forms.add(ora, draft);
    }

    private MergeId merge() {
        return merges.merge(ora, new MergeDraft(ana, anna, Map.of(), Map.of()));
    }

    @Test
    void of_two_values_the_fuller_or_newer_stays_unless_someone_chooses() {
        var both = merges.compare(ora, ana, anna);
        assertThat(both.parts())
                .containsEntry(Part.FIRST_NAME, Side.GONE)
                .containsEntry(Part.EMAIL, Side.KEPT)
                .containsEntry(Part.PLACE, Side.GONE)
                .containsEntry(Part.SOURCE, Side.KEPT);

        merges.merge(ora, new MergeDraft(ana, anna, Map.of(Part.PHONE, Side.KEPT), Map.of("building", Side.KEPT)));

        var one = supporters.get(ora, ana);
        assertThat(one.firstName()).isEqualTo("Ana");
        assertThat(one.email()).isEqualTo("ana@example.org");
        assertThat(one.city()).isEqualTo("Oakland");
        assertThat(one.phones()).containsExactly(home, cell);
        assertThat(one.tags()).extracting(Tag::name).containsExactly("New", "Old", "Tenant");
        assertThat(one.fields()).isEqualTo(Map.of("building", "12B", "pet", "Cat"));
        assertThatThrownBy(() -> supporters.get(ora, anna)).isInstanceOf(Problem.Missing.class);
        assertThat(merges.of(here.organizationId(), anna)).contains(ana);
    }

    @Test
    void what_they_did_counts_together_and_their_standing_follows_from_it() {
        did(ana, ActionType.SIGNED, 5);
        did(anna, ActionType.GAVE, 3);
        did(anna, ActionType.SIGNED, 40);
        assertThat(standing(ana).position()).isEqualTo(2);
        assertThat(standing(anna).position()).isEqualTo(3);

        var merge = merge();

        assertThat(standing(ana).position()).isEqualTo(3);
        assertThat(actions.before(ora, ana, tomorrow(), 100)).hasSize(3);
        assertThat(merges.of(ora, ana, tomorrow(), 10))
                .as("history says that it was a merge")
                .singleElement()
                .satisfies(each -> assertThat(each.undoable()).isTrue());

        merges.undo(ora, merge);

        assertThat(standing(ana).position()).isEqualTo(2);
        assertThat(standing(anna).position()).isEqualTo(3);
        assertThat(actions.before(ora, anna, tomorrow(), 100)).hasSize(2);
    }

    @Test
    void nobody_recruits_themselves_by_a_merge_and_a_recruit_follows_whom_they_become() {
        var friend = made(Drafts.of("Bo", "Chen", Phones.fresh()));
        recruited(anna, friend);
        recruited(ana, anna);
        recruited(friend, anna);
        assertThat(standing(ana).position()).isEqualTo(3);

        var merge = merge();

        var counting = actions.before(ora, ana, tomorrow(), 100).stream()
                .filter(each -> each.type() == ActionType.RECRUITED)
                .filter(each -> each.voided().isEmpty())
                .toList();
        assertThat(counting).as("the friend alone").hasSize(1);
        assertThat(recruitsOf(friend)).containsExactly(ana.value());

        merges.undo(ora, merge);
        assertThat(recruitsOf(friend)).containsExactly(anna.value());
        assertThat(recruitsOf(ana)).containsExactly(anna.value());
        assertThat(standing(ana).position()).isEqualTo(3);
    }

    private List<Long> recruitsOf(SupporterId who) {
        return db.fetch(
                        "select occasion_id from actions where supporter_id = ? and type = 'RECRUITED' and voided_at is null",
                        who.value())
                .getValues(0, Long.class);
    }

    private void recruited(SupporterId who, SupporterId whom) {
        actions.record(
                here.system(),
                new ActionDraft(
                        who,
                        ActionType.RECRUITED,
                        1,
                        Optional.empty(),
                        Verification.SYSTEM,
                        clock.instant(),
                        Optional.empty(),
                        Optional.of(whom.value()),
                        "",
                        Optional.empty()));
    }

    @Test
    void undone_both_are_exactly_what_they_were() {
        did(ana, ActionType.SIGNED, 5);
        did(anna, ActionType.GAVE, 3);
        supporters.note(ora, anna, "Has a cat");
        supporters.note(ora, ana, "Called once");
        relationships.know(ora, ana, RelationshipKind.FRIEND, 2, Visibility.SHARED);
        relationships.know(ora, anna, RelationshipKind.FAMILY, 3, Visibility.SHARED);
        relationships.know(here.member(Role.ORGANIZER), anna, RelationshipKind.NEIGHBOUR, 1, Visibility.SHARED);
        turfs.list(ora, "Both " + Id.next(), List.of(ana, anna));
        turfs.list(ora, "One " + Id.next(), List.of(anna));
        rowsOfOtherRooms();
        var before = everything();
        assertThat(before).hasSizeGreaterThan(20);

        var merge = merge();
        assertThat(everything()).isNotEqualTo(before);
        clock.tick(Duration.ofDays(3));
        merges.undo(ora, merge);

        assertThat(everything()).isEqualTo(before);
        assertThat(kept(merge)).isZero();
    }

    /** Of rooms that need a whole story to make one. */
    private void rowsOfOtherRooms() {
        long organization = here.organizationId().value();
        for (var who : List.of(ana, anna)) {
            db.execute(
                    "insert into commitments (commitment_id, organization_id, supporter_id, family, title, state, promised_at)"
                            + " values (?, ?, ?, 'COME', 'The meeting', 'PROMISED', '2026-10-01')",
                    Id.next(),
                    organization,
                    who.value());
            db.execute(
                    "insert into askings (asking_id, organization_id, ask_id, supporter_id, outcome, happened_at)"
                            + " select ?, organization_id, ask_id, ?, 'OPEN', '2026-10-01' from asks where organization_id = ?"
                            + " order by ask_id limit 1",
                    Id.next(),
                    who.value(),
                    organization);
            db.execute(
                    "insert into contacts (contact_id, organization_id, member_id, phone_hash, card_sealed, state, supporter_id,"
                            + " created_at) values (?, ?, ?, ?, 'sealed', 'SHARED', ?, '2026-10-01')",
                    Id.next(),
                    organization,
                    tess.memberId().value(),
                    "hash" + who.text(),
                    who.value());
        }
        db.execute(
                "insert into supporter_batches (organization_id, batch_id, supporter_id) values (?, 1, ?), (?, 1, ?), (?, 2, ?)",
                organization,
                ana.value(),
                organization,
                anna.value(),
                organization,
                anna.value());
        standings.lock(here.system(), standing(anna).ladderId(), anna, "Ill");
    }

    /** Every row that names one of the two; when they were last written about, and what no longer counts, aside. */
    private List<String> everything() {
        var rows = new ArrayList<String>();
        var tables = db.fetch("select table_name, column_name from information_schema.columns"
                + " where table_schema = database() and column_name like '%supporter\\_id'"
                + " and table_name not in ('merges', 'duplicates', 'duplicate_looks') order by 1, 2");
        for (var table : tables) {
            var name = table.get(0, String.class);
            var where = name.equals("moves") ? " and voided_at is null" : "";
            db.fetch(
                            "select * from " + name + " where " + table.get(1, String.class) + " in (?, ?)" + where,
                            ana.value(),
                            anna.value())
                    .forEach(row -> {
                        var words = new StringBuilder(name);
                        for (var field : row.fields())
                            if (!field.getName().equals("updated_at"))
                                words.append(' ')
                                        .append(field.getName())
                                        .append('=')
                                        .append(row.get(field));
                        rows.add(words.toString());
                    });
        }
        return rows.stream().sorted().toList();
    }

    @Test
    void what_has_happened_since_the_merge_stays_with_the_kept_one() {
        var merge = merge();
        clock.tick(Duration.ofHours(1));
        did(ana, ActionType.ATTENDED, 0);
        supporters.note(ora, ana, "Since then");
        supporters.tag(ora, List.of(ana), "Since");
        var since = Phones.fresh();
        supporters.upsert(
                ora,
                List.of(Drafts.full("Ana", "", "new@example.org", "", "", Set.of(), Map.of(), home, since)),
                Optional.empty());

        merges.undo(ora, merge);

        var one = supporters.get(ora, ana);
        assertThat(one.email()).isEqualTo("new@example.org");
        assertThat(one.city()).isEmpty();
        assertThat(one.phones()).containsExactly(home, since);
        assertThat(one.tags()).extracting(Tag::name).containsExactly("Old", "Since", "Tenant");
        assertThat(supporters.notes(ora, ana, tomorrow(), 10)).hasSize(1);
        assertThat(actions.before(ora, ana, tomorrow(), 10)).hasSize(1);
        var other = supporters.get(ora, anna);
        assertThat(other.phones()).containsExactly(cell, home);
        assertThat(other.tags()).extracting(Tag::name).containsExactly("New", "Tenant");
    }

    @Test
    void a_merge_can_be_undone_for_thirty_days_and_then_nothing_is_kept_of_it() {
        var merge = merge();
        clock.tick(Duration.ofDays(29));
        merges.settleOld();
        assertThat(merges.get(ora, merge).undoable()).isTrue();
        clock.tick(Duration.ofDays(1));
        assertThat(merges.get(ora, merge).undoable()).isFalse();
        assertThatThrownBy(() -> merges.undo(ora, merge)).isInstanceOf(Problem.Conflict.class);
        while (merges.settleOld()) {}
        assertThat(kept(merge)).isZero();
        assertThat(merges.of(here.organizationId(), anna))
                .as("links still lead there")
                .contains(ana);
    }

    private int kept(MergeId merge) {
        return db.fetchSingle("select count(*) from merge_parts where merge_id = ?", merge.value())
                .get(0, int.class);
    }

    @Test
    void whoever_is_erased_takes_along_what_their_merges_kept() {
        var merge = merge();
        assertThat(kept(merge)).isPositive();

        supporters.erase(ora, ana);

        assertThat(kept(merge)).isZero();
        assertThat(merges.of(here.organizationId(), anna)).isEmpty();
        assertThatThrownBy(() -> merges.undo(ora, merge)).isInstanceOf(Problem.Missing.class);
    }

    @Test
    void a_chain_is_taken_back_from_its_end() {
        var third = made(Drafts.of("Ana Maria", "Ruiz", Phones.fresh()));
        var first = merge();
        clock.tick(Duration.ofMinutes(1));
        var second = merges.merge(ora, new MergeDraft(third, ana, Map.of(), Map.of()));

        assertThat(merges.of(here.organizationId(), anna)).contains(third);
        assertThat(merges.of(here.organizationId(), ana)).contains(third);
        assertThatThrownBy(() -> merges.undo(ora, first)).isInstanceOf(Problem.Conflict.class);
        merges.undo(ora, second);
        assertThat(merges.of(here.organizationId(), anna)).contains(ana);
        merges.undo(ora, first);
        assertThat(supporters.get(ora, anna).firstName()).isEqualTo("Ana");
        assertThatThrownBy(() -> merges.undo(ora, first)).isInstanceOf(Problem.Conflict.class);
        // And once more: an undone merge is no reason against another.
        merge();
    }

    @Test
    void the_log_says_it_of_both() {
        merges.undo(ora, merge());
        var admin = here.member(Role.ADMIN);
        var rows = audit.page(admin, AuditFilter.ALL, Page.Wanted.first(100)).rows();
        assertThat(rows)
                .extracting(AuditRow::verb)
                .filteredOn("supporter.merged"::equals)
                .hasSize(2);
        assertThat(rows)
                .extracting(AuditRow::verb)
                .filteredOn("supporter.merge-undone"::equals)
                .hasSize(2);
    }

    @Test
    void texters_and_other_organizations_merge_nobody() {
        var there = NewOrganization.with(db).member(Role.ADMIN);
        var theirs = forms.add(there, Drafts.of("Ana", "Ruiz", Phones.fresh()));
        assertThatThrownBy(() -> merges.merge(tess, new MergeDraft(ana, anna, Map.of(), Map.of())))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> merges.compare(tess, ana, anna)).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> merges.merge(there, new MergeDraft(ana, anna, Map.of(), Map.of())))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> merges.merge(ora, new MergeDraft(ana, theirs, Map.of(), Map.of())))
                .isInstanceOf(Problem.Missing.class);
        var merge = merge();
        assertThatThrownBy(() -> merges.undo(there, merge)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> merges.undo(tess, merge)).isInstanceOf(Problem.Refused.class);
        assertThat(merges.of(there.organization(), anna)).isEmpty();
        assertThatThrownBy(() -> new MergeDraft(ana, ana, Map.of(), Map.of())).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void of_two_who_merge_the_same_pair_at_once_one_is_told_that_it_is_done() throws Exception {
        Callable<Boolean> one = () -> tried(ana, anna);
        Callable<Boolean> other = () -> tried(anna, ana);
        assertThat(AtOnce.all(one, other, one, other)).containsOnlyOnce(true);
        assertThat(supporters.ours(here.organizationId(), List.of(ana, anna))).hasSize(1);
    }

    @Test
    void a_merged_into_b_beside_b_into_c_leaves_every_number_with_someone() throws Exception {
        for (int round = 0; round < 5; round++) {
            var a = made(Drafts.of("Ana", "Ruiz", Phones.fresh()));
            var b = made(Drafts.of("Ana", "Ruiz", Phones.fresh()));
            var c = made(Drafts.of("Ana", "Ruiz", Phones.fresh()));
            Callable<Boolean> one = () -> tried(b, a);
            Callable<Boolean> other = () -> tried(c, b);
            var done = AtOnce.all(one, other);
            assertThat(done).contains(true);
            var left = supporters.all(here.organizationId(), List.of(a, b, c)).values();
            assertThat(left.stream().mapToInt(each -> each.phones().size()).sum())
                    .isEqualTo(3);
            assertThat(left).hasSize(done.contains(false) ? 2 : 1);
        }
    }

    /** True when it merged, false when somebody was first. */
    private boolean tried(SupporterId kept, SupporterId gone) {
        try {
            merges.merge(ora, new MergeDraft(kept, gone, Map.of(), Map.of()));
            return true;
        } catch (Problem.Conflict first) {
            return false;
        }
    }

    @Test
    void a_merge_beside_an_import_of_one_of_them_loses_nothing() throws Exception {
        for (int round = 0; round < 8; round++) {
            var phone = Phones.fresh();
            var gone = made(Drafts.of("Ivo", "Blau", phone));
            var kept = made(Drafts.of("Ivo", "Blau", Phones.fresh()));
            var draft = Drafts.full("Ivo", "Blau", "ivo@example.org", "", "", Set.of("Listed"), Map.of(), phone);
            Callable<SupporterId> importing = () -> supporters.upsert(ora, List.of(draft), Optional.of(7L)).stream()
                    .map(Upserted::supporterId)
                    .findFirst()
                    .orElseThrow();
            Callable<SupporterId> merging = () -> {
                merges.merge(ora, new MergeDraft(kept, gone, Map.of(), Map.of()));
                return kept;
            };

            AtOnce.all(importing, merging);

            assertThat(supporters.byPhone(ora, phone))
                    .extracting(Supporter::supporterId)
                    .containsExactly(kept);
            assertThat(supporters.get(ora, kept).email()).isEqualTo("ivo@example.org");
            assertThat(supporters.get(ora, kept).tags()).extracting(Tag::name).contains("Listed");
        }
    }

    @Test
    void an_action_recorded_beside_a_merge_is_not_lost() throws Exception {
        for (int round = 0; round < 8; round++) {
            var gone = made(Drafts.of("Ivo", "Blau", Phones.fresh()));
            var kept = made(Drafts.of("Ivo", "Blau", Phones.fresh()));
            Callable<Boolean> acting = () -> {
                try {
                    did(gone, ActionType.SIGNED, 0);
                    return true;
                } catch (RuntimeException late) {
                    return false;
                }
            };
            Callable<Boolean> merging = () -> tried(kept, gone);
            var done = AtOnce.all(acting, merging);
            assertThat(done.getLast()).isTrue();
            assertThat(actions.before(ora, kept, tomorrow(), 10)).hasSize(done.getFirst() ? 1 : 0);
        }
    }

    private void did(SupporterId who, ActionType type, int daysAgo) {
        actions.record(
                here.system(),
                new ActionDraft(
                        who,
                        type,
                        1,
                        Optional.empty(),
                        Verification.SYSTEM,
                        clock.instant().minus(Duration.ofDays(daysAgo)),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty()));
    }

    private Standing standing(SupporterId who) {
        return standings.of(here.system(), who).getFirst();
    }

    private Instant tomorrow() {
        return clock.instant().plus(Duration.ofDays(1));
    }
}
