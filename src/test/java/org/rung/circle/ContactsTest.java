package org.rung.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Members;
import org.rung.accounts.OrganizationFounded;
import org.rung.cast.AtOnce;
import org.rung.cast.Neighbor;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.people.Relationship;
import org.rung.people.RelationshipKind;
import org.rung.people.Relationships;
import org.rung.people.Supporter;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.Visibility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@RungTest
class ContactsTest {
    @Autowired
    Contacts contacts;

    @Autowired
    Talks talks;

    @Autowired
    OwnWords words;

    @Autowired
    GoneMembers gone;

    @Autowired
    Supporters supporters;

    @Autowired
    Relationships relationships;

    @Autowired
    Consents consents;

    @Autowired
    Members members;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationContext house;

    @Autowired
    ApplicationEventPublisher announce;

    @Autowired
    TransactionTemplate transaction;

    NewOrganization here;
    Actor.Member ora;
    Actor.Member tess;
    Actor.Member tom;
    PhoneNumber phone;

    @BeforeEach
    void theGround() {
        here = NewOrganization.with(db);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(here.organizationId())));
        ora = here.member(Role.ORGANIZER);
        tess = here.member(Role.TEXTER);
        tom = here.member(Role.TEXTER);
        phone = Phones.fresh();
        var sender = Id.next();
        db.execute(
                "insert into senders (sender_id, organization_id, gateway, account_sid, address, token_sealed, created_at)"
                        + " values (?, ?, 'SIMULATOR', ?, '+15005550006', 'x', '2026-01-01 00:00:00')",
                sender,
                here.organizationId().value(),
                "AC" + sender);
    }

    @Test
    void what_a_member_adds_is_theirs_alone_and_neither_a_dump_nor_an_admin_reads_it() {
        var ada = here.member(Role.ADMIN);
        Contact maya = added(tess, "Maya", "Okafor");

        assertThat(mine(tess)).extracting(one -> one.name().whole()).containsExactly("Maya Okafor");
        assertThat(maya.phone()).isEqualTo(phone);
        assertThat(mine(ada)).isEmpty();
        assertThatThrownBy(() -> contacts.get(ada, maya.contactId())).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> contacts.forget(tom, maya.contactId())).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> talks.talked(tom, maya.contactId(), TalkOutcome.TALKED))
                .isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> contacts.count(here.member(Role.COORDINATOR))).isInstanceOf(Problem.Refused.class);
        String dumped = db.fetch(
                        "select * from contacts where organization_id = ?",
                        here.organizationId().value())
                .formatCSV();
        assertThat(dumped)
                .doesNotContainIgnoringCase("maya")
                .doesNotContainIgnoringCase("okafor")
                .doesNotContain(phone.text().substring(5));
    }

    @Test
    void the_answer_and_the_list_are_the_same_whether_or_not_the_organization_has_the_number() {
        supporter("Maya", phone);
        PhoneNumber unknown = Phones.fresh();

        Added known = contacts.addAll(tess, List.of(entry("Maya", phone)));
        Added stranger = contacts.addAll(tom, List.of(entry("Maya", unknown)));

        assertThat(known).isEqualTo(stranger).isEqualTo(new Added(1, 0, List.of()));
        assertThat(mine(tess).getFirst())
                .usingRecursiveComparison()
                .ignoringFields("contactId", "phone")
                .isEqualTo(mine(tom).getFirst());
        // Nor does the table of contacts say it to whoever dumps it.
        assertThat(db.fetchCount(db.selectFrom("contacts")
                        .where(
                                "organization_id = ? and supporter_id is not null",
                                here.organizationId().value())))
                .isZero();
    }

    @Test
    void a_match_is_an_acquaintance_that_only_its_member_sees_and_says_less_than_what_they_said_themselves() {
        var olu = here.member(Role.ORGANIZER);
        SupporterId maya = supporter("Maya", phone);
        SupporterId sam = supporter("Sam", Phones.fresh());
        relationships.know(olu, sam, RelationshipKind.FAMILY, 5, Visibility.SHARED);

        contacts.add(olu, PersonName.of("Maya"), phone.text());
        contacts.add(
                olu,
                PersonName.of("Bro"),
                supporters.get(olu, sam).phones().getFirst().text());

        assertThat(relationships.of(olu, maya))
                .extracting(Relationship::visibility, Relationship::kind)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Visibility.MINE, RelationshipKind.OTHER));
        assertThat(relationships.of(ora, maya)).isEmpty();
        assertThat(relationships.of(ora, sam))
                .extracting(Relationship::kind, Relationship::strength)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(RelationshipKind.FAMILY, 5));
    }

    @Test
    void a_number_that_comes_with_a_list_later_is_matched_then_and_stays_private() {
        Contact maya = added(tess, "Maya", "Okafor");
        SupporterId brought = supporter("Maya", phone);

        consents.optInAll(ora, List.of(phone), ConsentSource.IMPORT, "Signed", Optional.empty(), clock.instant());

        assertThat(acquaintance(tess, brought)).contains("MINE");
        assertThat(contacts.get(tess, maya.contactId()).shared()).isFalse();
    }

    @Test
    void whoever_texts_start_is_shared_by_that_with_the_members_name_for_them_and_what_came_of_their_talks() {
        Contact maya = added(tess, "Maya", "Okafor");
        contacts.add(tom, PersonName.of("Auntie May"), phone.text());
        talks.talked(tess, maya.contactId(), TalkOutcome.WILL_COME);

        new Neighbor(house, here.organizationId(), phone).texts("START");

        assertThat(contacts.get(tess, maya.contactId()).shared()).isTrue();
        assertThat(mine(tom).getFirst().shared()).isTrue();
        List<Supporter> there = supporters.byPhone(ora, phone);
        assertThat(there).extracting(Supporter::firstName).containsExactly("Maya");
        SupporterId who = there.getFirst().supporterId();
        assertThat(acquaintance(tess, who)).contains("SHARED");
        assertThat(acquaintance(tom, who)).contains("SHARED");
        assertThat(actions(who)).contains("RSVPED by " + tess.memberId().value());
        assertThat(consents.of(here.organizationId(), phone))
                .hasValueSatisfying(now -> assertThat(now.textable()).isTrue());
    }

    @Test
    void sharing_makes_a_supporter_and_is_no_consent() {
        Contact maya = added(tess, "Mum", "");

        contacts.share(tess, maya.contactId(), new PersonName("Maya", "Okafor"));

        Supporter shared = supporters.byPhone(ora, phone).getFirst();
        assertThat(shared.firstName() + " " + shared.lastName()).isEqualTo("Maya Okafor");
        assertThat(relationships.of(ora, shared.supporterId()))
                .extracting(Relationship::knowerMember)
                .containsExactly(Optional.of(tess.memberId()));
        assertThat(consents.of(here.organizationId(), phone)).isEmpty();
        assertThat(contacts.get(tess, maya.contactId()).name().whole())
                .as("their own list keeps their own word")
                .isEqualTo("Mum");
        assertThat(audited()).contains("supporter.introduced");
    }

    @Test
    void sharing_whom_the_organization_knows_changes_nothing_of_what_it_knows() {
        SupporterId known = supporter("Maya", "Okafor-Reyes", phone);
        Contact maya = added(tess, "maya", "From Work");

        contacts.share(tess, maya.contactId(), maya.name());

        assertThat(supporters.byPhone(ora, phone))
                .extracting(Supporter::supporterId, Supporter::firstName, Supporter::lastName)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(known, "Maya", "Okafor-Reyes"));
    }

    @Test
    void another_first_name_on_the_same_number_is_someone_else_of_the_household() {
        supporter("Jorge", phone);
        Contact maya = added(tess, "Maya", "");

        contacts.share(tess, maya.contactId(), maya.name());

        assertThat(supporters.byPhone(ora, phone))
                .extracting(Supporter::firstName)
                .containsExactlyInAnyOrder("Jorge", "Maya");
    }

    @Test
    void a_recorded_yes_is_consent_with_its_words_and_shares() {
        Contact maya = added(tess, "Maya", "Okafor");
        assertThatThrownBy(() -> contacts.saidYes(tess, maya.contactId(), "  ")).isInstanceOf(Problem.Invalid.class);

        contacts.saidYes(tess, maya.contactId(), "Sure, text me about Thursday");

        assertThat(contacts.get(tess, maya.contactId()).shared()).isTrue();
        SupporterId who = supporters.byPhone(ora, phone).getFirst().supporterId();
        assertThat(actions(who))
                .containsExactly("OPTED_IN by " + tess.memberId().value());
        assertThat(consents.ledger(ora, phone)).singleElement().satisfies(line -> {
            assertThat(line.words()).isEqualTo("Sure, text me about Thursday");
            assertThat(line.source()).isEqualTo(ConsentSource.TEXTER);
            assertThat(line.actorId()).contains(tess.memberId().value());
        });
    }

    @Test
    void nobody_lifts_a_stop_for_a_friend_and_nobody_learns_that_there_was_one() {
        consents.record(here.system(), phone, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        clock.tick(Duration.ofDays(1));
        Contact maya = added(tess, "Maya", "Okafor");

        contacts.saidYes(tess, maya.contactId(), "Sure!");

        assertThat(consents.of(here.organizationId(), phone).orElseThrow().consent())
                .isEqualTo(ConsentKind.OPTED_OUT);
        assertThat(contacts.get(tess, maya.contactId()).shared()).isTrue();
        assertThat(actions(supporters.byPhone(ora, phone).getFirst().supporterId()))
                .isEmpty();
    }

    @Test
    void outcomes_are_evidence_only_once_someone_is_shared() {
        SupporterId known = supporter("Maya", phone);
        Contact maya = added(tess, "Maya", "");
        talks.talked(tess, maya.contactId(), TalkOutcome.TALKED);
        clock.tick(Duration.ofMinutes(5));
        talks.talked(tess, maya.contactId(), TalkOutcome.NO_ANSWER);
        assertThat(actions(known)).as("while she is tess's alone").isEmpty();

        contacts.share(tess, maya.contactId(), maya.name());
        assertThat(actions(known))
                .containsExactly("REPLIED by " + tess.memberId().value());

        talks.talked(tess, maya.contactId(), TalkOutcome.WILL_COME);
        contacts.share(tess, maya.contactId(), maya.name());
        assertThat(actions(known))
                .containsExactlyInAnyOrder(
                        "REPLIED by " + tess.memberId().value(),
                        "RSVPED by " + tess.memberId().value());
        assertThat(contacts.get(tess, maya.contactId()).latest())
                .hasValueSatisfying(talk -> assertThat(talk.outcome()).isEqualTo(TalkOutcome.WILL_COME));
    }

    @Test
    void a_slip_of_the_thumb_is_taken_back_within_an_hour_and_its_evidence_voided() {
        Contact maya = added(tess, "Maya", "");
        contacts.share(tess, maya.contactId(), maya.name());
        SupporterId who = supporters.byPhone(ora, phone).getFirst().supporterId();
        TalkId slip = talks.talked(tess, maya.contactId(), TalkOutcome.WILL_COME);
        assertThatThrownBy(() -> talks.takeBack(tom, slip)).isInstanceOf(Problem.Missing.class);

        talks.takeBack(tess, slip);

        assertThat(actions(who)).isEmpty();
        assertThat(contacts.get(tess, maya.contactId()).latest()).isEmpty();
        TalkId meant = talks.talked(tess, maya.contactId(), TalkOutcome.WILL_COME);
        clock.tick(Talks.MAY_BE_TAKEN_BACK.plusSeconds(1));
        assertThatThrownBy(() -> talks.takeBack(tess, meant)).isInstanceOf(Problem.Conflict.class);
        assertThat(actions(who)).hasSize(1);
    }

    @Test
    void a_wrong_number_brings_nobody_and_is_taken_off_whom_the_organization_knows_by_the_contact_alone() {
        SupporterId known = supporter("Maya", phone);
        Contact mine = added(tess, "Maya", "");
        talks.talked(tess, mine.contactId(), TalkOutcome.WRONG_NUMBER);
        assertThat(acquaintance(tess, known)).isEmpty();
        assertThat(supporters.byPhone(ora, phone))
                .as("a private word changes nothing for others")
                .hasSize(1);

        contacts.share(tess, mine.contactId(), mine.name());
        talks.talked(tess, mine.contactId(), TalkOutcome.WRONG_NUMBER);

        assertThat(supporters.byPhone(ora, phone)).isEmpty();
        assertThat(consents.of(here.organizationId(), phone).orElseThrow().consent())
                .isEqualTo(ConsentKind.WRONG_NUMBER);
    }

    @Test
    void whoever_went_to_text_is_asked_how_it_went_until_they_say_so() {
        Contact maya = added(tess, "Maya", "");
        assertThat(talks.open(tess)).isEmpty();

        talks.leave(tess, maya.contactId());
        assertThat(talks.open(tess)).extracting(Contact::contactId).containsExactly(maya.contactId());
        assertThat(talks.open(tom)).isEmpty();
        talks.talked(tess, maya.contactId(), TalkOutcome.NOT_NOW);
        assertThat(talks.open(tess)).isEmpty();

        talks.leave(tess, maya.contactId());
        talks.neverMind(tess, maya.contactId());
        assertThat(talks.open(tess)).isEmpty();
        talks.leave(tess, maya.contactId());
        clock.tick(Talks.ASKS_FOR.plusSeconds(1));
        assertThat(talks.open(tess)).as("days later nobody remembers").isEmpty();
    }

    @Test
    void forgetting_someone_leaves_no_trace_but_whom_one_shared() {
        SupporterId known = supporter("Maya", phone);
        Contact maya = added(tess, "Maya", "");
        talks.talked(tess, maya.contactId(), TalkOutcome.TALKED);

        contacts.forget(tess, maya.contactId());

        assertThat(mine(tess)).isEmpty();
        assertThat(acquaintance(tess, known)).isEmpty();
        assertThat(db.fetchCount(db.selectFrom("contact_talks")
                        .where("organization_id = ?", here.organizationId().value())))
                .isZero();
        Contact again = added(tess, "Maya", "");
        contacts.share(tess, again.contactId(), again.name());
        contacts.forget(tess, again.contactId());
        assertThat(supporters.byPhone(ora, phone)).hasSize(1);
        assertThat(relationships.of(ora, known)).isEmpty();
    }

    @Test
    void erasing_a_supporter_takes_the_shared_contact_and_leaves_what_was_never_shared() {
        SupporterId known = supporter("Maya", phone);
        Contact shared = added(tess, "Maya", "");
        contacts.share(tess, shared.contactId(), shared.name());
        contacts.add(tom, PersonName.of("Maya"), phone.text());

        supporters.erase(ora, known);

        assertThat(mine(tess)).isEmpty();
        assertThat(mine(tom)).hasSize(1);
        assertThat(acquaintance(tom, known)).isEmpty();
    }

    @Test
    void a_month_after_a_member_was_suspended_what_was_theirs_alone_is_gone() {
        var ada = here.member(Role.ADMIN);
        SupporterId known = supporter("Maya", phone);
        added(tess, "Maya", "");
        PhoneNumber other = Phones.fresh();
        contacts.add(tess, PersonName.of("Sam"), other.text());
        Contact sam = mine(tess).stream()
                .filter(one -> one.phone().equals(other))
                .findFirst()
                .orElseThrow();
        contacts.share(tess, sam.contactId(), sam.name());
        SupporterId shared = supporters.byPhone(ora, other).getFirst().supporterId();
        members.suspend(ada, tess.memberId());

        clock.tick(GoneMembers.KEPT.minusHours(1));
        gone.forget();
        assertThat(acquaintance(tess, known)).as("they may be let in again").contains("MINE");
        clock.tick(Duration.ofHours(2));
        gone.forget();

        assertThat(acquaintance(tess, known)).isEmpty();
        assertThat(acquaintance(tess, shared)).contains("SHARED");
        assertThat(db.fetchCount(db.selectFrom("contacts")
                        .where("member_id = ?", tess.memberId().value())))
                .isOne();
    }

    @Test
    void a_file_is_taken_card_by_card_and_each_refused_one_says_why() {
        var file = """
                BEGIN:VCARD
                VERSION:3.0
                FN:Maya Okafor
                TEL;TYPE=CELL:not a number
                TEL;TYPE=HOME:(415) 555-0132
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                FN:Sam Reyes
                TEL:12
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                FN:No Number
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                TEL:(415) 555-0133
                END:VCARD
                BEGIN:VCARD
                VERSION:3.0
                FN:Maya Twice
                TEL:+1 415 555 0132
                END:VCARD
                """.getBytes(StandardCharsets.UTF_8);

        Added added = contacts.addFile(tess, file);

        assertThat(added.added()).isOne();
        assertThat(added.already()).isOne();
        assertThat(added.rejected())
                .extracting(
                        one -> one.at() + " " + one.name() + ": " + one.why().in(Locale.ENGLISH))
                .containsExactly(
                        "2 Sam Reyes: its phone number is not a whole one. Add the country or area code and try again.",
                        "3 No Number: it has no phone number.",
                        "4 : it has a number but no name. Write one into it, or add them by hand.");
        assertThat(contacts.addFile(tess, file).added()).isZero();
        assertThatThrownBy(() -> contacts.addFile(tess, new byte[Contacts.MOST_BYTES + 1]))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("2 MB");
    }

    @Test
    void two_thousand_cards_come_in_at_once_in_order_of_their_names_a_page_at_a_time() {
        var entries = IntStream.range(0, Contacts.MOST_AT_ONCE)
                .mapToObj(i -> new AddressEntry(
                        new PersonName((i % 2 == 0 ? "Álvaro " : "alma ") + i, ""),
                        List.of("+1628%07d".formatted(2_000_000 + i))))
                .toList();
        assertThat(contacts.addAll(tess, entries).added()).isEqualTo(Contacts.MOST_AT_ONCE);

        Page<Contact> first = contacts.mine(tess, "", Page.Wanted.first(30));
        Page<Contact> second = contacts.mine(tess, "", new Page.Wanted(first.next(), 1_000));
        assertThat(first.rows()).hasSize(30).allMatch(one -> one.name().first().startsWith("alma"));
        assertThat(second.rows()).hasSize(1_000).doesNotContainAnyElementsOf(first.rows());
        assertThat(contacts.mine(tess, "alvaro 1998", Page.Wanted.first(5)).rows())
                .extracting(one -> one.name().whole())
                .containsExactly("Álvaro 1998");
        assertThat(contacts.mine(tess, "2000007", Page.Wanted.first(5)).rows()).hasSize(1);
        assertThat(contacts.mine(tess, "zzz", Page.Wanted.first(5)).rows()).isEmpty();
        assertThatThrownBy(() -> contacts.addAll(tess, java.util.Collections.nCopies(2_001, entries.getFirst())))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> contacts.mine(tess, "", new Page.Wanted(Optional.of("x"), 5)))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void the_same_person_added_in_two_windows_at_once_is_one_contact() throws Exception {
        var results = AtOnce.all(
                () -> contacts.add(tess, PersonName.of("Maya"), phone.text()),
                () -> contacts.add(tess, PersonName.of("Maya O"), phone.text()));

        assertThat(results).containsExactlyInAnyOrder(true, false);
        assertThat(mine(tess)).hasSize(1);
        assertThat(contacts.add(tess, PersonName.of("Maya"), phone.text())).isFalse();
        assertThatThrownBy(() -> contacts.add(tess, PersonName.of(" "), phone.text()))
                .isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> contacts.add(tess, PersonName.of("Maya"), "12"))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class,
                        problem -> assertThat(problem.field()).isEqualTo("phone"));
    }

    @Test
    void one_organization_learns_nothing_of_anothers_contacts() {
        var elsewhere = NewOrganization.with(db);
        var theirs = elsewhere.member(Role.TEXTER);
        contacts.add(theirs, PersonName.of("Maya"), phone.text());
        added(tess, "Maya", "");

        assertThat(db.fetch(
                                "select phone_hash from contacts where organization_id in (?, ?)",
                                here.organizationId().value(),
                                elsewhere.organizationId().value())
                        .intoSet(0))
                .as("the same number is another hash in another organization")
                .hasSize(2);
        new Neighbor(house, here.organizationId(), phone).texts("START");
        assertThat(mine(tess).getFirst().shared()).isTrue();
        assertThat(mine(theirs).getFirst().shared()).isFalse();
    }

    @Test
    void words_of_ones_own_are_kept_filled_and_checked() {
        assertThat(words.get(tess)).isEmpty();
        words.keep(tess, "Hi {firstName|there}, {texter.firstName} here, for {organization.name}");

        assertThat(words.filled(tess, words.get(tess).orElseThrow(), new PersonName("Maya", "Okafor")))
                .isEqualTo("Hi Maya, TEXTER here, for Neighbors "
                        + here.organizationId().text());
        assertThatThrownBy(() -> words.keep(tess, "Hi {city}"))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("{city}");
        assertThat(words.get(tom)).isEmpty();
        words.keep(tess, " ");
        assertThat(words.get(tess)).isEmpty();
    }

    @Test
    void a_link_into_the_phones_messages_carries_every_letter() {
        assertThat(SmsLink.to(new PhoneNumber("+15105550132"), "¿Vienes? 50% & más +1\n🙌"))
                .isEqualTo("sms:+15105550132?&body=%C2%BFVienes%3F%2050%25%20%26%20m%C3%A1s%20%2B1%0A%F0%9F%99%8C");
    }

    private Contact added(Actor.Member whose, String first, String last) {
        assertThat(contacts.add(whose, new PersonName(first, last), phone.text()))
                .isTrue();
        return mine(whose).stream()
                .filter(one -> one.phone().equals(phone))
                .findFirst()
                .orElseThrow();
    }

    private List<Contact> mine(Actor.Member whose) {
        return contacts.mine(whose, "", Page.Wanted.first(1_000)).rows();
    }

    private SupporterId supporter(String first, PhoneNumber number) {
        return supporter(first, "", number);
    }

    private SupporterId supporter(String first, String last, PhoneNumber number) {
        return supporters
                .upsert(ora, List.of(SupporterDraft.of(first, last, number)), Optional.empty())
                .getFirst()
                .supporterId();
    }

    private static AddressEntry entry(String name, PhoneNumber number) {
        return new AddressEntry(PersonName.of(name), List.of(number.text()));
    }

    private Optional<String> acquaintance(Actor.Member knower, SupporterId who) {
        return db.fetchOptional(
                        "select visibility from relationships where knower_member_id = ? and supporter_id = ?",
                        knower.memberId().value(),
                        who.value())
                .map(row -> row.get(0, String.class));
    }

    private List<String> actions(SupporterId who) {
        return db.fetch(
                        "select type, member_id from actions where supporter_id = ? and voided_at is null and member_id is not null",
                        who.value())
                .map(row -> row.get(0, String.class) + " by " + row.get(1, Long.class));
    }

    private List<String> audited() {
        return db.fetch(
                        "select verb from audit_log where organization_id = ?",
                        here.organizationId().value())
                .map(row -> row.get(0, String.class));
    }
}
