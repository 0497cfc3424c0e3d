package org.rung.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.common.Id;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.consent.ConsentKind;
import org.rung.media.Attachments;
import org.rung.messaging.InboxStore.Before;
import org.rung.segments.Segments;
import org.rung.senders.Arrival;
import org.rung.senders.Meaning;
import org.rung.senders.SenderId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Many inbound texts of one organization in one transaction, with as many statements as one of them needs. */
@Component
class Intake {
    private static final int LONGEST = 1600;

    private final InboxStore store;
    private final ThreadStore threads;
    private final ReachabilityStore reachability;
    private final Attachments attachments;
    private final Obedience obedience;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    Intake(
            InboxStore store,
            ThreadStore threads,
            ReachabilityStore reachability,
            Attachments attachments,
            Obedience obedience,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.store = store;
        this.threads = threads;
        this.reachability = reachability;
        this.attachments = attachments;
        this.obedience = obedience;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** A text with all that is known of its number; {@code text} is what is stored of it. */
    private record Heard(Posted posted, Before before, Meaning meaning, Text text) {
        PhoneNumber phone() {
            return text.phone();
        }

        SenderId sender() {
            return posted.sender().senderId();
        }

        /** Without a topic somebody may have to make one: two such texts at once take turns. */
        boolean takesTurns() {
            return meaning != Meaning.PLAIN || before.topicId().isEmpty();
        }

        /**
         * Known, and its number for life is gone: the one it wrote to takes its place. While it exists it stays, though it
         * may not work just now: another that took over for it is where this conversation is answered from, no more.
         */
        boolean homeless() {
            return before.thread().isPresent() && before.threadSender().isEmpty();
        }

        boolean suppressed() {
            return meaning == Meaning.STOP
                    || (meaning != Meaning.START
                            && (before.never()
                                    || before.consent()
                                            .filter(kind -> kind != ConsentKind.OPTED_IN)
                                            .isPresent()));
        }
    }

    /** In their order, false for each that was delivered before: then nothing happens. */
    @Transactional
    public List<Boolean> take(OrganizationId organizationId, List<Posted> texts) {
        Set<Posted> stored = new HashSet<>();
        rounds(texts)
                .forEach(
                        round -> stored.addAll(hear(organizationId, round, store.before(organizationId, ways(round)))));
        return texts.stream().map(stored::remove).toList();
    }

    /**
     * As {@link #take}, with nothing for each text that no conversation knows: who brought it in takes it alone, for it
     * may have to wait for an import's turn, and the others would wait with it.
     */
    @Transactional
    public List<Optional<Boolean>> takeKnown(OrganizationId organizationId, List<Posted> texts) {
        Set<Posted> stored = new HashSet<>();
        Set<Posted> strangers = new HashSet<>();
        for (List<Posted> round : rounds(texts)) {
            List<Before> before = store.before(organizationId, ways(round));
            List<Posted> ours = new ArrayList<>();
            List<Before> known = new ArrayList<>();
            for (int i = 0; i < round.size(); i++) {
                if (before.get(i).topicId().isPresent()) {
                    ours.add(round.get(i));
                    known.add(before.get(i));
                } else {
                    strangers.add(round.get(i));
                }
            }
            if (!ours.isEmpty()) {
                stored.addAll(hear(organizationId, ours, known));
            }
        }
        return texts.stream()
                .map(text -> strangers.contains(text) ? Optional.<Boolean>empty() : Optional.of(stored.remove(text)))
                .toList();
    }

    private static List<InboxStore.Way> ways(List<Posted> round) {
        return round.stream()
                .map(text ->
                        new InboxStore.Way(text.arrival().from(), text.sender().senderId()))
                .toList();
    }

    /** Whoever wrote twice is heard twice, one after the other: the second text may follow from the first. */
    private static Collection<List<Posted>> rounds(List<Posted> texts) {
        Map<Object, Integer> last = new HashMap<>();
        Map<Integer, List<Posted>> rounds = new LinkedHashMap<>();
        for (Posted text : texts) {
            Arrival arrival = text.arrival();
            int round = Math.max(last.getOrDefault(arrival.from(), 0), last.getOrDefault(arrival.providerId(), 0)) + 1;
            last.put(arrival.from(), round);
            last.put(arrival.providerId(), round);
            rounds.computeIfAbsent(round, nth -> new ArrayList<>()).add(text);
        }
        return rounds.values();
    }

    /** One text of each number; those that are new. */
    private List<Posted> hear(OrganizationId organizationId, List<Posted> round, List<Before> known) {
        Instant now = clock.instant();
        List<Heard> heard = understood(organizationId, round, known, now);
        threads.lock(heard.stream()
                .filter(Heard::takesTurns)
                .map(one -> one.text().threadId())
                .toList());
        Set<MessageId> added = store.add(
                organizationId,
                heard.stream()
                        .map(one -> new InboxStore.Inbound(
                                one.text(), one.posted().arrival().providerId()))
                        .toList());
        List<Heard> fresh = heard.stream()
                .filter(one -> added.contains(one.text().messageId()))
                .toList();
        if (fresh.isEmpty()) {
            return List.of();
        }
        fresh.forEach(
                one -> Trail.step("text arrived", organizationId, one.text().messageId(), MessageState.RECEIVED));
        fresh.stream()
                .filter(one -> one.text().mediaCount() > 0)
                .forEach(one -> attachments.arrived(
                        organizationId,
                        one.text().messageId(),
                        one.phone(),
                        one.sender(),
                        one.posted().arrival().files()));
        reachability.heardFrom(
                organizationId,
                fresh.stream()
                        .filter(one -> one.before().unreachable())
                        .map(Heard::phone)
                        .toList());
        fresh.stream()
                .filter(Heard::homeless)
                .collect(Collectors.groupingBy(
                        Heard::sender, Collectors.mapping(one -> one.text().threadId(), Collectors.toList())))
                .forEach((sender, homeless) -> threads.give(homeless, sender));
        fresh.stream()
                .filter(one -> one.meaning() != Meaning.PLAIN)
                .forEach(one -> obedience.obey(organizationId, one.posted().sender(), one.text(), one.meaning()));
        announcements.publishEvent(new TextsArrived(
                organizationId,
                fresh.stream().map(one -> arrived(organizationId, one)).toList()));
        return fresh.stream().map(Heard::posted).toList();
    }

    private List<Heard> understood(OrganizationId organizationId, List<Posted> round, List<Before> known, Instant now) {
        Map<PhoneNumber, SenderId> strangers = new LinkedHashMap<>();
        for (int i = 0; i < round.size(); i++) {
            if (known.get(i).thread().isEmpty()) {
                strangers.put(
                        round.get(i).arrival().from(), round.get(i).sender().senderId());
            }
        }
        Map<PhoneNumber, ThreadId> made = threads.makeThreads(organizationId, strangers, now);
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < round.size(); i++) {
            Posted posted = round.get(i);
            Before before = known.get(i);
            ThreadId thread = before.thread()
                    .orElseGet(() ->
                            Objects.requireNonNull(made.get(posted.arrival().from())));
            heard.add(new Heard(
                    posted, before, meaning(organizationId, posted, before), text(posted, thread, before, now)));
        }
        return heard;
    }

