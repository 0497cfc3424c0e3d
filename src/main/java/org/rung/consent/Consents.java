package org.rung.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of who may be texted, and where each number stands. */
@Service
public class Consents {
    private static final int LONGEST_WORDS = 1_600;
    private static final int LEDGER_SHOWN = 500;

    private final ConsentStore store;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Consents(ConsentStore store, ApplicationEventPublisher announce, Clock clock) {
        this.store = store;
        this.announce = announce;
        this.clock = clock;
    }

    /**
     * Adds a line to the number's ledger and moves the number to where its whole ledger, in the order things happened,
     * now puts it. Needs TEXT (the caller has checked that the texter holds this person) or EDIT_PEOPLE.
     *
     * @return false when that is where the number already stood: a second opt-out is kept as evidence and does not move
     *     the first one's time; an opt-in that happened before a later opt-out changes nothing
     * @throws Problem.Invalid for an opt-in by import: lists go through {@link #optInAll}, which never lifts an opt-out
     */
    @Transactional
    public boolean record(
            Actor actor, PhoneNumber phone, ConsentKind kind, ConsentSource source, String words, Instant happenedAt) {
        if (!actor.may(Permission.TEXT)) actor.must(Permission.EDIT_PEOPLE);
        if (kind == ConsentKind.OPTED_IN && source == ConsentSource.IMPORT) {
            throw new Problem.Invalid("source", "problem.consent-source");
        }
        return write(actor, phone, kind, source, words, happenedAt, source != ConsentSource.MEMBER)
                .moved();
    }

    /**
     * A line that was added.
     *
     * @param moved whether the number stands elsewhere because of it
     */
    public record Recorded(long consent, boolean moved) {}

    /**
     * Somebody said again that they want to be texted, and a member records it. Needs EDIT_PEOPLE.
     *
     * @param shown whether the caller keeps a file that shows it
     * @throws Problem.Invalid for a number that said stop, without one, or for a time that has not come
     */
    @Transactional
    public Recorded recordShown(Actor actor, PhoneNumber phone, String words, Instant happenedAt, boolean shown) {
        actor.must(Permission.EDIT_PEOPLE);
        if (happenedAt.isAfter(clock.instant())) throw new Problem.Invalid("at", "problem.reconsent-future");
        return write(actor, phone, ConsentKind.OPTED_IN, ConsentSource.MEMBER, words, happenedAt, shown);
    }

    private Recorded write(
            Actor actor,
            PhoneNumber phone,
            ConsentKind kind,
            ConsentSource source,
            String words,
            Instant happenedAt,
            boolean shown) {
        var at = happenedAt.truncatedTo(ChronoUnit.MICROS);
        var organization = actor.organization();
        store.hold(organization, phone, kind, at);
        var ledger = store.lines(organization, phone);
        var before = ConsentFold.of(ledger);
        if (kind == ConsentKind.OPTED_IN
                && !shown
                && before.filter(now -> now.consent() == ConsentKind.OPTED_OUT).isPresent()) {
            throw new Problem.Invalid("file", "problem.reconsent-evidence");
        }
        var after = ConsentFold.of(Stream.concat(ledger.stream(), Stream.of(new ConsentFold.Line(kind, source, at)))
                        .toList())
                .orElseThrow();
        var line = entry(actor, phone, kind, source, words, at);
        store.append(actor, List.of(line), Optional.empty());
        if (before.isEmpty() || !before.get().equals(after)) store.stand(organization, phone, after);
        if (before.isPresent() && before.get().consent() == after.consent()) {
            return new Recorded(line.consent(), false);
        }
        announce.publishEvent(new ConsentChanged(organization, List.of(phone), after.consent(), after.since()));
        return new Recorded(line.consent(), true);
    }

    /**
     * An opt-in that somebody else passes on in the person's words: a number of which anything is written stays where it
     * stands, so that nobody but the person lifts their own STOP. Needs TEXT.
     *
     * @return whether the number may be texted because of this
     */
    @Transactional
    public boolean passOn(Actor actor, PhoneNumber phone, String words, Instant happenedAt) {
        actor.must(Permission.TEXT);
        var at = happenedAt.truncatedTo(ChronoUnit.MICROS);
        var organization = actor.organization();
        store.hold(organization, phone, ConsentKind.OPTED_IN, at);
        if (!store.lines(organization, phone).isEmpty()) return false;
        var line = entry(actor, phone, ConsentKind.OPTED_IN, ConsentSource.TEXTER, words, at);
        store.append(actor, List.of(line), Optional.empty());
        announce.publishEvent(new ConsentChanged(organization, List.of(phone), ConsentKind.OPTED_IN, at));
        return true;
    }

