package org.rung.review;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.rung.db.Tables.ANSWERS;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.FLAGGED_TEXTS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_TAGS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.rung.people.TagId;
import org.springframework.stereotype.Repository;

/** Those of some texts that are what somebody looks for, and what a list shows of them. */
@Repository
class ReviewStore {
    private final DSLContext db;

    ReviewStore(DSLContext db) {
        this.db = db;
    }

    /** By id: those of them for which all holds but the words. */
    Map<Long, ReviewRow> among(
            OrganizationId here, Collection<Long> messages, ReviewFilter filter, Optional<TagId> tag) {
        if (messages.isEmpty()) return Map.of();
        Map<Long, ReviewRow> rows = new HashMap<>();
        Map<Long, PhoneNumber> alone = new HashMap<>();
        db.select(
                        MESSAGES.PHONE,
                        MESSAGES.MESSAGE_ID,
                        MESSAGES.DIRECTION,
                        MESSAGES.BODY,
                        MESSAGES.STATE,
                        MESSAGES.ERROR_CODE,
                        MESSAGES.HAPPENED_AT,
                        MESSAGES.MEMBER_ID,
                        CONVERSATIONS.CONVERSATION_ID,
                        CONVERSATIONS.CAMPAIGN_ID,
                        CAMPAIGNS.NAME,
                        CONVERSATIONS.SUPPORTER_ID,
                        SUPPORTERS.FIRST_NAME,
                        SUPPORTERS.LAST_NAME,
                        CONVERSATIONS.STATE,
                        CONVERSATIONS.CLOSED_REASON,
                        CONVERSATIONS.MEMBER_ID,
                        FLAGGED_TEXTS.WORD)
                .from(MESSAGES)
                .leftJoin(CONVERSATIONS)
                .on(CONVERSATIONS.ORGANIZATION_ID.eq(MESSAGES.ORGANIZATION_ID))
                .and(filter.noCampaign() ? strangers() : named())
                .leftJoin(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(CONVERSATIONS.SUPPORTER_ID))
                .leftJoin(CAMPAIGNS)
                .on(CAMPAIGNS.CAMPAIGN_ID.eq(CONVERSATIONS.CAMPAIGN_ID))
                .leftJoin(FLAGGED_TEXTS)
                .on(FLAGGED_TEXTS.MESSAGE_ID.eq(MESSAGES.MESSAGE_ID))
                .where(MESSAGES.MESSAGE_ID.in(
                        messages.stream().map(MessageId::new).toList()))
                .and(MESSAGES.ORGANIZATION_ID.eq(here))
                .and(MESSAGES.PURPOSE.notIn(Purpose.CODE, Purpose.TEST))
                .and(DSL.and(conditions(filter, tag)))
                .forEach(row -> {
                    long id = row.get(MESSAGES.MESSAGE_ID).value();
                    ReviewRow found = row(row);
                    rows.put(id, found);
                    if (found.about().isEmpty()) alone.put(id, row.get(MESSAGES.PHONE));
                });
        Map<PhoneNumber, Record> latest = alone.isEmpty() ? Map.of() : latest(here, Set.copyOf(alone.values()));
        alone.forEach((id, phone) -> Optional.ofNullable(latest.get(phone))
                .ifPresent(record -> rows.computeIfPresent(id, (same, row) -> row.about(about(record)))));
        return rows;
    }

    private static Condition named() {
        return CONVERSATIONS.CONVERSATION_ID.coerce(Long.class).eq(MESSAGES.TOPIC_ID);
    }

    /** Their conversation, which what they wrote first does not name. */
    private static Condition strangers() {
        return CONVERSATIONS
                .PHONE
                .eq(MESSAGES.PHONE)
                .and(CONVERSATIONS.CAMPAIGN_ID.isNull())
                .and(named().or(MESSAGES.TOPIC_ID.isNull()));
    }

