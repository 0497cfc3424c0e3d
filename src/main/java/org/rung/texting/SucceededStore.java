package org.rung.texting;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.ACTIONS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.MOVES;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectField;
import org.rung.actions.ActionType;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignGoals;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.Campaigns;
import org.rung.common.OrganizationId;
import org.rung.filters.Criterion;
import org.rung.filters.FilterLine;
import org.rung.ladder.MoveCause;
import org.rung.ladder.Reached;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.springframework.stereotype.Repository;

/** Who did what a campaign is after: counted for its page, and found by filters whose values are campaigns. One rule for both. */
@Repository
class SucceededStore implements Criterion {
    /** Texts that have not left, or never will. */
    private static final List<MessageState> NEVER_LEFT =
            List.of(MessageState.HELD, MessageState.QUEUED, MessageState.CANCELLED, MessageState.FAILED);

    private final DSLContext db;
    private final PastCampaignStore past;
    private final Campaigns campaigns;
    private final CampaignGoals goals;

    SucceededStore(DSLContext db, PastCampaignStore past, Campaigns campaigns, CampaignGoals goals) {
        this.db = db;
        this.past = past;
        this.campaigns = campaigns;
        this.goals = goals;
    }

    Optional<Long> count(OrganizationId organizationId, Campaign campaign) {
        return who(organizationId, campaign, countDistinct(CONVERSATIONS.SUPPORTER_ID))
                .map(counted -> db.fetchSingle(counted).value1().longValue());
    }

    @Override
    public String kind() {
        return Successes.FILTER;
    }

    @Override
    public Condition matching(OrganizationId organizationId, FilterLine line) {
        return or(past.known(organizationId, line.values()).stream()
                .flatMap(one -> campaigns.find(organizationId, one).stream())
                .map(campaign -> who(organizationId, campaign, CONVERSATIONS.SUPPORTER_ID)
                        .<Condition>map(SUPPORTERS.SUPPORTER_ID::in)
                        .orElse(falseCondition()))
                .toList());
    }

    @Override
    public List<Choice> choices(OrganizationId organizationId) {
        return past.choices(organizationId);
    }

    private <T> Optional<Select<Record1<T>>> who(
            OrganizationId organizationId, Campaign campaign, SelectField<T> what) {
        Optional<Instant> since = campaign.startedAt();
        if (since.isEmpty()) return Optional.empty();
        CampaignId id = campaign.campaignId();
        return goals.of(organizationId, campaign)
                .map(reached -> came(organizationId, id, since.get(), reached, what))
                .or(() -> campaign.goal().map(goal -> did(organizationId, id, since.get(), goal, what)));
    }

    private static <T> Select<Record1<T>> did(
            OrganizationId organizationId, CampaignId campaign, Instant since, ActionType goal, SelectField<T> what) {
        return select(what)
                .from(ACTIONS)
                .join(CONVERSATIONS)
                .on(CONVERSATIONS.CAMPAIGN_ID.eq(campaign))
                .and(CONVERSATIONS.SUPPORTER_ID.eq(ACTIONS.SUPPORTER_ID))
                .where(ACTIONS.ORGANIZATION_ID.eq(organizationId))
                .and(ACTIONS.TYPE.eq(goal))
                .and(ACTIONS.HAPPENED_AT.ge(since))
                .and(ACTIONS.VOIDED_AT.isNull())
                .and(CONVERSATIONS.LAST_OUT_AT.isNotNull());
    }

    /** From the moves on, which are fewer than the texts. A ladder that was changed brought nobody anywhere. */
    private static <T> Select<Record1<T>> came(
            OrganizationId organizationId, CampaignId campaign, Instant since, Reached rung, SelectField<T> what) {
        return select(what)
                .from(MOVES)
                .join(CONVERSATIONS)
                .on(CONVERSATIONS.CAMPAIGN_ID.eq(campaign))
                .and(CONVERSATIONS.SUPPORTER_ID.eq(MOVES.SUPPORTER_ID))
                .join(MESSAGES)
                .on(MESSAGES.TOPIC_ID.eq(CONVERSATIONS.CONVERSATION_ID.coerce(Long.class)))
                .and(MESSAGES.PURPOSE.eq(Purpose.FIRST_TEXT))
                .and(MESSAGES.STATE.notIn(NEVER_LEFT))
                .where(MOVES.ORGANIZATION_ID.eq(organizationId))
                .and(MOVES.LADDER_ID.eq(rung.ladderId()))
                .and(MOVES.HAPPENED_AT.ge(since))
                .and(MOVES.HAPPENED_AT.ge(coalesce(MESSAGES.SENT_AT, MESSAGES.HAPPENED_AT)))
                .and(MOVES.VOIDED_AT.isNull())
                .and(MOVES.CAUSE.ne(MoveCause.RULE))
                .and(upTo(rung));
    }

    private static Condition upTo(Reached rung) {
        return or(rung.positions().entrySet().stream()
                .map(one -> MOVES.VERSION
                        .eq(one.getKey())
                        .and(MOVES.FROM_POSITION.lt(one.getValue().byteValue()))
                        .and(MOVES.TO_POSITION.ge(one.getValue().byteValue())))
                .toList());
    }
}