    /**
     * For imports and upserts: numbers without a line come in; those that are opted out or wrong stay so; those already
     * in are left alone. A handful of statements for 10,000 numbers; announced once. Needs IMPORT or EDIT_PEOPLE.
     */
    @Transactional
    public void optInAll(
            Actor actor,
            Collection<PhoneNumber> phones,
            ConsentSource source,
            String words,
            Optional<Long> sourceId,
            Instant happenedAt) {
        if (!actor.may(Permission.IMPORT)) actor.must(Permission.EDIT_PEOPLE);
        var at = happenedAt.truncatedTo(ChronoUnit.MICROS);
        // In one order, so that two imports of the same people do not lock each other out.
        var wanted = new TreeSet<>(Comparator.comparing(PhoneNumber::text));
        wanted.addAll(phones);
        if (wanted.isEmpty()) return;
        wanted.removeAll(store.standing(actor.organization(), wanted).keySet());
        if (wanted.isEmpty()) return;
        var fresh = List.copyOf(wanted);
        var in = store.optIn(actor.organization(), fresh, at) ? fresh : textable(actor.organization(), fresh);
        if (in.isEmpty()) return;
        store.append(
                actor,
                in.stream()
                        .map(phone -> entry(actor, phone, ConsentKind.OPTED_IN, source, words, at))
                        .toList(),
                sourceId);
        announce.publishEvent(new ConsentChanged(actor.organization(), in, ConsentKind.OPTED_IN, at));
    }

    /**
     * For lists that say who may not be texted: stops each number, or notes that it is another's. Never lifts anything:
     * a number that is opted out stays so, since when it was. A handful of statements; announced once for each kind. Needs
     * IMPORT or EDIT_PEOPLE.
     *
     * @param refused OPTED_OUT or WRONG_NUMBER
     */
    @Transactional
    public void refuseAll(
            Actor actor,
            Map<PhoneNumber, ConsentKind> refused,
            ConsentSource source,
            String words,
            Optional<Long> sourceId,
            Instant happenedAt) {
        if (!actor.may(Permission.IMPORT)) actor.must(Permission.EDIT_PEOPLE);
        for (var kind : List.of(ConsentKind.OPTED_OUT, ConsentKind.WRONG_NUMBER)) {
            var phones = refused.entrySet().stream()
                    .filter(one -> one.getValue() == kind)
                    .map(Map.Entry::getKey)
                    .sorted(Comparator.comparing(PhoneNumber::text))
                    .toList();
            refuse(actor, phones, kind, source, words, sourceId, happenedAt.truncatedTo(ChronoUnit.MICROS));
        }
    }

    private void refuse(
            Actor actor,
            List<PhoneNumber> phones,
            ConsentKind kind,
            ConsentSource source,
            String words,
            Optional<Long> sourceId,
            Instant at) {
        if (phones.isEmpty()) return;
        var before = store.standing(actor.organization(), phones);
        var moving = phones.stream()
                .filter(phone -> !before.containsKey(phone)
                        || ConsentFold.moves(before.get(phone).consent(), kind))
                .toList();
        if (moving.isEmpty()) return;
        store.refuse(actor.organization(), moving, kind, at);
        store.append(
                actor,
                moving.stream()
                        .map(phone -> entry(actor, phone, kind, source, words, at))
                        .toList(),
                sourceId);
        announce.publishEvent(new ConsentChanged(actor.organization(), moving, kind, at));
    }

    /** Someone may have opted out between our look and our insert: their ledger gets no later opt-in. */
    private List<PhoneNumber> textable(OrganizationId organization, List<PhoneNumber> phones) {
        var now = store.standing(organization, phones);
        return phones.stream()
                .filter(phone -> now.containsKey(phone) && now.get(phone).textable())
                .toList();
    }

    /** Where the number stands; empty when nobody ever said anything about it, which is no consent. */
    @Transactional(readOnly = true)
    public Optional<PhoneConsent> of(OrganizationId organizationId, PhoneNumber phone) {
        return Optional.ofNullable(of(organizationId, List.of(phone)).get(phone));
    }

    /** One query; numbers without a line are absent. */
    @Transactional(readOnly = true)
    public Map<PhoneNumber, PhoneConsent> of(OrganizationId organizationId, Collection<PhoneNumber> phones) {
        return phones.isEmpty() ? Map.of() : store.standing(organizationId, phones);
    }

    /** What was said about the number, the latest first; at most 500 lines. */
    @Transactional(readOnly = true)
    public List<ConsentEntry> ledger(Actor actor, PhoneNumber phone) {
        return ledger(actor, List.of(phone));
    }

    /** The ledgers of several numbers as one, the latest first; at most 500 lines. */
    @Transactional(readOnly = true)
    public List<ConsentEntry> ledger(Actor actor, Collection<PhoneNumber> phones) {
        actor.must(Permission.SEE_PEOPLE);
        return phones.isEmpty() ? List.of() : store.ledger(actor.organization(), phones, LEDGER_SHOWN);
    }

    /** How many lines of each kind were written since then. Needs SEE_PEOPLE. */
    @Transactional(readOnly = true)
    public Map<ConsentKind, Long> counts(Actor actor, Instant since) {
        actor.must(Permission.SEE_PEOPLE);
        return store.counts(actor.organization(), since);
    }

    /** How many numbers stand where now. Needs SEE_PEOPLE. */
    @Transactional(readOnly = true)
    public Map<ConsentKind, Long> standing(Actor actor) {
        actor.must(Permission.SEE_PEOPLE);
        return store.standing(actor.organization());
    }

    private ConsentEntry entry(
            Actor actor, PhoneNumber phone, ConsentKind kind, ConsentSource source, String words, Instant at) {
        var kept = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
        return new ConsentEntry(Id.next(), phone, kind, source, kept, actor.kind(), actor.id(), at, clock.instant());
    }
}
