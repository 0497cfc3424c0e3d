package org.rung.texting;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.ANSWERS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MESSAGES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.ScriptUse;
import org.rung.common.OrganizationId;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.springframework.stereotype.Repository;

/** Where conversations stand in their campaign's script, counted in one statement. */
@Repository
class ScriptUseStore implements ScriptUse {

    private final DSLContext db;

    ScriptUseStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Standing> standings(OrganizationId organizationId, CampaignId campaignId) {
        Field<Boolean> texted = field(CONVERSATIONS.STATE.ne(ConversationState.NEEDS_FIRST_TEXT));
        Field<Boolean> answered = field(
                exists(selectOne().from(ANSWERS).where(ANSWERS.CONVERSATION_ID.eq(CONVERSATIONS.CONVERSATION_ID))));
        var each = db.select(CONVERSATIONS.QUESTION_KEY, texted.as("texted"), answered.as("answered"))
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.CAMPAIGN_ID.eq(campaignId))
                .and(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.STATE.ne(ConversationState.CLOSED))
                .asTable("each");
        Field<String> question = each.field(CONVERSATIONS.QUESTION_KEY);
        Field<Boolean> wasTexted = each.field("texted", Boolean.class);
        Field<Boolean> hasAnswered = each.field("answered", Boolean.class);
        return db.select(question, wasTexted, hasAnswered, count())
                .from(each)
                .groupBy(question, wasTexted, hasAnswered)
                .fetch(row ->
                        new Standing(Optional.ofNullable(row.value1()), row.value2(), row.value3(), row.value4()));
    }

    /** By the index of a campaign's texts: those that have left since, and those that have not left yet. */
    @Override
    public boolean textedSince(OrganizationId organizationId, CampaignId campaignId, Instant since) {
        Condition mayHaveLeft = MESSAGES.SENT_AT.ge(since).or(MESSAGES.SENT_AT.isNull());
        return db.fetchExists(selectOne()
                .from(MESSAGES)
                .where(MESSAGES.OCCASION_ID.eq(campaignId.value()))
                .and(mayHaveLeft)
                .and(MESSAGES.CREATED_AT.ge(since))
                .and(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.DIRECTION.eq(Direction.OUT))
                .and(MESSAGES.STATE.ne(MessageState.CANCELLED)));
    }
}
