package org.rung.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.bulk.BulkWish;
import org.rung.bulk.BulkWork;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.consent.Suppression;
import org.rung.consent.SuppressionChange;
import org.rung.consent.SuppressionDraft;
import org.rung.consent.SuppressionFilter;
import org.rung.consent.SuppressionId;
import org.rung.consent.SuppressionScope;
import org.rung.consent.SuppressionWay;
import org.rung.consent.Suppressions;
import org.rung.filters.FilterLine;
import org.rung.filters.SupporterFilter;
import org.rung.filters.SupporterList;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.Upserted;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
@Tag("store")
class ComplianceTest {
    @Autowired
    Suppressions suppressions;

    @Autowired
    DoNotText doNotText;

    @Autowired
    SuppressionLists lists;

    @Autowired
    SuppressionListStore listStore;

    @Autowired
    NumberProofs proofs;

    @Autowired
    ConsentLines lines;

    @Autowired
    Reconsents reconsents;

    @Autowired
    Consents consents;

    @Autowired
    Supporters supporters;

    @Autowired
    SupporterList people;

    @Autowired
    BulkWork bulk;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    NewOrganization here;
    Actor.Member ora;
    PhoneNumber phone;

    @BeforeEach
    void an_organizer() {
        here = NewOrganization.with(db);
        ora = here.member(Role.ORGANIZER);
        phone = Phones.fresh();
    }

    @Test
    void an_entry_never_frees_anybody_earlier_and_every_change_is_a_line() {
        add(until(Duration.ofDays(10)));
        add(until(Duration.ofDays(3)));
        assertThat(entry().scope()).as("the later day stays").isEqualTo(until(Duration.ofDays(10)));
        add(new SuppressionScope.ForGood());
        add(until(Duration.ofDays(100)));
        assertThat(entry().scope()).isEqualTo(new SuppressionScope.ForGood());
        suppressions.lift(ora, entry().suppressionId(), "They called", SuppressionWay.HAND);
        suppressions.lift(ora, new SuppressionId(1), "Twice", SuppressionWay.HAND);

        assertThat(doNotText.of(ora, List.of(phone))).isEmpty();
        assertThat(suppressions.standing(here.organizationId(), phone).any(clock.instant()))
                .isFalse();
        assertThat(suppressions.ledger(ora, List.of(phone)))
                .extracting(line -> line.change())
                .containsExactly(SuppressionChange.LIFTED, SuppressionChange.ADDED, SuppressionChange.ADDED);
    }

