package org.rung.review;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.rung.db.Tables.ANSWERS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.FLAGGED_TEXTS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.REVIEW_FAILURES;
import static org.rung.db.Tables.SUPPORTER_TAGS;
import static org.rung.db.Tables.TAGS;
import static org.rung.db.Tables.THREADS;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.rung.campaigns.CampaignId;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.people.TagId;
import org.rung.texting.ConversationId;
import org.springframework.stereotype.Repository;

/** Ways to texts that lead to few of them, each by a key of its own. */
@Repository
class CandidateStore {
    private final DSLContext db;

    CandidateStore(DSLContext db) {
        this.db = db;
    }

    List<Long> exchanged(OrganizationId here, PhoneNumber phone, long before, int most) {
        return db.select(MESSAGES.MESSAGE_ID)
                .from(MESSAGES)
                .where(MESSAGES.THREAD_ID.eq(field(select(THREADS.THREAD_ID)
                        .from(THREADS)
                        .where(THREADS.ORGANIZATION_ID.eq(here))
                        .and(THREADS.PHONE.eq(phone)))))
                .and(MESSAGES.MESSAGE_ID.lt(new MessageId(before)))
                .orderBy(MESSAGES.MESSAGE_ID.desc())
                .limit(most)
                .fetch(row -> row.value1().value());
    }

    List<Long> failed(OrganizationId here, Optional<String> code, long before, int most) {
        return db.select(REVIEW_FAILURES.MESSAGE_ID)
                .from(REVIEW_FAILURES)
                .where(REVIEW_FAILURES.ORGANIZATION_ID.eq(here))
                .and(code.map(REVIEW_FAILURES.ERROR_CODE::eq).orElse(noCondition()))
                .and(REVIEW_FAILURES.MESSAGE_ID.lt(new MessageId(before)))
                .orderBy(REVIEW_FAILURES.MESSAGE_ID.desc())
                .limit(most)
                .fetch(row -> row.value1().value());
    }

    List<Long> flagged(OrganizationId here, long before, int most) {
        return db.select(FLAGGED_TEXTS.MESSAGE_ID)
                .from(FLAGGED_TEXTS)
                .where(FLAGGED_TEXTS.ORGANIZATION_ID.eq(here))
                .and(FLAGGED_TEXTS.MESSAGE_ID.lt(new MessageId(before)))
                .orderBy(FLAGGED_TEXTS.MESSAGE_ID.desc())
                .limit(most)
                .fetch(row -> row.value1().value());
    }

    List<Long> of(Collection<ConversationId> conversations, long before, int most) {
        return conversations.isEmpty()
                ? List.of()
                : db.select(MESSAGES.MESSAGE_ID)
                        .from(MESSAGES.forceIndex("messages_request"))
                        .where(MESSAGES.TOPIC_ID.in(conversations.stream()
                                .map(ConversationId::value)
                                .toList()))
                        .and(MESSAGES.MESSAGE_ID.lt(new MessageId(before)))
                        .orderBy(MESSAGES.MESSAGE_ID.desc())
                        .limit(most)
                        .fetch(row -> row.value1().value());
    }

    /** With numbers that have a conversation without a campaign. */
    List<Long> strangers(OrganizationId here, long before, int most) {
        return db.selectDistinct(MESSAGES.MESSAGE_ID)
                .from(CONVERSATIONS)
                .join(THREADS)
                .on(THREADS.ORGANIZATION_ID.eq(CONVERSATIONS.ORGANIZATION_ID))
                .and(THREADS.PHONE.eq(CONVERSATIONS.PHONE))
                .join(MESSAGES)
                .on(MESSAGES.THREAD_ID.eq(THREADS.THREAD_ID))
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(here))
                .and(CONVERSATIONS.CAMPAIGN_ID.isNull())
                .and(MESSAGES.MESSAGE_ID.lt(new MessageId(before)))
                .orderBy(MESSAGES.MESSAGE_ID.desc())
                .limit(most)
                .fetch(row -> row.value1().value());
    }

    Optional<TagId> tag(OrganizationId here, String name) {
        return db.select(TAGS.TAG_ID)
                .from(TAGS)
                .where(TAGS.ORGANIZATION_ID.eq(here))
                .and(TAGS.NAME.eq(name))
                .fetchOptional(TAGS.TAG_ID);
    }

    /** With supporters who have the tag; no more than so many. */
    List<ConversationId> tagged(OrganizationId here, TagId tag, Optional<CampaignId> campaign, int most) {
        return db.select(CONVERSATIONS.CONVERSATION_ID)
                .from(SUPPORTER_TAGS)
                .join(CONVERSATIONS)
                .on(CONVERSATIONS.SUPPORTER_ID.eq(SUPPORTER_TAGS.SUPPORTER_ID))
                .where(SUPPORTER_TAGS.TAG_ID.eq(tag))
                .and(CONVERSATIONS.ORGANIZATION_ID.eq(here))
                .and(campaign.map(CONVERSATIONS.CAMPAIGN_ID::eq).orElse(noCondition()))
                .limit(most)
                .fetch(CONVERSATIONS.CONVERSATION_ID);
    }

    List<ConversationId> answered(OrganizationId here, CampaignId campaign, ReviewFilter.GivenAnswer answer, int most) {
        return db.select(ANSWERS.CONVERSATION_ID)
                .from(ANSWERS)
                .where(ANSWERS.CAMPAIGN_ID.eq(campaign))
                .and(ANSWERS.QUESTION_KEY.eq(ascii(answer.question())))
                .and(ANSWERS.ANSWER_KEY.eq(ascii(answer.answer())))
                .and(ANSWERS.ORGANIZATION_ID.eq(here))
                .limit(most)
                .fetch(ANSWERS.CONVERSATION_ID);
    }

    List<ConversationId> waiting(OrganizationId here, Optional<CampaignId> campaign, int most) {
        return db.select(CONVERSATIONS.CONVERSATION_ID)
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(here))
                .and(CONVERSATIONS.WAITING_SINCE_AT.isNotNull())
                .and(campaign.map(CONVERSATIONS.CAMPAIGN_ID::eq).orElse(noCondition()))
                .limit(most)
                .fetch(CONVERSATIONS.CONVERSATION_ID);
    }

    /** Keys are plain letters; whatever else was asked for is none, and MySQL compares such only with its like. */
    static Field<String> ascii(String key) {
        return DSL.val(key.chars().allMatch(each -> each < 128) ? key : "?");
    }
}
