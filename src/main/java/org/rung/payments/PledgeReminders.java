package org.rung.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentsSettled;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Sentence;
import org.rung.giving.MoneyText;
import org.rung.messaging.Texts;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.texting.PersonalBatch;
import org.rung.texting.PersonalTexts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds of a pledge by text the day before it is due and once the day after, with a link of their own. Once the gift
 * came, or they were released, nothing is written, and what waits for its hour is taken back.
 */
@Component
class PledgeReminders {
    private static final Duration DAY = Duration.ofDays(1);

    enum Kind {
        BEFORE,
        AFTER
    }

    private final PledgeReminderStore store;
    private final PersonalTexts personal;
    private final GiveLinks links;
    private final Supporters supporters;
    private final Organizations organizations;
    private final Texts texts;
    private final Clock clock;

    PledgeReminders(
            PledgeReminderStore store,
            PersonalTexts personal,
            GiveLinks links,
            Supporters supporters,
            Organizations organizations,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.personal = personal;
        this.links = links;
        this.supporters = supporters;
        this.organizations = organizations;
        this.texts = texts;
        this.clock = clock;
    }

    /** Who promised in the last day knows it: they are not reminded of tomorrow. */
    Map<OrganizationId, List<PledgeReminderStore.Due>> due(Kind kind, int most) {
        Instant now = now();
        var due =
                switch (kind) {
                    case BEFORE -> store.due(kind, now, now.plus(DAY), now.minus(DAY), most);
                    case AFTER -> store.due(kind, now.minus(DAY.multipliedBy(2)), now.minus(DAY), now.minus(DAY), most);
                };
        return due.stream()
                .collect(Collectors.groupingBy(
                        PledgeReminderStore.Due::organizationId, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * All or none: the rows that say they are written and the texts are one transaction, and killed in between neither are
     * there.
     *
     * @return how many are done with, texted or not
     */
    @Transactional
    public int write(Kind kind, OrganizationId here, List<PledgeReminderStore.Due> due) {
        Set<CommitmentId> held = store.hold(
                here,
                kind,
                due.stream().map(PledgeReminderStore.Due::commitmentId).toList());
        List<PledgeReminderStore.Due> ours =
                due.stream().filter(one -> held.contains(one.commitmentId())).toList();
        if (ours.isEmpty()) return 0;
        Organization home = organizations.get(here);
        Map<SupporterId, Supporter> people = supporters.all(
                here,
                ours.stream()
                        .map(PledgeReminderStore.Due::supporterId)
                        .distinct()
                        .toList());
        Map<SupporterId, String> toGive = links.toGive(new Actor.System(here), people.keySet());
        var batch = new PersonalBatch<CommitmentId>();
        List<CommitmentId> done = new ArrayList<>();
        for (PledgeReminderStore.Due one : ours) {
            Supporter who = people.get(one.supporterId());
            Optional<PhoneNumber> phone = Optional.ofNullable(who).flatMap(Supporter::textingPhone);
            // One text to a number at a time; the next look writes the others.
            if (batch.has(phone)) continue;
            done.add(one.commitmentId());
            String link = toGive.get(one.supporterId());
            if (who == null || phone.isEmpty() || link == null) continue;
            Instant until = kind == Kind.BEFORE ? one.dueAt() : one.dueAt().plus(DAY.multipliedBy(3));
            personal.draft(home, who, phone.get(), words(kind, one, who, home, link), key(kind, one), until)
                    .ifPresent(draft -> batch.add(one.commitmentId(), draft));
        }
        Map<CommitmentId, MessageId> leaving = batch.queue(personal, here);
        store.write(here, kind, done, leaving, now());
        return done.size();
    }

    private static String key(Kind kind, PledgeReminderStore.Due one) {
        return "pledge-reminder:" + one.commitmentId().text() + ":" + kind;
    }

    private static String words(Kind kind, PledgeReminderStore.Due one, Supporter who, Organization home, String link) {
        Locale language = who.writtenIn(home);
        return Sentence.of(
                        kind == Kind.BEFORE ? "payments.text.pledge.before" : "payments.text.pledge.after",
                        who.firstName(),
                        MoneyText.say(one.minor(), one.currency(), language),
                        home.name(),
                        link)
                .in(language);
    }

    @EventListener
    void settled(CommitmentsSettled announced) {
        var over = announced.settled().stream()
                .filter(one -> !one.after().open())
                .map(CommitmentsSettled.Settled::commitmentId)
                .toList();
        var waiting = store.texts(announced.organizationId(), over);
        if (!waiting.isEmpty()) texts.cancelUnclaimed(announced.organizationId(), waiting);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
