package org.rung.texting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.consent.Consents;
import org.rung.consent.PhoneConsent;
import org.rung.messaging.Purpose;
import org.rung.messaging.RoutedText;
import org.rung.messaging.Text;
import org.rung.messaging.TextDraft;
import org.rung.messaging.TextRoute;
import org.rung.messaging.TextingWindow;
import org.rung.messaging.Texts;
import org.rung.people.Supporter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Texts that leave by themselves, outside any campaign: inside the person's hours, and not once they are of no use. */
@Component
public class PersonalTexts {
    private final PersonalHours hours;
    private final Organizations organizations;
    private final Consents consents;
    private final Texts texts;
    private final Clock clock;

    PersonalTexts(PersonalHours hours, Organizations organizations, Consents consents, Texts texts, Clock clock) {
        this.hours = hours;
        this.organizations = organizations;
        this.consents = consents;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * For whoever queues many at once.
     *
     * @param onceKey the same key is the same text
     * @return empty where it would leave later than {@code until}, or at no hour at all
     */
    public Optional<TextDraft> draft(
            Organization home, Supporter who, PhoneNumber phone, String words, String onceKey, Instant until) {
        try {
            TextingWindow window = hours.of(home, who, phone);
            if (!window.nextOpening(clock.instant()).isBefore(until)) return Optional.empty();
            return Optional.of(new TextDraft(
                    phone,
                    Optional.empty(),
                    Purpose.REPLY,
                    words,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(onceKey),
                    Optional.empty(),
                    window,
                    Duration.ZERO));
        } catch (Problem noHours) {
            return Optional.empty();
        }
    }

    /** As above, and queued; empty too where the number may not be texted: nobody is, and nobody tries again. */
    public Optional<Text> queue(
            OrganizationId here, Supporter who, PhoneNumber phone, String words, String onceKey, Instant until) {
        return draft(organizations.get(here), who, phone, words, onceKey, until).flatMap(draft -> {
            try {
                return Optional.of(texts.queue(new Actor.System(here), draft));
            } catch (Problem mayNot) {
                // Opted out, wrong or unreachable by now.
                return Optional.empty();
            }
        });
    }

    /** As above, to the number for texting of somebody who said yes to texts. */
    public Optional<Text> queueIfAgreed(
            OrganizationId here, Supporter who, String words, String onceKey, Instant until) {
        return who.textingPhone()
                .filter(phone ->
                        consents.of(here, phone).filter(PhoneConsent::textable).isPresent())
                .flatMap(phone -> queue(here, who, phone, words, onceKey, until));
    }

    /**
     * As above, for drafts of one organization, each to another number: those to people who agreed are queued, most of them
     * together. Joins the caller's transaction, which is over where one of them cannot be stored.
     *
     * @return what was queued, in no order
     */
    @Transactional
    public List<Text> queueAllAgreed(OrganizationId here, Collection<TextDraft> drafts) {
        if (drafts.isEmpty()) return List.of();
        Instant now = clock.instant();
        Actor system = new Actor.System(here);
        Map<PhoneNumber, TextRoute> routes =
                texts.lock(here, drafts.stream().map(TextDraft::phone).toList(), Optional.empty());
        List<RoutedText> together = new ArrayList<>();
        List<Text> queued = new ArrayList<>();
        for (TextDraft draft : drafts) {
            TextRoute route = routes.get(draft.phone());
            if (route == null || route.consent().isEmpty()) continue;
            if (route.settled(now) && route.thread().isPresent()) {
                together.add(new RoutedText(system, draft, route));
                continue;
            }
            // Who has lost their number or is kept back, one by one.
            try {
                queued.add(texts.queue(system, draft, route));
            } catch (Problem mayNot) {
                // Opted out, on the do-not-text list, wrong or unreachable: nobody is texted, nobody tries again.
            }
        }
        if (!together.isEmpty()) queued.addAll(texts.queue(here, together));
        return queued;
    }
}