    @Test
    void an_entry_needs_a_reason_a_day_to_come_and_someone_who_may() {
        assertThatThrownBy(() -> new SuppressionDraft(new SuppressionScope.ForGood(), "  ", SuppressionWay.HAND))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> add(new SuppressionScope.Until(clock.instant())))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> add(until(Duration.ofDays(4_000)))).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> add(new SuppressionScope.Within(77)))
                .as("a campaign of nobody here")
                .isInstanceOf(Problem.Missing.class);
        var tess = here.member(Role.TEXTER);
        assertThatThrownBy(() -> doNotText.add(tess, List.of(phone), draft(new SuppressionScope.ForGood())))
                .isInstanceOf(Problem.Refused.class);
        add(new SuppressionScope.ForGood());
        assertThatThrownBy(() -> suppressions.lift(tess, entry().suppressionId(), "No", SuppressionWay.HAND))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void another_organization_neither_sees_nor_lifts_an_entry() {
        add(new SuppressionScope.ForGood());
        var elsewhere = NewOrganization.with(db).member(Role.ADMIN);

        assertThat(suppressions.of(elsewhere, List.of(phone))).isEmpty();
        suppressions.lift(elsewhere, entry().suppressionId(), "Not mine", SuppressionWay.HAND);
        assertThat(doNotText.of(ora, List.of(phone))).hasSize(1);
        assertThat(proofs.of(elsewhere, phone, Optional.empty()).changes()).isEmpty();
        assertThatThrownBy(() -> suppressions.get(elsewhere, entry().suppressionId()))
                .isInstanceOf(Problem.Missing.class);
    }

    @Test
    void a_number_that_nobody_knows_yet_is_kept_when_its_person_comes_in() {
        add(new SuppressionScope.ForGood());
        assertThat(consents.of(here.organizationId(), phone))
                .as("a place on the list says nothing about consent")
                .isEmpty();
        consents.optInAll(ora, List.of(phone), ConsentSource.IMPORT, "Signed", Optional.empty(), clock.instant());

        assertThat(consents.of(here.organizationId(), phone))
                .hasValueSatisfying(now -> assertThat(now.textable()).isTrue());
        assertThat(suppressions.standing(here.organizationId(), phone).forGood())
                .isTrue();
        assertThat(consents.ledger(ora, phone)).hasSize(1);
    }

    @Test
    void an_opt_out_and_a_wrong_number_of_a_number_on_the_list_count_as_for_any_other() {
        var other = Phones.fresh();
        for (var one : List.of(phone, other)) doNotText.add(ora, List.of(one), draft(new SuppressionScope.ForGood()));
        consents.refuseAll(
                ora,
                Map.of(phone, ConsentKind.OPTED_OUT, other, ConsentKind.WRONG_NUMBER),
                ConsentSource.IMPORT,
                "List",
                Optional.empty(),
                clock.instant());

        assertThat(consents.of(here.organizationId(), List.of(phone, other)))
                .hasSize(2)
                .hasEntrySatisfying(phone, now -> assertThat(now.consent()).isEqualTo(ConsentKind.OPTED_OUT))
                .hasEntrySatisfying(other, now -> assertThat(now.consent()).isEqualTo(ConsentKind.WRONG_NUMBER));
    }

    @Test
    void many_at_once_on_the_same_number_leave_one_entry_and_a_true_fold() throws Exception {
        AtOnce.all(List.<Callable<Object>>of(
                () -> add(until(Duration.ofDays(2))),
                () -> add(until(Duration.ofDays(4))),
                () -> add(new SuppressionScope.ForGood()),
                () -> add(until(Duration.ofDays(8)))));

        assertThat(entry().scope()).isEqualTo(new SuppressionScope.ForGood());
        assertThat(suppressions.standing(here.organizationId(), phone).forGood())
                .isTrue();
    }

    @Test
    void a_file_of_numbers_goes_onto_the_list_and_refused_rows_come_back_with_their_line() {
        var numbers = List.of(Phones.fresh(), Phones.fresh(), Phones.fresh());
        var file = "Name;Phone\nZora;" + numbers.get(0).text() + "\nNobody;12\n;"
                + numbers.get(1).text() + "\n\n\"" + numbers.get(2).text() + "\";x\nZora again;"
                + numbers.get(0).text() + "\n";
        var id = lists.start(ora, "list.csv", in(file), draft(new SuppressionScope.ForGood()));
        var done = lists.finish(ora, id);

        assertThat(done.state()).isEqualTo(ListState.DONE);
        assertThat(done.total()).isEqualTo(4);
        assertThat(done.changed()).isEqualTo(3);
        assertThat(done.refused()).isEqualTo(1);
        assertThat(doNotText.of(ora, numbers)).hasSize(3);
        var out = new ByteArrayOutputStream();
        lists.refused(ora, id, Locale.ENGLISH, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("3,").contains("Nobody; 12");
        assertThat(lists.finish(ora, id).changed())
                .as("done again, it does nothing")
                .isEqualTo(3);
    }

    @Test
    void a_file_without_numbers_makes_nothing() {
        for (var file : List.of("", "\n\n", "Name,Phone\nZora,none\n"))
            assertThatThrownBy(() -> lists.start(ora, "x.csv", in(file), draft(new SuppressionScope.ForGood())))
                    .isInstanceOf(Problem.Invalid.class);
        assertThat(lists.newest(ora, 5)).isEmpty();
        var cory = here.member(Role.COORDINATOR);
        assertThatThrownBy(() ->
                        lists.start(cory, "x.csv", in(phone.text() + "\n"), draft(new SuppressionScope.ForGood())))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_list_that_was_stopped_stays_where_it_is_and_another_organization_cannot_see_it() {
        var id = lists.start(ora, "x.csv", in(phone.text() + "\n"), draft(new SuppressionScope.ForGood()));
        lists.cancel(ora, id);
        assertThat(lists.finish(ora, id).state()).isEqualTo(ListState.CANCELLED);
        assertThat(doNotText.of(ora, List.of(phone))).isEmpty();
        var elsewhere = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> lists.get(elsewhere, id)).isInstanceOf(Problem.Missing.class);
    }

    @Test
    void refused_rows_are_forgotten_after_their_time() {
        var id = lists.start(ora, "x.csv", in(phone.text() + "\nnobody1\n"), draft(new SuppressionScope.ForGood()));
        lists.finish(ora, id);
        while (listStore.forget(clock.instant().minus(Duration.ofDays(1)))) {}
        assertThat(listStore.refused(here.organizationId(), id, 0, 10)).hasSize(1);
        while (listStore.forget(clock.instant().plus(Duration.ofDays(1)))) {}
        assertThat(listStore.refused(here.organizationId(), id, 0, 10)).isEmpty();
    }

    @Test
    void a_selection_goes_onto_the_list_and_only_what_it_put_there_comes_off() {
        var who = crowd(3);
        var numbers = who.stream()
                .map(id -> supporters.get(ora, id).phones().getFirst())
                .toList();
        doNotText.add(ora, List.of(numbers.get(0)), draft(new SuppressionScope.ForGood()));
        var job = bulk.start(
                ora,
                BulkWish.suppress(draft(new SuppressionScope.ForGood()), SupporterFilter.EVERYONE, Set.copyOf(who)));
        assertThat(bulk.finish(ora, job).changed()).isEqualTo(2);
        assertThat(doNotText.of(ora, numbers)).hasSize(3);
        assertThat(filtered("GOOD")).isEqualTo(new HashSet<>(who));
        assertThat(filtered("UNTIL")).isEmpty();

        bulk.undo(ora, job);
        bulk.finish(ora, job);
        assertThat(doNotText.of(ora, numbers))
                .extracting(entry -> entry.phone())
                .containsExactly(numbers.get(0));
        assertThat(suppressions.ledger(ora, numbers)).hasSize(5);
    }

    @Test
    void a_stop_is_lifted_by_a_file_that_is_newer_and_by_nothing_else_a_member_says() {
        var stopped = clock.instant();
        consents.record(here.system(), phone, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", stopped);
        clock.tick(Duration.ofDays(1));
        assertThatThrownBy(() -> consents.record(
                        ora, phone, ConsentKind.OPTED_IN, ConsentSource.MEMBER, "She said so", clock.instant()))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> again(clock.instant(), Optional.empty())).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> again(stopped.minusSeconds(5), Optional.of(PDF)))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> again(clock.instant().plusSeconds(60), Optional.of(PDF)))
                .as("nobody agrees tomorrow")
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> again(clock.instant(), Optional.of("<html>".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(standing()).isEqualTo(ConsentKind.OPTED_OUT);

        assertThat(again(clock.instant(), Optional.of(PDF))).isTrue();
        assertThat(standing()).isEqualTo(ConsentKind.OPTED_IN);
        var proof = proofs.of(ora, phone, Optional.empty());
        assertThat(proof.lines()).hasSize(2);
        var kept = proof.lines().getFirst().evidence().orElseThrow();
        assertThat(kept.how()).isEqualTo(HowAsked.PAPER);
        assertThat(reconsents.open(ora, kept.evidenceId()).orElseThrow().bytes())
                .isEqualTo(PDF);
        var elsewhere = NewOrganization.with(db).member(Role.ADMIN);
        assertThat(reconsents.open(elsewhere, kept.evidenceId())).isEmpty();
        assertThatThrownBy(() -> reconsents.open(here.member(Role.TEXTER), kept.evidenceId()))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void the_proof_of_a_number_says_who_what_and_when_and_its_reading_is_written_down() {
        var who = crowd(1).getFirst();
        var number = supporters.get(ora, who).phones().getFirst();
        consents.record(here.system(), number, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "Stop!", clock.instant());
        doNotText.add(ora, List.of(number), draft(new SuppressionScope.ForGood()));

        var proof = proofs.of(ora, number.text());
        assertThat(proof.holders())
                .singleElement()
                .satisfies(holder -> assertThat(holder.supporter()).isEqualTo(who));
        assertThat(proof.lines().getFirst().entry().words()).isEqualTo("Stop!");
        assertThat(proof.mayBeTexted(clock.instant())).isFalse();
        assertThat(proof.who("MEMBER", ora.id())).isPresent();
        var out = new ByteArrayOutputStream();
        proofs.export(ora, number, Locale.ENGLISH, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(number.text(), "OPTED_OUT", "Stop!", "SUPPRESSION_ADDED");
        assertThat(verbs()).contains("proof.seen", "proof.exported", "suppression.added");
        assertThat(db.fetchValues(
                        "select detail from audit_log where organization_id = ?",
                        here.organizationId().value()))
                .as("no number and no reason in the log")
                .noneMatch(detail -> detail.toString().contains(number.text().substring(4))
                        || detail.toString().contains("sister"));
        assertThatThrownBy(() -> proofs.of(here.member(Role.COORDINATOR), number.text()))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> proofs.of(ora, "no number")).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void opt_outs_of_a_period_come_in_pages_and_as_a_file() {
        var t0 = clock.instant();
        for (int i = 0; i < 5; i++)
            consents.record(
                    here.system(),
                    Phones.fresh(),
                    ConsentKind.OPTED_OUT,
                    i == 0 ? ConsentSource.TEXTER : ConsentSource.REPLY,
                    "STOP " + i,
                    t0.plusSeconds(i));
        var wanted = new ConsentLines.Wanted(
                ConsentKind.OPTED_OUT,
                Optional.of(t0),
                Optional.of(t0.plusSeconds(4)),
                Optional.empty(),
                Optional.empty());
        var first = lines.page(ora, wanted, Page.Wanted.first(3));
        var second = lines.page(ora, wanted, new Page.Wanted(first.next(), 3));
        assertThat(first.rows()).extracting(line -> line.words()).containsExactly("STOP 3", "STOP 2", "STOP 1");
        assertThat(second.rows()).extracting(line -> line.words()).containsExactly("STOP 0");
        assertThat(second.next()).isEmpty();
        var byReply = new ConsentLines.Wanted(
                ConsentKind.OPTED_OUT,
                Optional.empty(),
                Optional.empty(),
                Optional.of(ConsentSource.REPLY),
                Optional.empty());
        assertThat(lines.page(ora, byReply, Page.Wanted.first(10)).rows()).hasSize(4);
        var out = new ByteArrayOutputStream();
        lines.export(ora, wanted, Locale.ENGLISH, out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(5);
        assertThat(verbs()).contains("consents.exported");
    }

    private static final byte[] PDF =
            "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private boolean again(Instant at, Optional<byte[]> file) {
        return reconsents.record(
                ora,
                phone,
                new ReconsentDraft(
                        HowAsked.PAPER,
                        "I want texts from the Neighbors",
                        at,
                        file.map(bytes -> new ReconsentDraft.File("form.pdf", bytes))));
    }

    private ConsentKind standing() {
        return consents.of(here.organizationId(), phone).orElseThrow().consent();
    }

    private Suppressions.Added add(SuppressionScope scope) {
        return doNotText.add(ora, List.of(phone), draft(scope));
    }

    private static SuppressionDraft draft(SuppressionScope scope) {
        return new SuppressionDraft(scope, "Their sister asked", SuppressionWay.HAND);
    }

    private SuppressionScope until(Duration from) {
        return new SuppressionScope.Until(clock.instant().plus(from));
    }

    private Suppression entry() {
        return suppressions
                .page(ora, SuppressionFilter.ALL, Page.Wanted.first(10))
                .rows()
                .getFirst();
    }

    private static ByteArrayInputStream in(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    }

    private List<SupporterId> crowd(int many) {
        var drafts = new ArrayList<SupporterDraft>();
        for (int i = 0; i < many; i++) drafts.add(SupporterDraft.of("Zora" + i, "Adeyemi", Phones.fresh()));
        return supporters.upsert(ora, drafts, Optional.empty()).stream()
                .map(Upserted::supporterId)
                .toList();
    }

    private Set<SupporterId> filtered(String reach) {
        var filter = new SupporterFilter("", List.of(new FilterLine("suppressed", "", List.of(reach))));
        return people.page(ora, filter, Page.Wanted.first(50)).rows().stream()
                .map(row -> row.supporterId())
                .collect(Collectors.toSet());
    }

    private List<Object> verbs() {
        return List.copyOf(db.fetchValues(
                "select verb from audit_log where organization_id = ?",
                here.organizationId().value()));
    }
}
