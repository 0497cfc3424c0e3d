package org.rung.messaging;

import static org.rung.db.Tables.MESSAGES;

import org.jooq.DSLContext;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Texts that hold a code. */
@Repository
class CodeTextStore {
    private final DSLContext dsl;

    CodeTextStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    void dropWords(OrganizationId organizationId, MessageId messageId) {
        dsl.update(MESSAGES)
                .set(MESSAGES.BODY, "")
                .where(MESSAGES.MESSAGE_ID.eq(messageId))
                .and(MESSAGES.ORGANIZATION_ID.eq(organizationId))
                .and(MESSAGES.PURPOSE.eq(Purpose.CODE))
                .execute();
    }
}
