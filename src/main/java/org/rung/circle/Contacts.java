package org.rung.circle;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.consent.Consents;
import org.rung.people.FoldedName;
import org.rung.people.SupporterId;
import org.rung.people.Visibility;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people a member knows. Nobody else reads them, and no answer tells whether the organization has someone's number,
 * until the member shares them or they opt in by themselves. All of it needs TEXT.
 */
@Service
public class Contacts {
    /** Of one member. Their list is opened whole to be sorted and searched by names, which the database cannot read. */
    public static final int MOST = 5_000;

    public static final int MOST_AT_ONCE = 2_000;
    public static final int MOST_BYTES = 2 * 1024 * 1024;
    static final int LONGEST_WORDS = 300;

    private final ContactStore store;
    private final TalkStore talks;
    private final Matching matching;
    private final Sharing sharing;
    private final Consents consents;
    private final Organizations organizations;
    private final Clock clock;

    Contacts(
            ContactStore store,
            TalkStore talks,
            Matching matching,
            Sharing sharing,
            Consents consents,
            Organizations organizations,
            Clock clock) {
        this.store = store;
        this.talks = talks;
        this.matching = matching;
        this.sharing = sharing;
        this.consents = consents;
        this.organizations = organizations;
        this.clock = clock;
    }

    /**
     * Adds one person.
     *
     * @param number as people write it in the organization's country
     * @return false when the member has this number already
     * @throws Problem.Invalid without a name, or for a number that is none
     */
    @Transactional
    public boolean add(Actor.Member actor, PersonName name, String number) {
        actor.must(Permission.TEXT);
        if (name.missing()) throw new Problem.Invalid("firstName", "problem.empty");
        return put(actor, List.of(new Card(name, PhoneNumbers.read(number, country(actor))))) > 0;
    }

    /** Adds many, each with the first of its numbers that is one; what cannot be taken comes back with the reason. At most 2,000. */
    @Transactional
    public Added addAll(Actor.Member actor, List<AddressEntry> entries) {
        actor.must(Permission.TEXT);
        if (entries.size() > MOST_AT_ONCE) throw new Problem.Invalid("contacts", "problem.at-once", MOST_AT_ONCE);
        Entries read = Entries.read(entries, country(actor));
        int added = put(actor, read.cards());
        return new Added(added, read.cards().size() - added, read.rejected());
    }

    /** As {@link #addAll} from a file of vCards, at most 2 MB. */
    @Transactional
    public Added addFile(Actor.Member actor, byte[] file) {
        actor.must(Permission.TEXT);
        if (file.length > MOST_BYTES) throw new Problem.Invalid("file", "problem.contacts-file-large");
        return addAll(actor, VcardFile.read(file, MOST_AT_ONCE));
    }

    private int put(Actor.Member actor, List<Card> cards) {
        List<Card> fresh = store.fresh(actor.organization(), actor.memberId(), cards);
        if (fresh.isEmpty()) return 0;
        if (store.count(actor.memberId()) + fresh.size() > MOST)
            throw new Problem.Conflict("problem.contacts-full", MOST);
        int added = (int) store.add(actor.organization(), actor.memberId(), fresh, clock.instant());
        matching.match(
                actor.organization(),
                fresh.stream().map(card -> new Whose(actor.memberId(), card)).toList());
        return added;
    }

    /** The member's own people by name; search is a part of a name, or digits of a number. */
    @Transactional(readOnly = true)
    public Page<Contact> mine(Actor.Member actor, String search, Page.Wanted wanted) {
        actor.must(Permission.TEXT);
        String part = new FoldedName(search).text();
        String digits = search.replaceAll("[^0-9]", "");
        List<Kept> found = store.all(actor.organization(), actor.memberId()).stream()
                .filter(contact -> part.isEmpty()
                        || folded(contact).contains(part)
                        || digits.length() > 2 && contact.card().phone().text().contains(digits))
                .sorted(Comparator.comparing(Contacts::folded)
                        .thenComparing(contact -> contact.contactId().value()))
                .toList();
        int from = Math.min(found.size(), wanted.after().map(Contacts::place).orElse(0));
        int to = Math.min(found.size(), from + wanted.size());
        return new Page<>(
                shown(found.subList(from, to)), to < found.size() ? Optional.of(String.valueOf(to)) : Optional.empty());
    }

