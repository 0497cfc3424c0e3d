package org.rung.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.asks.Ask;
import org.rung.asks.Library;
import org.rung.commitments.AskId;
import org.rung.commitments.CommitmentId;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.people.OwnLinks;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.texting.PersonalBatch;
import org.rung.texting.PersonalTexts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a batch of one kind for one organization, under the rules of every other text: consent, hours, and once. */
@Component
class ReminderWriter {
    private final ReminderStore store;
    private final ReminderWordStore words;
    private final Library library;
    private final Supporters supporters;
    private final Organizations organizations;
    private final PersonalTexts personal;
    private final OwnLinks links;
    private final Clock clock;

    ReminderWriter(
            ReminderStore store,
            ReminderWordStore words,
            Library library,
            Supporters supporters,
            Organizations organizations,
            PersonalTexts personal,
            OwnLinks links,
            Clock clock) {
        this.store = store;
        this.words = words;
        this.library = library;
        this.supporters = supporters;
        this.organizations = organizations;
        this.personal = personal;
        this.links = links;
        this.clock = clock;
    }

    /**
     * All or none, in one transaction: killed in between, neither the texts nor the rows that say so are there.
     *
     * @return how many are done with, texted or not
     */
    @Transactional
    int write(OrganizationId here, ReminderKind kind, Collection<CommitmentId> due) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Promised> promises = store.hold(here, kind, due, now);
        if (promises.isEmpty()) return 0;
        Organization home = organizations.get(here);
        Map<SupporterId, Supporter> people = supporters.all(
                here, promises.stream().map(Promised::supporterId).distinct().toList());
        Map<AskId, Ask> asked = library.all(
                here,
                promises.stream().flatMap(promise -> promise.ask().stream()).collect(Collectors.toSet()));
        Map<Locale, String> templates = templates(here, kind, people.values(), home);
        Map<SupporterId, String> linked = templates.values().stream().anyMatch(OwnLinks::carriedBy)
                ? links.of(new Actor.System(here), people.keySet())
                : Map.of();
        var batch = new PersonalBatch<CommitmentId>();
        List<Promised> done = new ArrayList<>();
        for (Promised promise : promises) {
            Supporter who = people.get(promise.supporterId());
            Optional<PhoneNumber> phone = Optional.ofNullable(who).flatMap(Supporter::textingPhone);
            // One text to a number at a time; the next look writes the others.
            if (batch.has(phone)) continue;
            done.add(promise);
            if (who == null || phone.isEmpty()) continue;
            String body = ReminderWords.filled(
                    templates.getOrDefault(who.writtenIn(home), ""),
                    promise,
                    title(promise, asked, who.speaks(home)),
                    linked.getOrDefault(who.supporterId(), ""),
                    who,
                    home);
            if (body.isBlank()) continue;
            personal.draft(home, who, phone.get(), body, promise.onceKey(kind), until(promise, kind, now))
                    .ifPresent(draft -> batch.add(promise.commitmentId(), draft));
        }
        Map<CommitmentId, MessageId> leaving = batch.queue(personal, here);
        store.write(here, kind, done, leaving, now);
        return done.size();
    }

    /** What texts of this kind say, in each language that these people are written to in. */
    private Map<Locale, String> templates(
            OrganizationId here, ReminderKind kind, Collection<Supporter> people, Organization home) {
        Map<Locale, String> templates = new HashMap<>();
        for (Supporter who : people) {
            templates.computeIfAbsent(
                    who.writtenIn(home),
                    language -> words.words(here, language).getOrDefault(kind, ReminderWords.usual(kind, language)));
        }
        return templates;
    }

    /** A promise is called as the ask was; whoever speaks another language that the ask was put into reads it in that. */
    private static String title(Promised promise, Map<AskId, Ask> asked, String language) {
        return promise.ask()
                .map(asked::get)
                .filter(ask -> ask.title().equals(promise.title()))
                .map(ask -> ask.in(language).title())
                .orElse(promise.title());
    }

    private static Instant until(Promised promise, ReminderKind kind, Instant now) {
        return switch (kind) {
            case CONFIRM, DAY_BEFORE, ON_THE_DAY -> promise.dueAt().orElse(now.plus(Duration.ofDays(3)));
            case THANKS, MISSED -> now.plus(Duration.ofDays(3));
        };
    }
}
