package org.rung.texting;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.consent.Consents;
import org.rung.consent.PhoneConsent;
import org.rung.messaging.TextArrived;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.senders.Meaning;
import org.springframework.stereotype.Component;

/**
 * Whoever texts the word that opts in has done something, and so have those who share the number. A list that says that
 * they agreed has not: nobody climbs by being imported.
 */
@Component
class OptIns {
    private final Supporters supporters;
    private final Consents consents;

    OptIns(Supporters supporters, Consents consents) {
        this.supporters = supporters;
        this.consents = consents;
    }

    /** Once for each time that the number came in, however often the word is texted. The texts have been obeyed. */
    List<ActionDraft> of(OrganizationId here, Collection<TextArrived> texts) {
        List<TextArrived> words =
                texts.stream().filter(text -> text.meaning() == Meaning.START).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        List<PhoneNumber> phones = words.stream().map(TextArrived::phone).toList();
        Map<PhoneNumber, List<SupporterId>> sharing = supporters.sharing(here, phones);
        Map<PhoneNumber, PhoneConsent> stand = consents.of(here, phones);
        return words.stream()
                .flatMap(text -> Optional.ofNullable(stand.get(text.phone())).filter(PhoneConsent::textable).stream()
                        .flatMap(now -> sharing.getOrDefault(text.phone(), List.of()).stream()
                                .map(who -> action(who, text.happenedAt(), now.since()))))
                .toList();
    }

    private static ActionDraft action(SupporterId who, Instant at, Instant since) {
        return new ActionDraft(
                who,
                ActionType.OPTED_IN,
                1,
                Optional.empty(),
                Verification.SELF,
                at,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.of("opted-in:" + who.text() + ":" + since.toEpochMilli()));
    }
}
