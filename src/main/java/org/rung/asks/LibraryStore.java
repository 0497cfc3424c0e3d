package org.rung.asks;

import static org.rung.db.Tables.ASKS;
import static org.rung.db.Tables.COMMITMENTS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
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
    private static final List<SelectField<?>> ASK = List.of(
            ASKS.ASK_ID,
            ASKS.FAMILY,
            ASKS.TITLE,
            ASKS.WORDS,
            ASKS.CAPACITY,
            ASKS.COOLDOWN_DAYS,
            ASKS.URGENCY,
            ASKS.RISK,
            ASKS.LANGUAGES,
            ASKS.REVISION,
            ASKS.RETIRED_AT);

    private final DSLContext dsl;
    private final AskRungStore rungs;
    private final AskVariantStore variants;

    LibraryStore(DSLContext dsl, AskRungStore rungs, AskVariantStore variants) {
        this.dsl = dsl;
        this.rungs = rungs;
        this.variants = variants;
    }

    /** As it is kept, before it is known how people answer it. */
    record Kept(Ask ask, int taken, boolean retired) {}

    Optional<Ask> ask(OrganizationId organizationId, AskId askId) {
        return dsl.select(ASK)
                .from(ASKS)
                .where(ASKS.ASK_ID.eq(askId), ASKS.ORGANIZATION_ID.eq(organizationId))
                .fetchOptional(row -> ask(row, rungs.positions(organizationId), variants.all(organizationId)));
    }

    /** Asks in use that have room for one more and a rung that is in use, in the order they were added. */
    List<Ask> withRoom(OrganizationId organizationId, LadderId ladderId) {
        Map<AskId, Set<Integer>> positions = rungs.positions(organizationId);
        Map<AskId, Map<String, AskVariant>> said = variants.all(organizationId);
        List<Ask> asks = dsl.select(ASK)
                .from(ASKS)
                .where(ASKS.LADDER_ID.eq(ladderId), ASKS.ORGANIZATION_ID.eq(organizationId), ASKS.RETIRED_AT.isNull())
                .orderBy(ASKS.ASK_ID)
                .fetch(row -> ask(row, positions, said));
        Map<AskId, Integer> taken = taken(
                organizationId,
                asks.stream()
                        .filter(ask -> ask.capacity().isPresent())
                        .map(Ask::askId)
                        .toList());
        return asks.stream()
                .filter(ask -> !ask.positions().isEmpty())
                .filter(ask -> ask.capacity()
                        .map(most -> taken.getOrDefault(ask.askId(), 0) < most)
                        .orElse(true))
                .sorted(Comparator.comparing(Ask::lowest))
                .toList();
    }

    List<Kept> all(OrganizationId organizationId, LadderId ladderId, int limit) {
        Map<AskId, Set<Integer>> positions = rungs.positions(organizationId);
        Map<AskId, Map<String, AskVariant>> said = variants.all(organizationId);
        List<Kept> all = new ArrayList<>(dsl.select(ASK)
                .from(ASKS)
                .where(ASKS.LADDER_ID.eq(ladderId), ASKS.ORGANIZATION_ID.eq(organizationId))
                .orderBy(DSL.when(ASKS.RETIRED_AT.isNull(), 0).otherwise(1), ASKS.ASK_ID)
                .limit(limit)
                .fetch(row -> new Kept(ask(row, positions, said), 0, row.get(ASKS.RETIRED_AT) != null)));
        Map<AskId, Integer> taken =
                taken(organizationId, all.stream().map(one -> one.ask().askId()).toList());
        return all.stream()
                .map(one -> new Kept(one.ask(), taken.getOrDefault(one.ask().askId(), 0), one.retired()))
                .sorted(Comparator.comparing(Kept::retired)
                        .thenComparing(one -> one.ask().lowest()))
                .toList();
    }

    Map<AskId, Ask> all(OrganizationId organizationId, Collection<AskId> asks) {
        if (asks.isEmpty()) return Map.of();
        Map<AskId, Set<Integer>> positions = rungs.positions(organizationId);
        Map<AskId, Map<String, AskVariant>> said = variants.all(organizationId);
        return dsl.select(ASK)
                .from(ASKS)
                .where(ASKS.ASK_ID.in(asks), ASKS.ORGANIZATION_ID.eq(organizationId))
                .fetchMap(row -> row.get(ASKS.ASK_ID), row -> ask(row, positions, said));
    }

    int count(OrganizationId organizationId) {
        return dsl.fetchCount(ASKS, ASKS.ORGANIZATION_ID.eq(organizationId), ASKS.RETIRED_AT.isNull());
    }

    /** Whoever promised and has not been released or failed takes up room. */
    private Map<AskId, Integer> taken(OrganizationId organizationId, Collection<AskId> asks) {
        if (asks.isEmpty()) return Map.of();
        return dsl.select(COMMITMENTS.ASK_ID, DSL.count())
                .from(COMMITMENTS)
                .where(
                        COMMITMENTS.ASK_ID.in(asks),
                        COMMITMENTS.ORGANIZATION_ID.eq(organizationId),
                        COMMITMENTS.STATE.in(CommitmentState.PROMISED, CommitmentState.CONFIRMED, CommitmentState.KEPT))
                .groupBy(COMMITMENTS.ASK_ID)
                .fetchMap(COMMITMENTS.ASK_ID, DSL.count());
    }

    void add(OrganizationId organizationId, LadderId ladderId, AskId askId, AskDraft draft, Instant now) {
        dsl.insertInto(ASKS)
                .set(ASKS.ASK_ID, askId)
                .set(ASKS.ORGANIZATION_ID, organizationId)
                .set(ASKS.LADDER_ID, ladderId)
                .set(ASKS.POSITION, (byte) 1)
                .set(ASKS.CREATED_AT, now)
                .set(values(draft))
                .execute();
        rungs.put(organizationId, askId, draft.rungs());
        variants.put(organizationId, askId, draft.variants());
    }

    /** False when it is another revision by now. */
    boolean change(OrganizationId organizationId, AskId askId, int seen, AskDraft draft) {
        boolean changed = dsl.update(ASKS)
                        .set(values(draft))
                        .set(ASKS.REVISION, seen + 1)
                        .where(ASKS.ASK_ID.eq(askId), ASKS.ORGANIZATION_ID.eq(organizationId), ASKS.REVISION.eq(seen))
                        .execute()
                == 1;
        if (changed) {
            rungs.put(organizationId, askId, draft.rungs());
            variants.put(organizationId, askId, draft.variants());
        }
        return changed;
    }

    private static Map<Field<?>, Object> values(AskDraft draft) {
        Map<Field<?>, Object> values = new HashMap<>();
        values.put(ASKS.FAMILY, draft.family());
        values.put(ASKS.TITLE, draft.title());
        values.put(ASKS.WORDS, draft.words());
        values.put(ASKS.CAPACITY, draft.capacity().orElse(null));
        values.put(ASKS.COOLDOWN_DAYS, draft.cooldownDays());
        values.put(ASKS.URGENCY, draft.urgency());
        values.put(ASKS.RISK, draft.risk());
        values.put(ASKS.LANGUAGES, String.join(",", new TreeSet<>(draft.languages())));
        return values;
    }

    /** Whether that changed anything. */
    boolean retire(OrganizationId organizationId, AskId askId, Optional<Instant> at) {
        return dsl.update(ASKS)
                        .set(ASKS.RETIRED_AT, at.orElse(null))
                        .where(
                                ASKS.ASK_ID.eq(askId),
                                ASKS.ORGANIZATION_ID.eq(organizationId),
                                at.isPresent() ? ASKS.RETIRED_AT.isNull() : ASKS.RETIRED_AT.isNotNull())
                        .execute()
                == 1;
    }

    private static Ask ask(Record row, Map<AskId, Set<Integer>> positions, Map<AskId, Map<String, AskVariant>> said) {
        String languages = row.get(ASKS.LANGUAGES);
        return new Ask(
                row.get(ASKS.ASK_ID),
                positions.getOrDefault(row.get(ASKS.ASK_ID), Set.of()),
                row.get(ASKS.FAMILY),
                row.get(ASKS.TITLE),
                row.get(ASKS.WORDS),
                Optional.ofNullable(row.get(ASKS.CAPACITY)),
                row.get(ASKS.COOLDOWN_DAYS),
                row.get(ASKS.URGENCY),
                row.get(ASKS.RISK),
                languages.isEmpty()
                        ? Set.of()
                        : Arrays.stream(languages.split(",")).collect(Collectors.toSet()),
                said.getOrDefault(row.get(ASKS.ASK_ID), Map.of()),
                row.get(ASKS.REVISION));
    }
}
