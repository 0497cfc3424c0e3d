package org.rung.texting;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.SUPPORTER_PHONES;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.messaging.MessageState;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** What is left of a supporter in texts. */
@Repository
class ErasureStore {
    private final DSLContext db;

    ErasureStore(DSLContext db) {
        this.db = db;
    }

    List<MessageId> waitingTexts(OrganizationId organizationId, Collection<SupporterId> supporters) {
        return db.select(MESSAGES.MESSAGE_ID)
                .from(CONVERSATIONS)
                .join(MESSAGES)
                .on(MESSAGES.TOPIC_ID.eq(CONVERSATIONS.CONVERSATION_ID.coerce(Long.class)))
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.SUPPORTER_ID.in(supporters))
                .and(MESSAGES.STATE.in(MessageState.HELD, MessageState.QUEUED))
                .fetch(MESSAGES.MESSAGE_ID);
    }

    /** Numbers that are these supporters', or that they were texted at, and that nobody else has. */
    List<PhoneNumber> phonesOfNobodyElse(OrganizationId organizationId, Collection<SupporterId> supporters) {
        var others = SUPPORTER_PHONES.as("others");
        var theirs = select(SUPPORTER_PHONES.PHONE)
                .from(SUPPORTER_PHONES)
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organizationId))
                .and(SUPPORTER_PHONES.SUPPORTER_ID.in(supporters))
                .union(select(CONVERSATIONS.PHONE)
                        .from(CONVERSATIONS)
                        .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                        .and(CONVERSATIONS.SUPPORTER_ID.in(supporters)))
                .asTable("theirs");
        var phone = theirs.field(SUPPORTER_PHONES.PHONE);
        return db.select(phone)
                .from(theirs)
                .where(notExists(selectOne()
                        .from(others)
                        .where(others.ORGANIZATION_ID.eq(organizationId))
                        .and(others.PHONE.eq(phone))
                        .and(others.SUPPORTER_ID.notIn(supporters))))
                .fetch(phone);
    }
}
