package org.rung.payments;

import java.time.Clock;
import java.time.Duration;
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
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Sentence;
import org.rung.giving.GiftId;
import org.rung.giving.MoneyText;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.texting.PersonalBatch;
import org.rung.texting.PersonalTexts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Thanks by text, once a gift. */
@Component
class ThanksTexts {
    static final Duration NEWS = Duration.ofDays(3);

    private final ThanksStore store;
    private final PersonalTexts texts;
    private final Supporters supporters;
    private final Organizations organizations;
    private final Clock clock;

    ThanksTexts(
            ThanksStore store, PersonalTexts texts, Supporters supporters, Organizations organizations, Clock clock) {
        this.store = store;
        this.texts = texts;
        this.supporters = supporters;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** In every organization, by one statement; those paid first come first. */
    Map<OrganizationId, List<ThanksStore.Texted>> due(int most) {
        return store.textsDue(clock.instant().minus(NEWS), most).stream()
                .collect(Collectors.groupingBy(
                        ThanksStore.Texted::organizationId, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * All or none: the rows that say it is decided and the texts are one transaction, and killed in between neither are
     * there.
     *
     * @return how many are done with, texted or not
     */
    @Transactional
    public int write(OrganizationId here, List<ThanksStore.Texted> due) {
        Set<GiftId> held = store.holdTexts(
                here, due.stream().map(ThanksStore.Texted::giftId).toList());
        List<ThanksStore.Texted> ours =
                due.stream().filter(one -> held.contains(one.giftId())).toList();
        if (ours.isEmpty()) return 0;
        Organization home = organizations.get(here);
        Map<SupporterId, Supporter> people = supporters.all(
                here,
                ours.stream().map(ThanksStore.Texted::supporterId).distinct().toList());
        var batch = new PersonalBatch<GiftId>();
        List<GiftId> done = new ArrayList<>();
        for (ThanksStore.Texted one : ours) {
            Supporter who = people.get(one.supporterId());
            Optional<PhoneNumber> phone = Optional.ofNullable(who).flatMap(Supporter::textingPhone);
            // One text to a number at a time; the next look writes the others.
            if (batch.has(phone)) continue;
            done.add(one.giftId());
            if (who == null || phone.isEmpty()) continue;
            texts.draft(
                            home,
                            who,
                            phone.get(),
                            words(one, who, home),
                            key(one),
                            one.paidAt().plus(NEWS))
                    .ifPresent(draft -> batch.add(one.giftId(), draft));
        }
        Map<GiftId, MessageId> leaving = batch.queue(texts, here);
        store.decided(here, done, leaving);
        return done.size();
    }

    private static String key(ThanksStore.Texted one) {
        return "gift-thanks:" + one.giftId().text();
    }

    private static String words(ThanksStore.Texted one, Supporter who, Organization home) {
        Locale language = who.writtenIn(home);
        String amount = MoneyText.say(one.minor(), one.currency(), language);
        return who.firstName().isEmpty()
                ? Sentence.of("payments.text.thanks", amount, home.name()).in(language)
                : Sentence.of("payments.text.thanks.name", who.firstName(), amount, home.name())
                        .in(language);
    }
}