    private static String folded(Kept contact) {
        return new FoldedName(contact.card().name().first()).text() + " "
                + new FoldedName(contact.card().name().last()).text();
    }

    private static int place(String after) {
        if (!after.matches("[0-9]{1,6}")) throw new Problem.Invalid("after", "problem.not-a-page");
        return Integer.parseInt(after);
    }

    List<Contact> shown(List<Kept> contacts) {
        if (contacts.isEmpty()) return List.of();
        var latest = talks.latest(contacts.stream().map(Kept::contactId).toList());
        List<Contact> shown = new ArrayList<>();
        for (Kept each : contacts) {
            shown.add(new Contact(
                    each.contactId(),
                    each.card().name(),
                    each.card().phone(),
                    each.state(),
                    each.leftToText(),
                    Optional.ofNullable(latest.get(each.contactId()))));
        }
        return shown;
    }

    @Transactional(readOnly = true)
    public int count(Actor.Member actor) {
        actor.must(Permission.TEXT);
        return store.count(actor.memberId());
    }

    /** One of the member's own; @throws Problem.Missing also for somebody else's */
    @Transactional
    public Contact get(Actor.Member actor, ContactId contactId) {
        return shown(List.of(own(actor, contactId))).getFirst();
    }

    /**
     * Tells the organization who this is, under that name, and what came of the talks. A contact that is shared already
     * stays as it is.
     */
    @Transactional
    public void share(Actor.Member actor, ContactId contactId, PersonName name) {
        if (name.missing()) throw new Problem.Invalid("firstName", "problem.empty");
        Kept contact = own(actor, contactId);
        if (contact.state() == Visibility.MINE) sharing.byHand(actor, contact, name);
    }

    /**
     * They said to the member that the organization may text them, in these words (1 to 300 characters): shares them. A
     * number that has ever said anything about it itself stays where it stands.
     */
    @Transactional
    public void saidYes(Actor.Member actor, ContactId contactId, String words) {
        String said = words.strip();
        if (said.isEmpty()) throw new Problem.Invalid("words", "problem.empty");
        if (said.length() > LONGEST_WORDS) throw new Problem.Invalid("words", "problem.too-long", LONGEST_WORDS);
        Kept before = own(actor, contactId);
        PhoneNumber phone = before.card().phone();
        boolean news = consents.passOn(actor, phone, said, clock.instant());
        // Whom their own word has shared by now is shared.
        Kept contact = own(actor, contactId);
        SupporterId who = contact.supporter()
                .orElseGet(() -> sharing.byHand(actor, contact, contact.card().name()));
        if (news) sharing.saidYes(actor, contact, who);
    }

    /** Takes someone off the member's list, and that they know them. Whom they shared stays the organization's supporter. */
    @Transactional
    public void forget(Actor.Member actor, ContactId contactId) {
        Kept contact = own(actor, contactId);
        store.delete(contactId);
        matching.unmatch(contact);
    }

    /** As {@link #forget(Actor.Member, ContactId)}, by the number; of no matter if they are not in the list. */
    @Transactional
    void forget(Actor.Member actor, PhoneNumber phone) {
        actor.must(Permission.TEXT);
        store.with(actor.organization(), List.of(phone)).stream()
                .filter(contact -> contact.memberId().equals(actor.memberId()))
                .forEach(contact -> forget(actor, contact.contactId()));
    }

    private Kept own(Actor.Member actor, ContactId contactId) {
        actor.must(Permission.TEXT);
        return store.hold(actor.organization(), actor.memberId(), contactId)
                .orElseThrow(() -> new Problem.Missing("contact", contactId));
    }

    private String country(Actor actor) {
        return organizations.get(actor.organization()).country();
    }
}
