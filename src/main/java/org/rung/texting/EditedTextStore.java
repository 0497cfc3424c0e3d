package org.rung.texting;

import static org.jooq.impl.DSL.noCondition;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.EDITED_TEXTS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.SUPPORTERS;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignId;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.messaging.MessageState;
import org.springframework.stereotype.Repository;

/** What the script would have said, beside what was sent. */
@Repository
class EditedTextStore {

    private static final int LONGEST = 3_200;

    private final DSLContext db;

    EditedTextStore(DSLContext db) {
        this.db = db;
    }

    void save(
            OrganizationId organizationId,
            CampaignId campaignId,
            ConversationId conversationId,
            MessageId messageId,
            String scripted) {
        db.insertInto(EDITED_TEXTS)
                .set(EDITED_TEXTS.MESSAGE_ID, messageId)
                .set(EDITED_TEXTS.ORGANIZATION_ID, organizationId)
                .set(EDITED_TEXTS.CAMPAIGN_ID, campaignId)
                .set(EDITED_TEXTS.CONVERSATION_ID, conversationId)
                .set(EDITED_TEXTS.SCRIPTED, scripted.length() > LONGEST ? scripted.substring(0, LONGEST) : scripted)
                .execute();
    }

    List<EditedRow> page(OrganizationId organizationId, CampaignId campaignId, Optional<MessageId> after, int size) {
        return db.select(
                        EDITED_TEXTS.MESSAGE_ID,
                        EDITED_TEXTS.CONVERSATION_ID,
                        SUPPORTERS.FIRST_NAME,
                        SUPPORTERS.LAST_NAME,
                        MESSAGES.MEMBER_ID,
                        EDITED_TEXTS.SCRIPTED,
                        MESSAGES.BODY,
                        MESSAGES.HAPPENED_AT)
                .from(EDITED_TEXTS)
                .join(MESSAGES)
                .on(MESSAGES.MESSAGE_ID.eq(EDITED_TEXTS.MESSAGE_ID))
                .join(CONVERSATIONS)
                .on(CONVERSATIONS.CONVERSATION_ID.eq(EDITED_TEXTS.CONVERSATION_ID))
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(CONVERSATIONS.SUPPORTER_ID))
                .where(EDITED_TEXTS.CAMPAIGN_ID.eq(campaignId))
                .and(EDITED_TEXTS.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.STATE.ne(MessageState.CANCELLED))
                .and(after.<Condition>map(EDITED_TEXTS.MESSAGE_ID::lt).orElse(noCondition()))
                .orderBy(EDITED_TEXTS.MESSAGE_ID.desc())
                .limit(size)
                .fetch(row -> new EditedRow(
                        row.value1(),
                        row.value2(),
                        Filling.shown(row.value3(), row.value4()),
                        Optional.ofNullable(row.value5()),
                        row.value6(),
                        row.value7(),
                        row.value8()));
    }

    /** Those of them that were changed. */
    Set<MessageId> among(OrganizationId organizationId, Collection<MessageId> messages) {
        return messages.isEmpty()
                ? Set.of()
                : db.select(EDITED_TEXTS.MESSAGE_ID)
                        .from(EDITED_TEXTS)
                        .where(EDITED_TEXTS.MESSAGE_ID.in(messages))
                        .and(EDITED_TEXTS.ORGANIZATION_ID.eq(organizationId))
                        .fetchSet(EDITED_TEXTS.MESSAGE_ID);
    }
}
