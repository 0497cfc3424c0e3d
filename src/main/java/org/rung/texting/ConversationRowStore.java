package org.rung.texting;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.MESSAGES;
import static org.rung.db.Tables.SKIPS;
import static org.rung.db.Tables.SUPPORTERS;
import static org.rung.db.Tables.SUPPORTER_PHONES;
import static org.rung.db.Tables.THREADS;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.messaging.Direction;
import org.rung.messaging.MessageState;
import org.rung.messaging.Purpose;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Conversations in lists: a page by keyset, then the latest text of each of its threads by one second query. */
@Repository
class ConversationRowStore {

    private static final int SNIPPET = 140;

    private final DSLContext db;

    ConversationRowStore(DSLContext db) {
        this.db = db;
    }

    /** @param closedSince leaves out what was closed before that */
    Page<ConversationRow> page(
            OrganizationId organizationId,
            ConversationFilter filter,
            Page.Wanted wanted,
            Optional<Instant> closedSince) {
        Order order = Order.of(filter);
        var found = named(inOrder(filter, order), organizationId)
                .and(order.waits())
                .and(matching(filter, closedSince))
                .and(wanted.after().map(after -> after(after, order)).orElse(noCondition()))
                .orderBy(order.fields())
                .limit(wanted.size() + 1)
                .fetch();
        boolean more = found.size() > wanted.size();
        List<Record> page = new ArrayList<>(found.subList(0, Math.min(found.size(), wanted.size())));
        Map<PhoneNumber, Latest> latest = latest(
                organizationId,
                page.stream().map(row -> row.get(CONVERSATIONS.PHONE)).toList());
        List<ConversationRow> rows = page.stream().map(row -> row(row, latest)).toList();
        return new Page<>(rows, more ? Optional.of(cursor(page.getLast(), order)) : Optional.empty());
    }

    /** Without the latest texts: only whose they are. */
    Map<ConversationId, ConversationRow> whose(OrganizationId organizationId, Collection<ConversationId> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<ConversationId, ConversationRow> whose = new HashMap<>();
        named(CONVERSATIONS, organizationId)
                .and(CONVERSATIONS.CONVERSATION_ID.in(wanted))
                .forEach(row -> whose.put(row.get(CONVERSATIONS.CONVERSATION_ID), row(row, Map.of())));
        return whose;
    }

    private SelectConditionStep<Record> named(Table<?> conversations, OrganizationId organizationId) {
        return db.select(CONVERSATIONS.fields())
                .select(CAMPAIGNS.NAME, SUPPORTERS.FIRST_NAME, SUPPORTERS.LAST_NAME, SKIPS.REASON, SKIPS.WORDS)
                .from(conversations)
                .join(SUPPORTERS)
                .on(SUPPORTERS.SUPPORTER_ID.eq(CONVERSATIONS.SUPPORTER_ID))
                .leftJoin(CAMPAIGNS)
                .on(CAMPAIGNS.CAMPAIGN_ID.eq(CONVERSATIONS.CAMPAIGN_ID))
                .leftJoin(SKIPS)
                .on(SKIPS.CONVERSATION_ID.eq(CONVERSATIONS.CONVERSATION_ID))
                .and(CONVERSATIONS.CLOSED_REASON.eq(ClosedReason.SKIPPED))
                .where(CONVERSATIONS.ORGANIZATION_ID.eq(organizationId));
    }

    List<ConversationRow> of(OrganizationId organizationId, SupporterId supporterId, int limit) {
        var found = named(CONVERSATIONS, organizationId)
                .and(CONVERSATIONS.SUPPORTER_ID.eq(supporterId))
                .orderBy(CONVERSATIONS.CONVERSATION_ID.desc())
                .limit(limit)
                .fetch();
        return found.map(row -> row(row, Map.of()));
    }

    List<SupporterTexts.Line> texts(OrganizationId organizationId, SupporterId supporterId, Instant before, int limit) {
        return db.select(MESSAGES.HAPPENED_AT, MESSAGES.DIRECTION, MESSAGES.BODY)
                .from(SUPPORTER_PHONES)
                .join(THREADS)
                .on(THREADS.ORGANIZATION_ID.eq(SUPPORTER_PHONES.ORGANIZATION_ID))
                .and(THREADS.PHONE.eq(SUPPORTER_PHONES.PHONE))
                .join(MESSAGES)
                .on(MESSAGES.THREAD_ID.eq(THREADS.THREAD_ID))
                .where(SUPPORTER_PHONES.ORGANIZATION_ID.eq(organizationId))
                .and(SUPPORTER_PHONES.SUPPORTER_ID.eq(supporterId))
                .and(MESSAGES.HAPPENED_AT.lt(before))
                .and(MESSAGES.STATE.ne(MessageState.CANCELLED))
                .and(MESSAGES.PURPOSE.ne(Purpose.CODE))
                .orderBy(MESSAGES.HAPPENED_AT.desc())
                .limit(limit)
                .fetch(row -> new SupporterTexts.Line(row.value1(), row.value2() == Direction.IN, row.value3()));
    }

