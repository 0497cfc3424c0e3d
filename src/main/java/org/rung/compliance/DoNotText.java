package org.rung.compliance;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.consent.Suppression;
import org.rung.consent.SuppressionDraft;
import org.rung.consent.SuppressionFilter;
import org.rung.consent.SuppressionId;
import org.rung.consent.SuppressionScope;
import org.rung.consent.SuppressionWay;
import org.rung.consent.Suppressions;
import org.rung.texting.ConversationId;
import org.rung.texting.Conversations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The do-not-text list with its campaigns: see {@link Suppressions}, which knows them only as occasions. */
@Service
public class DoNotText {
    private final Suppressions suppressions;
    private final Campaigning campaigning;
    private final Conversations conversations;
    private final LedgerStore store;

    DoNotText(Suppressions suppressions, Campaigning campaigning, Conversations conversations, LedgerStore store) {
        this.suppressions = suppressions;
        this.campaigning = campaigning;
        this.conversations = conversations;
        this.store = store;
    }

    /**
     * As {@link Suppressions#add}. Needs EDIT_PEOPLE.
     *
     * @throws org.rung.common.Problem.Missing for a campaign of nobody here
     */
    @Transactional
    public Suppressions.Added add(Actor actor, Collection<PhoneNumber> phones, SuppressionDraft draft) {
        actor.must(Permission.EDIT_PEOPLE);
        campaigning.mustBeOurs(actor, draft.scope());
        return suppressions.add(actor, phones, draft);
    }

    /** By whoever may act in the conversation: its texter, or who answers for all. */
    @Transactional
    public void add(Actor actor, ConversationId conversation, SuppressionDraft draft) {
        campaigning.mustBeOurs(actor, draft.scope());
        suppressions.add(actor, List.of(conversations.toAct(actor, conversation).phone()), draft);
    }

    /** @throws org.rung.common.Problem.Missing for a campaign of nobody here */
    @Transactional(readOnly = true)
    public void mustFit(Actor actor, SuppressionScope scope) {
        campaigning.mustBeOurs(actor, scope);
    }

    @Transactional
    public void lift(Actor actor, SuppressionId id, String reason, SuppressionWay way) {
        suppressions.lift(actor, id, reason, way);
    }

    @Transactional(readOnly = true)
    public List<Suppression> of(Actor actor, Collection<PhoneNumber> phones) {
        return suppressions.of(actor, phones);
    }

    @Transactional(readOnly = true)
    public Page<Suppression> page(Actor actor, SuppressionFilter filter, Page.Wanted wanted) {
        return suppressions.page(actor, filter, wanted);
    }

    /** Names of the campaigns that entries are about, in one query. */
    @Transactional(readOnly = true)
    public Map<Long, String> campaigns(Actor actor, Collection<Suppression> entries) {
        return names(
                actor,
                entries.stream()
                        .map(entry -> entry.scope().occasion())
                        .filter(occasion -> occasion != 0)
                        .toList());
    }

    Map<Long, String> names(Actor actor, Collection<Long> occasions) {
        var ids = occasions.stream().distinct().map(CampaignId::new).toList();
        return store.campaigns(actor.organization(), ids).entrySet().stream()
                .collect(toMap(one -> one.getKey().value(), Map.Entry::getValue));
    }
}
