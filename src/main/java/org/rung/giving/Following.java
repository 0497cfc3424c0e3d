package org.rung.giving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionId;
import org.rung.actions.ActionType;
import org.rung.actions.Actions;
import org.rung.actions.Money;
import org.rung.actions.Verification;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Sentence;
import org.springframework.stereotype.Component;

/**
 * The evidence of gifts: one GAVE action for each whose person is known, of what is left of it. When that changes, the
 * one before is voided and another one recorded, so that ladders, pledges and figures follow.
 */
@Component
class Following {
    /** What the once keys of these actions start with. */
    static final String PREFIX = Actions.OF_GIFTS;

    private static final int AT_ONCE = 1_000;

    private final LedgerStore store;
    private final Actions actions;

    Following(LedgerStore store, Actions actions) {
        this.store = store;
        this.actions = actions;
    }

    void follow(OrganizationId organizationId, Collection<HeldGift> gifts) {
        List<HeldGift> moved = gifts.stream().filter(Following::differs).toList();
        List<ActionId> over =
                moved.stream().flatMap(gift -> gift.actionId().stream()).toList();
        actions.takeBack(
                organizationId, over, Sentence.of("giving.action.changed").text());
        List<HeldGift> evident =
                moved.stream().filter(gift -> gift.evident().isPresent()).toList();
        List<ActionId> recorded = record(organizationId, evident);
        List<LedgerStore.Evidence> now = new ArrayList<>();
        for (int i = 0; i < evident.size(); i++) {
            HeldGift gift = evident.get(i);
            now.add(new LedgerStore.Evidence(
                    gift.giftId(), Optional.of(recorded.get(i)), gift.evident(), gift.actions() + 1));
        }
        moved.stream()
                .filter(gift -> gift.evident().isEmpty())
                .map(gift ->
                        new LedgerStore.Evidence(gift.giftId(), Optional.empty(), Optional.empty(), gift.actions()))
                .forEach(now::add);
        store.follow(organizationId, now);
    }

    /** The same amount of another person is told by taking it back from the one before first: see {@link Gifts#assign}. */
    private static boolean differs(HeldGift gift) {
        return !gift.evident().equals(gift.actionId().isPresent() ? gift.actionMinor() : Optional.empty());
    }

    private List<ActionId> record(OrganizationId organizationId, List<HeldGift> gifts) {
        List<ActionDraft> drafts = gifts.stream().map(Following::draft).toList();
        List<ActionId> recorded = new ArrayList<>();
        for (int from = 0; from < drafts.size(); from += AT_ONCE)
            recorded.addAll(actions.recordAll(
                    new Actor.System(organizationId), drafts.subList(from, Math.min(drafts.size(), from + AT_ONCE))));
        return recorded;
    }

    private static ActionDraft draft(HeldGift gift) {
        return new ActionDraft(
                gift.supporterId().orElseThrow(),
                ActionType.GAVE,
                1,
                Optional.of(new Money(gift.keptMinor(), gift.currency())),
                Verification.SYSTEM,
                gift.givenAt(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.of(PREFIX + gift.giftId().text() + ":" + (gift.actions() + 1)));
    }
}
