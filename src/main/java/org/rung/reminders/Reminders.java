package org.rung.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.AuditLog;
import org.rung.accounts.Organizations;
import org.rung.asks.Library;
import org.rung.commitments.AskId;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.CommitmentsMoved;
import org.rung.commitments.CommitmentsSettled;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.messaging.Texts;
import org.rung.people.OwnLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The texts that leave by themselves about promises: what they say, about which, and that they do not leave in vain. */
@Service
public class Reminders {
    /** Longer than any night that holds a text. */
    private static final Duration HELD = Duration.ofDays(8);

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private final ReminderStore store;
    private final ReminderWordStore words;
    private final ReminderWriter writer;
    private final Library library;
    private final Organizations organizations;
    private final Texts texts;
    private final OwnLinks links;
    private final AuditLog audit;
    private final Clock clock;

    Reminders(
            ReminderStore store,
            ReminderWordStore words,
            ReminderWriter writer,
            Library library,
            Organizations organizations,
            Texts texts,
            OwnLinks links,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.words = words;
        this.writer = writer;
        this.library = library;
        this.organizations = organizations;
        this.texts = texts;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** What each of them says in that language, en or es: the organization's own words, or the usual ones. */
    @Transactional(readOnly = true)
    public Map<ReminderKind, String> words(Actor actor, Locale language) {
        actor.must(Permission.SEE_LADDER);
        Map<ReminderKind, String> all = new EnumMap<>(ReminderKind.class);
        for (ReminderKind kind : ReminderKind.values()) all.put(kind, ReminderWords.usual(kind, known(language)));
        all.putAll(words.words(actor.organization(), known(language)));
        return all;
    }

    /**
     * Own words, at most 600 characters, in which {firstName}, {what}, {when}, {organization} and, where
     * gifts are taken online, {giveLink} stand for what they name.
     * Empty words: this text is not sent. Nothing: the usual words again. What is written already leaves as it is.
     */
    @Transactional
    public void say(Actor actor, ReminderKind kind, Locale language, Optional<String> own) {
        actor.must(Permission.ADMINISTER);
        own.ifPresent(text -> links.mustBeReadyFor(actor.organization(), text));
        words.say(
                actor.organization(),
                kind,
                known(language),
                own.map(ReminderWords::checked),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        audit.add(
                actor,
                "reminder.words-changed",
                "organization",
                Optional.of(actor.organization().value()),
                kind + " " + known(language).getLanguage());
    }

    /** How it reads with somebody's name, a promise and a day in it. */
    @Transactional(readOnly = true)
    public String preview(Actor actor, Locale language, String own) {
        actor.must(Permission.SEE_LADDER);
        return ReminderWords.sample(
                ReminderWords.checked(own),
                organizations.get(actor.organization()),
                known(language),
                links.ready(actor.organization()) ? links.sample() : "",
                clock.instant());
    }

    /** Asks whose promises nobody is texted about. */
    @Transactional(readOnly = true)
    public Set<AskId> off(Actor actor) {
        actor.must(Permission.SEE_LADDER);
        return words.off(actor.organization());
    }

    /** Whether promises that no ask stands behind are texted about. */
    @Transactional(readOnly = true)
    public boolean unasked(Actor actor) {
        actor.must(Permission.SEE_LADDER);
        return words.unasked(actor.organization());
    }

    /** Of one ask; without one, of the promises that no ask stands behind. What is written already leaves as it is. */
    @Transactional
    public void turn(Actor actor, Optional<AskId> ask, boolean on) {
        actor.must(Permission.ADMINISTER);
        if (ask.isPresent()
                && library.all(actor).stream()
                        .noneMatch(row -> row.ask().askId().equals(ask.get()))) {
            throw new Problem.Missing("ask", ask.get());
        }
        ask.ifPresentOrElse(
                one -> words.turn(actor.organization(), one, on), () -> words.unasked(actor.organization(), on));
        audit.add(actor, "reminder.turned", "ask", ask.map(AskId::value), on ? "ON" : "OFF");
    }

    /** Whoever has done it, or does not any more, is not reminded; and whoever did it after all is not missed. */
    @EventListener
    void settled(CommitmentsSettled settled) {
        Map<CommitmentState, List<CommitmentId>> by = new HashMap<>();
        settled.settled()
                .forEach(one -> by.computeIfAbsent(one.after(), state -> new ArrayList<>())
                        .add(one.commitmentId()));
        by.forEach((state, ids) -> cancel(settled.organizationId(), ids, ReminderKind.vain(state)));
    }

    /** What says the old day does not leave. */
    @EventListener
    void moved(CommitmentsMoved moved) {
        cancel(
                moved.organizationId(),
                moved.commitments(),
                List.of(ReminderKind.CONFIRM, ReminderKind.DAY_BEFORE, ReminderKind.ON_THE_DAY));
    }

    private void cancel(OrganizationId here, List<CommitmentId> commitments, List<ReminderKind> kinds) {
        List<MessageId> vain =
                store.texts(here, commitments, kinds, clock.instant().minus(HELD));
        if (!vain.isEmpty()) texts.cancelUnclaimed(here, vain);
    }

    /** Writes a batch of one kind, an organization after the other; false when there is nothing left to do now. */
    boolean write(ReminderKind kind, int batch) {
        int done = 0;
        for (var one : store.due(kind, clock.instant(), batch).entrySet()) {
            done += together(one.getKey(), kind, one.getValue());
        }
        return done > 0;
    }

    private int together(OrganizationId here, ReminderKind kind, List<CommitmentId> due) {
        try {
            return writer.write(here, kind, due);
        } catch (RuntimeException trouble) {
            if (due.size() == 1) {
                LOG.warn("text {} of promise {} was not written", kind, due.getFirst(), trouble);
                return 0;
            }
            // One of them troubles all: each alone, so that the others go on.
            return due.stream()
                    .mapToInt(one -> together(here, kind, List.of(one)))
                    .sum();
        }
    }

    private static Locale known(Locale language) {
        return language.getLanguage().equals("es") ? ReminderWords.SPANISH : ReminderWords.ENGLISH;
    }
}
