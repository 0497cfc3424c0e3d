package org.rung.texting;

import static org.rung.db.Tables.ANSWERS;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MESSAGES;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.campaigns.CampaignState;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.database.Owned;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.people.Pair;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Conversations that change hands. */
@Repository
class TextingBelongingsStore {
    private static final Set<MessageState> WAITING = EnumSet.of(MessageState.HELD, MessageState.QUEUED);

    private final DSLContext db;
    private final Owned<SupporterId> conversations =
            new Owned<>(CONVERSATIONS.CONVERSATION_ID, CONVERSATIONS.SUPPORTER_ID);
    private final Owned<SupporterId> answers = new Owned<>(ANSWERS.ANSWER_ID, ANSWERS.SUPPORTER_ID);

    TextingBelongingsStore(DSLContext db) {
        this.db = db;
    }

    /** In the order of their ids, as everyone does who locks several. */
    void hold(OrganizationId organizationId, Collection<SupporterId> people) {
        db.select(CONVERSATIONS.CONVERSATION_ID)
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.SUPPORTER_ID.in(people))
                .orderBy(CONVERSATIONS.CONVERSATION_ID)
                .forUpdate()
                .fetch();
    }

    /** All of both, with what became of their texts. */
    List<Doubles.Theirs> of(Pair pair) {
        var rows = db.select(
                        CONVERSATIONS.CONVERSATION_ID,
                        CONVERSATIONS.CAMPAIGN_ID,
                        CONVERSATIONS.PHONE,
                        CONVERSATIONS.SUPPORTER_ID,
                        CONVERSATIONS.BESIDE,
                        CONVERSATIONS.STATE,
                        CONVERSATIONS.MEMBER_ID,
                        CONVERSATIONS.LAST_IN_AT)
                .from(CONVERSATIONS)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(CONVERSATIONS.SUPPORTER_ID.in(pair.both()))
                .orderBy(CONVERSATIONS.CONVERSATION_ID)
                .fetch();
        var left = new HashSet<Long>();
        var waiting = new HashMap<Long, List<MessageId>>();
        db.select(MESSAGES.TOPIC_ID, MESSAGES.MESSAGE_ID, MESSAGES.STATE, MESSAGES.CLAIMED_AT)
                .from(MESSAGES)
                .where(MESSAGES.TOPIC_ID.in(
                        rows.map(row -> row.get(CONVERSATIONS.CONVERSATION_ID).value())))
                .and(MESSAGES.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(MESSAGES.DIRECTION.eq(Direction.OUT))
                .forEach(text -> {
                    long topic = Objects.requireNonNull(text.value1());
                    if (WAITING.contains(text.value3())) {
                        waiting.computeIfAbsent(topic, any -> new ArrayList<>()).add(text.value2());
                    } else if (text.value3() != MessageState.CANCELLED || text.value4() != null) {
                        left.add(topic);
                    }
                });
        return rows.map(row -> {
            var id = row.get(CONVERSATIONS.CONVERSATION_ID);
            return new Doubles.Theirs(
                    id,
                    Optional.ofNullable(row.get(CONVERSATIONS.CAMPAIGN_ID)),
                    row.get(CONVERSATIONS.PHONE),
                    row.get(CONVERSATIONS.SUPPORTER_ID).equals(pair.kept()),
                    row.get(CONVERSATIONS.BESIDE) != 0,
                    row.get(CONVERSATIONS.STATE),
                    Optional.ofNullable(row.get(CONVERSATIONS.MEMBER_ID)),
                    left.contains(id.value()) || row.get(CONVERSATIONS.LAST_IN_AT) != null,
                    waiting.getOrDefault(id.value(), List.of()));
        });
    }

    /** Nobody opens them again by hand: see {@link ClosingStore#reopen}. */
    void close(OrganizationId organizationId, Collection<ConversationId> unsent, Instant now) {
        db.update(CONVERSATIONS)
                .set(CONVERSATIONS.STATE, ConversationState.CLOSED)
                .set(CONVERSATIONS.CLOSED_REASON, ClosedReason.MERGED)
                .set(CONVERSATIONS.CLOSED_AT, now)
                .setNull(CONVERSATIONS.STATE_BEFORE)
                .setNull(CONVERSATIONS.MEMBER_ID)
                .setNull(CONVERSATIONS.LEASED_UNTIL_AT)
                .setNull(CONVERSATIONS.WAITING_SINCE_AT)
                .setNull(CONVERSATIONS.ASIDE_UNTIL_AT)
                .setNull(CONVERSATIONS.SUGGESTION)
                .setNull(CONVERSATIONS.LAST_OUT_AT)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.CONVERSATION_ID.in(unsent))
                .execute();
    }

    void open(OrganizationId organizationId, Collection<ConversationId> closed) {
        db.update(CONVERSATIONS)
                .set(CONVERSATIONS.STATE, ConversationState.NEEDS_FIRST_TEXT)
                .setNull(CONVERSATIONS.CLOSED_REASON)
                .setNull(CONVERSATIONS.CLOSED_AT)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.CONVERSATION_ID.in(closed))
                .and(CONVERSATIONS.STATE.eq(ConversationState.CLOSED))
                .and(CONVERSATIONS.CLOSED_REASON.eq(ClosedReason.MERGED))
                .and(CONVERSATIONS.CAMPAIGN_ID.in(db.select(CAMPAIGNS.CAMPAIGN_ID)
                        .from(CAMPAIGNS)
                        .where(CAMPAIGNS.ORGANIZATION_ID.eq(organizationId))
                        .and(CAMPAIGNS.STATE.ne(CampaignState.ENDED))))
                .execute();
    }

    void setBeside(OrganizationId organizationId, Collection<ConversationId> doubles) {
        db.update(CONVERSATIONS)
                .set(CONVERSATIONS.BESIDE, CONVERSATIONS.CONVERSATION_ID.coerce(Long.class))
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.CONVERSATION_ID.in(doubles))
                .execute();
    }

    void endBeside(OrganizationId organizationId, Collection<ConversationId> doubles) {
        db.update(CONVERSATIONS)
                .set(CONVERSATIONS.BESIDE, 0L)
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId))
                .and(CONVERSATIONS.CONVERSATION_ID.in(doubles))
                .execute();
    }

    List<Long> handOver(Pair pair) {
        return conversations.handOver(
                db, CONVERSATIONS.ORGANIZATION_ID.eq(pair.organizationId()), pair.gone(), pair.kept());
    }

    List<Long> handAnswersOver(Pair pair) {
        return answers.handOver(db, ANSWERS.ORGANIZATION_ID.eq(pair.organizationId()), pair.gone(), pair.kept());
    }

    void giveBack(Pair pair, List<Long> theirs, List<Long> answered) {
        conversations.give(
                db, CONVERSATIONS.ORGANIZATION_ID.eq(pair.organizationId()), theirs, pair.kept(), pair.gone());
        answers.give(db, ANSWERS.ORGANIZATION_ID.eq(pair.organizationId()), answered, pair.kept(), pair.gone());
    }

    Map<SupporterId, Integer> count(OrganizationId organizationId, Collection<SupporterId> people) {
        return conversations.count(db, CONVERSATIONS.ORGANIZATION_ID.eq(organizationId), people);
    }
}
