package org.rung.people;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.rung.db.Tables.SUPPORTER_BATCHES;
import static org.rung.db.Tables.SUPPORTER_NOTES;
import static org.rung.db.Tables.SUPPORTER_TAGS;
import static org.rung.db.Tables.TAGS;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.database.Owned;
import org.springframework.stereotype.Repository;

/** Tags, notes, and the lists that people came with. */
@Repository
class MarkBelongingsStore implements Belongings {
    /** One that the kept one did not have, and one that both had. */
    private static final String TAG = "tag";

    private static final String TAG_OF_BOTH = "tag-of-both";
    private static final String BATCH = "batch";
    private static final String BATCH_OF_BOTH = "batch-of-both";
    private static final String NOTE = "note";

    private final DSLContext db;
    private final Owned<SupporterId> notes = new Owned<>(SUPPORTER_NOTES.NOTE_ID, SUPPORTER_NOTES.SUPPORTER_ID);

    MarkBelongingsStore(DSLContext db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Set<String> tables() {
        return Set.of("supporter_tags", "supporter_notes", "supporter_batches");
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        var here = SUPPORTER_NOTES.ORGANIZATION_ID.eq(pair.organizationId());
        return Stream.of(
                        HandedOver.all(NOTE, notes.handOver(db, here, pair.gone(), pair.kept())),
                        tags(pair),
                        batches(pair))
                .flatMap(List::stream)
                .toList();
    }

    private List<HandedOver> tags(Pair pair) {
        var had = new HashSet<>(tagsOf(pair.kept()).keySet());
        var theirs = tagsOf(pair.gone());
        db.insertInto(
                        SUPPORTER_TAGS,
                        SUPPORTER_TAGS.SUPPORTER_ID,
                        SUPPORTER_TAGS.TAG_ID,
                        SUPPORTER_TAGS.ORGANIZATION_ID,
                        SUPPORTER_TAGS.ADDED_AT)
                .select(select(
                                val(pair.kept(), SUPPORTER_TAGS.SUPPORTER_ID),
                                SUPPORTER_TAGS.TAG_ID,
                                SUPPORTER_TAGS.ORGANIZATION_ID,
                                SUPPORTER_TAGS.ADDED_AT)
                        .from(SUPPORTER_TAGS)
                        .where(SUPPORTER_TAGS.SUPPORTER_ID.eq(pair.gone()))
                        .and(SUPPORTER_TAGS.TAG_ID.notIn(had)))
                .execute();
        return theirs.entrySet().stream()
                .map(tag -> new HandedOver(
                        had.contains(tag.getKey()) ? TAG_OF_BOTH : TAG,
                        tag.getKey().value(),
                        tag.getValue().toString()))
                .toList();
    }

    private Map<TagId, Instant> tagsOf(SupporterId supporter) {
        return db.select(SUPPORTER_TAGS.TAG_ID, SUPPORTER_TAGS.ADDED_AT)
                .from(SUPPORTER_TAGS)
                .where(SUPPORTER_TAGS.SUPPORTER_ID.eq(supporter))
                .fetchMap(SUPPORTER_TAGS.TAG_ID, SUPPORTER_TAGS.ADDED_AT);
    }

    private List<HandedOver> batches(Pair pair) {
        var had = batchesOf(pair.kept());
        var theirs = batchesOf(pair.gone());
        db.update(SUPPORTER_BATCHES)
                .set(SUPPORTER_BATCHES.SUPPORTER_ID, pair.kept())
                .where(SUPPORTER_BATCHES.SUPPORTER_ID.eq(pair.gone()))
                .and(SUPPORTER_BATCHES.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(SUPPORTER_BATCHES.BATCH_ID.notIn(had))
                .execute();
        return theirs.stream()
                .map(batch -> new HandedOver(had.contains(batch) ? BATCH_OF_BOTH : BATCH, batch, ""))
                .toList();
    }

    private Set<Long> batchesOf(SupporterId supporter) {
        return db.select(SUPPORTER_BATCHES.BATCH_ID)
                .from(SUPPORTER_BATCHES)
                .where(SUPPORTER_BATCHES.SUPPORTER_ID.eq(supporter))
                .fetchSet(SUPPORTER_BATCHES.BATCH_ID);
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        var here = SUPPORTER_NOTES.ORGANIZATION_ID.eq(pair.organizationId());
        notes.give(db, here, estate.rows(NOTE), pair.kept(), pair.gone());
        db.deleteFrom(SUPPORTER_TAGS)
                .where(SUPPORTER_TAGS.SUPPORTER_ID.eq(pair.kept()))
                .and(SUPPORTER_TAGS.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(SUPPORTER_TAGS.TAG_ID.in(
                        estate.rows(TAG).stream().map(TagId::new).toList()))
                .execute();
        var tagged = Stream.concat(estate.of(TAG).stream(), estate.of(TAG_OF_BOTH).stream())
                .toList();
        var there = tagsThere(pair.organizationId(), tagged);
        var insert = db.insertInto(
                SUPPORTER_TAGS,
                SUPPORTER_TAGS.SUPPORTER_ID,
                SUPPORTER_TAGS.TAG_ID,
                SUPPORTER_TAGS.ORGANIZATION_ID,
                SUPPORTER_TAGS.ADDED_AT);
        for (var tag : tagged) {
            if (there.contains(new TagId(tag.rowId())))
                insert = insert.values(
                        pair.gone(), new TagId(tag.rowId()), pair.organizationId(), Instant.parse(tag.detail()));
        }
        if (!there.isEmpty()) insert.execute();
        giveBatchesBack(pair, estate);
    }

    /** A tag may have been done away with meanwhile. */
    private Set<TagId> tagsThere(OrganizationId organization, Collection<HandedOver> tagged) {
        return db.select(TAGS.TAG_ID)
                .from(TAGS)
                .where(TAGS.ORGANIZATION_ID.eq(organization))
                .and(TAGS.TAG_ID.in(
                        tagged.stream().map(tag -> new TagId(tag.rowId())).toList()))
                .fetchSet(TAGS.TAG_ID);
    }

    private void giveBatchesBack(Pair pair, Estate estate) {
        db.deleteFrom(SUPPORTER_BATCHES)
                .where(SUPPORTER_BATCHES.SUPPORTER_ID.eq(pair.kept()))
                .and(SUPPORTER_BATCHES.ORGANIZATION_ID.eq(pair.organizationId()))
                .and(SUPPORTER_BATCHES.BATCH_ID.in(estate.rows(BATCH)))
                .execute();
        var theirs = Stream.concat(estate.rows(BATCH).stream(), estate.rows(BATCH_OF_BOTH).stream())
                .toList();
        var insert = db.insertInto(
                SUPPORTER_BATCHES,
                SUPPORTER_BATCHES.ORGANIZATION_ID,
                SUPPORTER_BATCHES.BATCH_ID,
                SUPPORTER_BATCHES.SUPPORTER_ID);
        for (var batch : theirs) insert = insert.values(pair.organizationId(), batch, pair.gone());
        if (!theirs.isEmpty()) insert.execute();
    }

    @Override
    public Map<String, Map<SupporterId, Integer>> count(OrganizationId organizationId, Collection<SupporterId> people) {
        var here = SUPPORTER_NOTES.ORGANIZATION_ID.eq(organizationId);
        return Map.of("notes", notes.count(db, here, people));
    }
}
