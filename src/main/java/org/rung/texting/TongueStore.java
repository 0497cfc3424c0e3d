package org.rung.texting;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.ASSIGNMENTS;
import static org.rung.db.Tables.CAMPAIGN_TEXTERS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MEMBERS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.TEXTER_LANGUAGES;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.rung.campaigns.Campaign;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** Which languages matter when work is handed out; asked only in organizations whose texters have said any. */
@Repository
class TongueStore {
    /** How far one looks for speakers of a language: far enough, since others leave them in front. */
    private static final int FAR = 2_000;

    private final DSLContext db;

    TongueStore(DSLContext db) {
        this.db = db;
    }

    Tongues of(OrganizationId here, Campaign campaign, MemberId texter, String usual, Instant atWorkSince) {
        Set<String> mine = new HashSet<>(db.select(TEXTER_LANGUAGES.LANGUAGE)
                .from(TEXTER_LANGUAGES)
                .where(TEXTER_LANGUAGES.MEMBER_ID.eq(texter))
                .and(TEXTER_LANGUAGES.LANGUAGE.ne(usual))
                .fetch(TEXTER_LANGUAGES.LANGUAGE));
        Set<String> others = new HashSet<>(db.selectDistinct(TEXTER_LANGUAGES.LANGUAGE)
                .from(TEXTER_LANGUAGES)
                .join(CAMPAIGN_TEXTERS)
                .on(CAMPAIGN_TEXTERS.MEMBER_ID.eq(TEXTER_LANGUAGES.MEMBER_ID))
                .and(CAMPAIGN_TEXTERS.CAMPAIGN_ID.eq(campaign.campaignId()))
                .join(MEMBERS)
                .on(MEMBERS.MEMBER_ID.eq(TEXTER_LANGUAGES.MEMBER_ID))
                .and(MEMBERS.SUSPENDED_AT.isNull())
                .where(TEXTER_LANGUAGES.ORGANIZATION_ID.eq(here))
                .and(TEXTER_LANGUAGES.MEMBER_ID.ne(texter))
                .and(TEXTER_LANGUAGES.LANGUAGE.ne(usual))
                .and(atWork(atWorkSince))
                .and(hasRoom(campaign))
                .fetch(TEXTER_LANGUAGES.LANGUAGE));
        others.removeAll(mine);
        return mine.isEmpty() && others.isEmpty() ? Tongues.NONE : new Tongues(mine, others);
    }

    private static Condition atWork(Instant since) {
        return exists(selectOne()
                        .from(MESSAGES)
                        .where(MESSAGES.MEMBER_ID.eq(TEXTER_LANGUAGES.MEMBER_ID))
                        .and(MESSAGES.CREATED_AT.ge(since)))
                .or(exists(selectOne()
                        .from(ASSIGNMENTS)
                        .where(ASSIGNMENTS.MEMBER_ID.eq(TEXTER_LANGUAGES.MEMBER_ID))
                        .and(ASSIGNMENTS.CREATED_AT.ge(since))
                        .and(ASSIGNMENTS.BY_HAND.isFalse())));
    }

    /** They hold less than a whole batch. */
    private static Condition hasRoom(Campaign campaign) {
        Field<Integer> held = field(select(count())
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.CAMPAIGN_ID.eq(campaign.campaignId()))
                .and(CONVERSATIONS.STATE.eq(ConversationState.NEEDS_FIRST_TEXT))
                .and(CONVERSATIONS.MEMBER_ID.eq(TEXTER_LANGUAGES.MEMBER_ID)));
        return held.lt(campaign.firstBatch());
    }

    /** Those near the front of a queue whose people speak one of these; without locks. */
    List<ConversationId> speaking(Condition queue, Set<String> languages, int wanted) {
        var near = db.select(CONVERSATIONS.CONVERSATION_ID, CONVERSATIONS.SUPPORTER_ID)
                .from(CONVERSATIONS)
                .where(queue)
                .orderBy(CONVERSATIONS.CONVERSATION_ID)
                .limit(FAR)
                .asTable("near");
        Field<ConversationId> id = near.field(CONVERSATIONS.CONVERSATION_ID);
        return db.select(id)
                .from(near)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(near.field(CONVERSATIONS.SUPPORTER_ID)))
                .where(SUPPORTERS.LANGUAGE.in(languages))
                .orderBy(id)
                .limit(wanted)
                .fetch(id);
    }

    /** Whoever speaks none of these; everyone where there are none. */
    static Condition notSpeaking(Set<String> languages) {
        return languages.isEmpty()
                ? noCondition()
                : notExists(selectOne()
                        .from(SUPPORTERS)
                        .where(SUPPORTERS.SUPPORTER_ID.eq(CONVERSATIONS.SUPPORTER_ID))
                        .and(SUPPORTERS.LANGUAGE.in(languages)));
    }

    static Condition speaking(Set<String> languages) {
        return languages.isEmpty()
                ? DSL.falseCondition()
                : notSpeaking(languages).not();
    }
}