    private static Text text(Posted posted, ThreadId thread, Before before, Instant now) {
        Arrival arrival = posted.arrival();
        String body = shortened(arrival.body());
        return new Text(
                new MessageId(Id.next()),
                thread,
                Optional.of(posted.sender().senderId()),
                arrival.from(),
                Direction.IN,
                Purpose.INBOUND,
                MessageState.RECEIVED,
                body,
                Segments.of(body).count(),
                arrival.files().size(),
                before.topicId(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now);
    }

    /** A sign that is two characters is not cut in half. */
    private static String shortened(String body) {
        if (body.length() <= LONGEST) {
            return body;
        }
        return body.substring(0, Character.isHighSurrogate(body.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private static TextArrived arrived(OrganizationId organizationId, Heard heard) {
        Text text = heard.text();
        return new TextArrived(
                organizationId,
                text.messageId(),
                text.threadId(),
                heard.sender(),
                text.phone(),
                text.body(),
                heard.meaning(),
                heard.meaning() == Meaning.PLAIN ? SoftWords.in(text.body()) : Optional.empty(),
                text.topicId(),
                heard.before().lastTextLeft(),
                heard.suppressed(),
                text.happenedAt());
    }

    private Meaning meaning(OrganizationId organizationId, Posted posted, Before before) {
        Arrival arrival = posted.arrival();
        Meaning meaning = arrival.said().orElseGet(() -> Meaning.of(arrival.body()));
        // YES only opts in again where nothing else was asked: the last text was our confirmation, or the provider's.
        boolean rejoins = meaning == Meaning.PLAIN
                && before.consent().filter(ConsentKind.OPTED_OUT::equals).isPresent()
                && Meaning.isYes(arrival.body())
                && (posted.sender().providerAnswersStop()
                        || store.lastOut(
                                        organizationId,
                                        arrival.from(),
                                        posted.sender().senderId())
                                .filter(Purpose.CONFIRMATION::equals)
                                .isPresent());
        return rejoins ? Meaning.START : meaning;
    }
}