    /** What came in from a number that nobody had texted began a conversation, and does not name it. */
    private Map<PhoneNumber, Record> latest(OrganizationId here, Set<PhoneNumber> phones) {
        Map<PhoneNumber, Record> latest = new HashMap<>();
        db.select(
                        CONVERSATIONS.PHONE,
                        CONVERSATIONS.CONVERSATION_ID,
                        CONVERSATIONS.CAMPAIGN_ID,
                        CAMPAIGNS.NAME,
                        CONVERSATIONS.SUPPORTER_ID,
                        SUPPORTERS.FIRST_NAME,
                        SUPPORTERS.LAST_NAME,
                        CONVERSATIONS.STATE,
                        CONVERSATIONS.CLOSED_REASON)
                .from(CONVERSATIONS)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(CONVERSATIONS.SUPPORTER_ID))
                .leftJoin(CAMPAIGNS)
                .on(CAMPAIGNS.CAMPAIGN_ID.eq(CONVERSATIONS.CAMPAIGN_ID))
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(here))
                .and(CONVERSATIONS.PHONE.in(phones))
                .orderBy(CONVERSATIONS.CONVERSATION_ID)
                .forEach(row -> latest.put(row.get(CONVERSATIONS.PHONE), row));
        return latest;
    }

    private static List<Condition> conditions(ReviewFilter filter, Optional<TagId> tag) {
        List<Condition> all = new ArrayList<>();
        filter.campaign().ifPresent(campaign -> all.add(CONVERSATIONS.CAMPAIGN_ID.eq(campaign)));
        if (filter.noCampaign()) all.add(CONVERSATIONS.CONVERSATION_ID.isNotNull());
        filter.direction().ifPresent(way -> all.add(MESSAGES.DIRECTION.eq(way)));
        // Whoever held it when a text came in, the index knows; here it is who wrote it or holds it now.
        filter.state().ifPresent(state -> all.add(CONVERSATIONS.STATE.eq(state)));
        tag.ifPresent(one -> all.add(exists(selectOne()
                .from(SUPPORTER_TAGS)
                .where(SUPPORTER_TAGS.SUPPORTER_ID.eq(CONVERSATIONS.SUPPORTER_ID))
                .and(SUPPORTER_TAGS.TAG_ID.eq(one)))));
        filter.answer()
                .ifPresent(answer -> all.add(exists(selectOne()
                        .from(ANSWERS)
                        .where(ANSWERS.CONVERSATION_ID.eq(CONVERSATIONS.CONVERSATION_ID))
                        .and(ANSWERS.QUESTION_KEY.eq(CandidateStore.ascii(answer.question())))
                        .and(ANSWERS.ANSWER_KEY.eq(CandidateStore.ascii(answer.answer()))))));
        filter.failure().ifPresent(code -> {
            all.add(MESSAGES.STATE.in(WalkStore.FAILED));
            all.add(
                    code.equals(ReviewFilter.ANY_FAILURE)
                            ? MESSAGES.ERROR_CODE.isNotNull()
                            : MESSAGES.ERROR_CODE.eq(code));
        });
        filter.number().ifPresent(phone -> all.add(MESSAGES.PHONE.eq(phone)));
        if (filter.flagged()) all.add(FLAGGED_TEXTS.MESSAGE_ID.isNotNull());
        return all;
    }

    private static ReviewRow row(Record row) {
        Optional<ReviewRow.About> about =
                Optional.ofNullable(row.get(CONVERSATIONS.CONVERSATION_ID)).map(any -> about(row));
        Direction direction = row.get(MESSAGES.DIRECTION);
        MessageState delivery = row.get(MESSAGES.STATE);
        return new ReviewRow(
                row.get(MESSAGES.MESSAGE_ID),
                direction,
                row.get(MESSAGES.BODY),
                delivery,
                Optional.ofNullable(row.get(MESSAGES.ERROR_CODE)),
                row.get(MESSAGES.HAPPENED_AT),
                Optional.ofNullable(row.get(MESSAGES.MEMBER_ID))
                        .or(() -> Optional.ofNullable(row.get(CONVERSATIONS.MEMBER_ID))),
                about,
                Optional.ofNullable(row.get(FLAGGED_TEXTS.WORD)));
    }

    private static ReviewRow.About about(Record row) {
        return new ReviewRow.About(
                row.get(CONVERSATIONS.CONVERSATION_ID),
                Optional.ofNullable(row.get(CONVERSATIONS.CAMPAIGN_ID)),
                Objects.requireNonNullElse(row.get(CAMPAIGNS.NAME), ""),
                row.get(CONVERSATIONS.SUPPORTER_ID),
                named(
                        Objects.requireNonNullElse(row.get(SUPPORTERS.FIRST_NAME), ""),
                        Objects.requireNonNullElse(row.get(SUPPORTERS.LAST_NAME), "")),
                row.get(CONVERSATIONS.STATE),
                Optional.ofNullable(row.get(CONVERSATIONS.CLOSED_REASON)));
    }

    /** With the surname's initial, as texters see it. */
    static String named(String first, String last) {
        return last.isEmpty() ? first : (first + " " + last.substring(0, last.offsetByCodePoints(0, 1)) + ".").strip();
    }
}
