package org.rung.texting;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.CONVERSATIONS;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.rung.common.Id;
import org.rung.common.Problem;

/** What comes first: the newest; who has waited longest; of one's own replies, those that came back, then those not read. */
enum RowOrderStore {
    NEWEST,
    WAITING,
    DESK;

    static RowOrderStore of(ConversationFilter filter) {
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

    String cursor(Record last) {
        String id = last.get(CONVERSATIONS.CONVERSATION_ID).text();
        return switch (this) {
            case NEWEST -> id;
            case WAITING -> id + "." + last.get(CONVERSATIONS.WAITING_SINCE_AT);
            case DESK -> id + "." + last.get(CONVERSATIONS.WAITING_SINCE_AT) + "." + last.get(CONVERSATIONS.DESK_RANK);
        };
    }

    /** A cursor of another order is no page of this one. */
    Condition after(String cursor) {
        int dot = cursor.indexOf('.');
        int rank = cursor.lastIndexOf("Z.");
        boolean fits =
                switch (this) {
                    case NEWEST -> dot < 0;
                    case WAITING -> dot > 0 && rank < 0;
                    case DESK -> rank > 0;
                };
        if (!fits) {
            throw new Problem.Invalid("cursor", "problem.not-a-page");
        }
        var id = new ConversationId(Id.parse("cursor", dot < 0 ? cursor : cursor.substring(0, dot)));
        return switch (this) {
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
}
