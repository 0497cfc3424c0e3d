package org.rung.giving;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.people.Supporter;
import org.rung.people.SupporterDraft;
import org.rung.people.SupporterForms;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles by hand whose gift it is. */
@Service
public class Matching {
    private static final int MOST = 6;

    private final Gifts gifts;
    private final Givers givers;
    private final Supporters supporters;
    private final SupporterForms forms;

    Matching(Gifts gifts, Givers givers, Supporters supporters, SupporterForms forms) {
        this.gifts = gifts;
        this.givers = givers;
        this.supporters = supporters;
        this.forms = forms;
    }

    /** Who it may be, the likeliest first. */
    @Transactional(readOnly = true)
    public List<Supporter> candidates(Actor actor, GiftId giftId) {
        List<SupporterId> ids =
                givers.candidates(actor.organization(), gifts.get(actor, giftId).giver(), MOST);
        Map<SupporterId, Supporter> people = supporters.all(actor.organization(), ids);
        return ids.stream().map(people::get).filter(Objects::nonNull).toList();
    }

    /**
     * Nobody we know: a new person, with what is written with the gift.
     *
     * @throws Problem.Invalid when nothing is written there
     * @throws Problem.Conflict when someone with this number and first name is there already
     */
    @Transactional
    public SupporterId newcomer(Actor actor, GiftId giftId) {
        actor.must(Permission.EDIT_PEOPLE);
        GiftRow gift = gifts.get(actor, giftId);
        if (gift.supporterId().isPresent() || gift.erased()) throw new Problem.Conflict("problem.gift-matched");
        Giver giver = gift.giver();
        SupporterId made = forms.add(
                actor,
                new SupporterDraft(
                        giver.firstName(),
                        giver.lastName(),
                        giver.email(),
                        "",
                        "",
                        "",
                        "",
                        Optional.empty(),
                        "",
                        "",
                        giver.phone().map(List::of).orElse(List.of()),
                        Set.of(),
                        Map.of()));
        gifts.assign(actor, giftId, Optional.of(made));
        return made;
    }
}
