package org.rung.asks;

import static org.rung.db.Tables.ASKS;
import static org.rung.db.Tables.COMMITMENTS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.rung.commitments.AskId;
import org.rung.commitments.CommitmentState;
import org.rung.common.OrganizationId;
import org.rung.ladder.LadderId;
import org.springframework.stereotype.Repository;

/** The library of asks. */
@Repository
class LibraryStore {
    private static final List<SelectField<?>> ASK =
            List.of(ASKS.ASK_ID, ASKS.POSITION, ASKS.FAMILY, ASKS.TITLE, ASKS.WORDS, ASKS.CAPACITY, ASKS.COOLDOWN_DAYS);

    private final DSLContext dsl;

    LibraryStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    Optional<Ask> ask(OrganizationId organizationId, AskId askId) {
        return dsl.select(ASK)
                .from(ASKS)
                .where(ASKS.ASK_ID.eq(askId), ASKS.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(LibraryStore::ask);
    }

    /** Asks in use that have room for one more, in the order they were added. */
    List<Ask> withRoom(OrganizationId organizationId, LadderId ladderId) {
        List<Ask> asks = dsl.select(ASK)
                .from(ASKS)
                .where(ASKS.LADDER_ID.eq(ladderId), ASKS.ORGANIZATION_ID.eq(organizationId), ASKS.RETIRED_AT.isNull())
                .orderBy(ASKS.POSITION, ASKS.ASK_ID)
                .fetch(LibraryStore::ask);
        List<AskId> limited = asks.stream()
                .filter(ask -> ask.capacity().isPresent())
                .map(Ask::askId)
                .toList();
        Map<AskId, Integer> taken = limited.isEmpty() ? Map.of() : taken(organizationId, limited);
        return asks.stream()
                .filter(ask -> ask.capacity()
                        .map(most -> taken.getOrDefault(ask.askId(), 0) < most)
                        .orElse(true))
                .toList();
    }

    /** Whoever promised and has not been released or failed takes up room. */
    private Map<AskId, Integer> taken(OrganizationId organizationId, List<AskId> asks) {
        return dsl.select(COMMITMENTS.ASK_ID, DSL.count())
                .from(COMMITMENTS)
                .where(
                        COMMITMENTS.ASK_ID.in(asks),
                        COMMITMENTS.ORGANIZATION_ID.eq(organizationId),
                        COMMITMENTS.STATE.in(CommitmentState.PROMISED, CommitmentState.CONFIRMED, CommitmentState.KEPT))
                .groupBy(COMMITMENTS.ASK_ID)
                .fetchMap(COMMITMENTS.ASK_ID, DSL.count());
    }

    void add(OrganizationId organizationId, LadderId ladderId, List<Ask> asks, Instant now) {
        var insert = dsl.insertInto(ASKS)
                .columns(
                        ASKS.ASK_ID,
                        ASKS.ORGANIZATION_ID,
                        ASKS.LADDER_ID,
                        ASKS.POSITION,
                        ASKS.FAMILY,
                        ASKS.TITLE,
                        ASKS.WORDS,
                        ASKS.CAPACITY,
                        ASKS.COOLDOWN_DAYS,
                        ASKS.CREATED_AT);
        for (Ask ask : asks) {
            insert = insert.values(
                    ask.askId(),
                    organizationId,
                    ladderId,
                    (byte) ask.position(),
                    ask.family(),
                    ask.title(),
                    ask.words(),
                    ask.capacity().orElse(null),
                    ask.cooldownDays(),
                    now);
        }
        insert.execute();
    }

    private static Ask ask(Record row) {
        return new Ask(
                row.get(ASKS.ASK_ID),
                row.get(ASKS.POSITION),
                row.get(ASKS.FAMILY),
                row.get(ASKS.TITLE),
                row.get(ASKS.WORDS),
                Optional.ofNullable(row.get(ASKS.CAPACITY)),
                row.get(ASKS.COOLDOWN_DAYS));
    }
}