    /** The server would rather walk the newest of every organization, or sort, than take an index that has them in order. */
    private static Table<?> inOrder(ConversationFilter filter, Order order) {
        if (order == Order.DESK) {
            return CONVERSATIONS.forceIndex(DeskStore.DESK);
        }
        if (order == Order.WAITING && filter.campaign().isEmpty()) {
            return CONVERSATIONS.forceIndex(DeskStore.INBOX);
        }
        if (filter.texter().isPresent() || filter.state().isPresent()) {
            return CONVERSATIONS;
        }
        return CONVERSATIONS.forceIndex(
                filter.campaign().isPresent() ? "conversations_of_campaign" : "conversations_newest");
    }

    /** What comes first: the newest; who has waited longest; of one's own replies, those that came back, then those not read. */
    enum Order {
        NEWEST,
        WAITING,
        DESK;

        static Order of(ConversationFilter filter) {
            return filter.state()
                    .filter(state -> state == ConversationState.NEEDS_RESPONSE)
                    .map(waiting -> filter.texter().isPresent() ? DESK : WAITING)
                    .orElse(NEWEST);
        }

        Condition waits() {
            return switch (this) {
                case NEWEST -> noCondition();
                case WAITING -> CONVERSATIONS.WAITING_SINCE_AT.isNotNull();
                case DESK -> DeskStore.WAITS;
            };
        }

        List<SortField<?>> fields() {
            return switch (this) {
                case NEWEST -> List.of(CONVERSATIONS.CONVERSATION_ID.desc());
                case WAITING -> List.of(CONVERSATIONS.WAITING_SINCE_AT.asc(), CONVERSATIONS.CONVERSATION_ID.asc());
                case DESK ->
                    List.of(
                            CONVERSATIONS.DESK_RANK.asc(),
                            CONVERSATIONS.WAITING_SINCE_AT.asc(),
                            CONVERSATIONS.CONVERSATION_ID.asc());
            };
        }
    }

    private static String cursor(Record last, Order order) {
        String id = last.get(CONVERSATIONS.CONVERSATION_ID).text();
        return switch (order) {
            case NEWEST -> id;
            case WAITING -> id + "." + last.get(CONVERSATIONS.WAITING_SINCE_AT);
            case DESK -> id + "." + last.get(CONVERSATIONS.WAITING_SINCE_AT) + "." + last.get(CONVERSATIONS.DESK_RANK);
        };
    }

    /** A cursor of another order is no page of this one. */
    private static Condition after(String cursor, Order order) {
        int dot = cursor.indexOf('.');
        int rank = cursor.lastIndexOf("Z.");
        boolean fits =
                switch (order) {
                    case NEWEST -> dot < 0;
                    case WAITING -> dot > 0 && rank < 0;
                    case DESK -> rank > 0;
                };
        if (!fits) {
            throw new Problem.Invalid("cursor", "problem.not-a-page");
        }
        var id = new ConversationId(Id.parse("cursor", dot < 0 ? cursor : cursor.substring(0, dot)));
        return switch (order) {
            case NEWEST -> CONVERSATIONS.CONVERSATION_ID.lt(id);
            case WAITING ->
                DSL.row(CONVERSATIONS.WAITING_SINCE_AT, CONVERSATIONS.CONVERSATION_ID)
                        .gt(since(cursor.substring(dot + 1)), val(id, CONVERSATIONS.CONVERSATION_ID));
            case DESK ->
                DSL.row(CONVERSATIONS.DESK_RANK, CONVERSATIONS.WAITING_SINCE_AT, CONVERSATIONS.CONVERSATION_ID)
                        .gt(
                                val(rank(cursor.substring(rank + 2)), CONVERSATIONS.DESK_RANK),
                                since(cursor.substring(dot + 1, rank + 1)),
                                val(id, CONVERSATIONS.CONVERSATION_ID));
        };
    }

