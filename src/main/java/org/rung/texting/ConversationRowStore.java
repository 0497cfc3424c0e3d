package org.rung.texting;

import static org.jooq.impl.DSL.noCondition;
import static org.rung.db.Tables.CAMPAIGNS;
import static org.rung.db.Tables.CONVERSATIONS;
import static org.rung.db.Tables.SKIPS;
import static org.rung.db.Tables.SUPPORTERS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/** Conversations in lists: a page by keyset, then the latest text of each of its threads by one second query. */
@Repository
class ConversationRowStore {

    private static final int SNIPPET = 140;

    private final DSLContext db;
    private final LatestTextStore texts;

    ConversationRowStore(DSLContext db, LatestTextStore texts) {
        this.db = db;
        this.texts = texts;
    }

    /** @param closedSince leaves out what was closed before that */
    Page<ConversationRow> page(
            OrganizationId organizationId,
            ConversationFilter filter,
            Page.Wanted wanted,
            Optional<Instant> closedSince) {
        RowOrderStore order = RowOrderStore.of(filter);
        var found = named(inOrder(filter, order), organizationId)
                .and(order.waits())
                .and(matching(filter, closedSince))
                .and(wanted.after().map(order::after).orElse(noCondition()))
                .orderBy(order.fields())
                .limit(wanted.size() + 1)
                .fetch();
        boolean more = found.size() > wanted.size();
        List<Record> page = new ArrayList<>(found.subList(0, Math.min(found.size(), wanted.size())));
        Map<PhoneNumber, LatestTextStore.Latest> latest = texts.latest(
                organizationId,
                page.stream().map(row -> row.get(CONVERSATIONS.PHONE)).toList());
        List<ConversationRow> rows = page.stream().map(row -> row(row, latest)).toList();
        return new Page<>(rows, more ? Optional.of(order.cursor(page.getLast())) : Optional.empty());
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

    /** The server would rather walk the newest of every organization, or sort, than take an index that has them in order. */
    private static Table<?> inOrder(ConversationFilter filter, RowOrderStore order) {
        if (order == RowOrderStore.DESK) {
            return CONVERSATIONS.forceIndex(DeskStore.DESK);
        }
        if (order == RowOrderStore.WAITING && filter.campaign().isEmpty()) {
            return CONVERSATIONS.forceIndex(DeskStore.INBOX);
        }
        if (filter.texter().isPresent() || filter.state().isPresent()) {
            return CONVERSATIONS;
        }
        return CONVERSATIONS.forceIndex(
                filter.campaign().isPresent() ? "conversations_of_campaign" : "conversations_newest");
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

    private static ConversationRow row(Record row, Map<PhoneNumber, LatestTextStore.Latest> latest) {
        String first = row.get(SUPPORTERS.FIRST_NAME);
        String last = row.get(SUPPORTERS.LAST_NAME);
        LatestTextStore.Latest text = latest.getOrDefault(
                row.get(CONVERSATIONS.PHONE), new LatestTextStore.Latest("", row.get(CONVERSATIONS.CREATED_AT), false));
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
