package org.rung.texting;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.rung.db.Tables.ANSWERS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.EDITED_TEXTS;
import static org.rung.db.Tables.MESSAGES;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.rung.campaigns.CampaignId;
import org.rung.common.OrganizationId;
import org.rung.messaging.Purpose;
import org.springframework.stereotype.Repository;

/** How people took each wording of a campaign's first text, counted in one statement. */
@Repository
class WordingStore {

    private final DSLContext db;

    WordingStore(DSLContext db) {
        this.db = db;
    }

    record Count(int texted, int replied, int yes, int optedOut) {}

    /** An answer of the script by the keys of its question and its own. */
    record Answer(String question, String answer) {}

    /**
     * By the number of the wording, of those that somebody got as it is written; see {@link org.rung.scripts.Split}.
     *
     * @param since when the campaign was moved on to these wordings; empty where it began with them
     */
    Map<Integer, Count> counts(
            OrganizationId organizationId,
            CampaignId campaignId,
            int ways,
            Collection<Answer> yes,
            Optional<Instant> since) {
        Field<Integer> way = field(
                "cast(mod(crc32({0}), {1}) as signed)", Integer.class, CONVERSATIONS.CONVERSATION_ID, DSL.inline(ways));
        Field<BigDecimal> replied = sum(one(CONVERSATIONS.LAST_IN_AT.isNotNull()));
        Field<BigDecimal> agreed = sum(one(
                yes.isEmpty()
                        ? DSL.falseCondition()
                        : exists(selectOne()
                                .from(ANSWERS)
                                .where(ANSWERS.CONVERSATION_ID.eq(CONVERSATIONS.CONVERSATION_ID))
                                .and(row(ANSWERS.QUESTION_KEY, ANSWERS.ANSWER_KEY)
                                        .in(yes.stream()
                                                .map(one -> row(one.question(), one.answer()))
                                                .toList())))));
        Field<BigDecimal> left = sum(one(CONVERSATIONS.CLOSED_REASON.eq(ClosedReason.OPTED_OUT)));
        return db.select(way, count(), replied, agreed, left)
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.CAMPAIGN_ID.eq(campaignId))
                .and(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.STATE.ne(ConversationState.NEEDS_FIRST_TEXT))
                .and(CONVERSATIONS.LAST_OUT_AT.isNotNull())
                .and(notExists(selectOne()
                        .from(EDITED_TEXTS)
                        .where(EDITED_TEXTS.CONVERSATION_ID.eq(CONVERSATIONS.CONVERSATION_ID))))
                .and(since.<Condition>map(moved -> exists(selectOne()
                                .from(MESSAGES)
                                .where(MESSAGES.TOPIC_ID.eq(CONVERSATIONS.CONVERSATION_ID.coerce(Long.class)))
                                .and(MESSAGES.PURPOSE.eq(Purpose.FIRST_TEXT))
                                .and(MESSAGES.CREATED_AT.ge(moved))))
                        .orElse(DSL.noCondition()))
                .groupBy(way)
                .fetchMap(
                        found -> found.value1(),
                        found -> new Count(
                                found.value2(),
                                found.value3().intValue(),
                                found.value4().intValue(),
                                found.value5().intValue()));
    }

    private static Field<Integer> one(Condition condition) {
        return when(condition, 1).otherwise(0);
    }
}