    private static byte rank(String text) {
        if (!text.matches("[0-2]")) {
            throw new Problem.Invalid("cursor", "problem.not-a-page");
        }
        return Byte.parseByte(text);
    }

    private static Field<Instant> since(String text) {
        try {
            return val(Instant.parse(text), CONVERSATIONS.WAITING_SINCE_AT);
        } catch (DateTimeParseException e) {
            throw new Problem.Invalid("cursor", "problem.not-a-page");
        }
    }

    private static Condition matching(ConversationFilter filter, Optional<Instant> closedSince) {
        List<Condition> all = new ArrayList<>();
        filter.campaign().ifPresent(campaign -> all.add(CONVERSATIONS.CAMPAIGN_ID.eq(campaign)));
        filter.texter().ifPresent(texter -> all.add(CONVERSATIONS.MEMBER_ID.eq(texter)));
        filter.state().ifPresent(state -> all.add(CONVERSATIONS.STATE.eq(state)));
        if (filter.among() == ConversationFilter.Among.INBOX) {
            all.add(CONVERSATIONS.MEMBER_ID.isNull());
            all.add(CONVERSATIONS.HELP_SINCE_AT.isNull());
        }
        closedSince.ifPresent(since ->
                all.add(CONVERSATIONS.STATE.ne(ConversationState.CLOSED).or(CONVERSATIONS.CLOSED_AT.gt(since))));
        return org.jooq.impl.DSL.and(all);
    }

    record Latest(String body, Instant at, boolean inbound) {}

    private Map<PhoneNumber, Latest> latest(OrganizationId organizationId, List<PhoneNumber> phones) {
        if (phones.isEmpty()) {
            return Map.of();
        }
        var newest = select(MESSAGES.PHONE, max(MESSAGES.MESSAGE_ID).as("message_id"))
                .from(THREADS)
                .join(MESSAGES)
                .on(MESSAGES.THREAD_ID.eq(THREADS.THREAD_ID))
                .where(THREADS.ORGANIZATION_ID.eq(organizationId))
                .and(THREADS.PHONE.in(phones))
                .and(MESSAGES.STATE.ne(MessageState.CANCELLED))
                .and(MESSAGES.PURPOSE.ne(Purpose.CODE))
                .groupBy(MESSAGES.PHONE)
                .asTable("newest");
        Map<PhoneNumber, Latest> latest = new HashMap<>();
        db.select(MESSAGES.PHONE, MESSAGES.BODY, MESSAGES.HAPPENED_AT, MESSAGES.DIRECTION)
                .from(newest)
                .join(MESSAGES)
                .on(MESSAGES.MESSAGE_ID.eq(newest.field("message_id", MESSAGES.MESSAGE_ID.getDataType())))
                .forEach(row ->
                        latest.put(row.value1(), new Latest(row.value2(), row.value3(), row.value4() == Direction.IN)));
        return latest;
    }

    private static ConversationRow row(Record row, Map<PhoneNumber, Latest> latest) {
        String first = row.get(SUPPORTERS.FIRST_NAME);
        String last = row.get(SUPPORTERS.LAST_NAME);
        Latest text = latest.getOrDefault(
                row.get(CONVERSATIONS.PHONE), new Latest("", row.get(CONVERSATIONS.CREATED_AT), false));
        return new ConversationRow(
                row.get(CONVERSATIONS.CONVERSATION_ID),
                Optional.ofNullable(row.get(CONVERSATIONS.CAMPAIGN_ID)),
                Objects.requireNonNullElse(row.get(CAMPAIGNS.NAME), ""),
                row.get(CONVERSATIONS.SUPPORTER_ID),
                Filling.shown(first, last),
                Filling.initials(first, last),
                row.get(CONVERSATIONS.STATE),
                Optional.ofNullable(row.get(CONVERSATIONS.CLOSED_REASON)),
                Optional.ofNullable(row.get(SKIPS.REASON)).map(reason -> new Skip(reason, row.get(SKIPS.WORDS))),
                Optional.ofNullable(row.get(CONVERSATIONS.MEMBER_ID)),
                row.get(CONVERSATIONS.UNREAD),
                Optional.ofNullable(row.get(CONVERSATIONS.SUGGESTION)),
                Optional.ofNullable(row.get(CONVERSATIONS.WAITING_SINCE_AT)),
                row.get(CONVERSATIONS.BACK_SINCE_AT) != null,
                text.at(),
                text.inbound(),
                text.body().length() > SNIPPET ? text.body().substring(0, SNIPPET) + "…" : text.body());
    }
}
