package org.rung.review;

import static org.jooq.impl.DSL.inline;
import static org.rung.db.Tables.REVIEW_FORGOTTEN;
import static org.rung.db.Tables.REVIEW_SEGMENTS;
import static org.rung.db.Tables.REVIEW_WORDS;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.database.BulkInsert;
import org.springframework.stereotype.Repository;

/** Which texts of an organization hold which words. */
@Repository
class SegmentStore {
    private final DSLContext db;

    SegmentStore(DSLContext db) {
        this.db = db;
    }

    record Segment(int number, int texts) {}

    /** The last one, locked until the transaction ends: texts are put behind those it has. */
    Optional<Segment> last(OrganizationId here) {
        return db.select(REVIEW_SEGMENTS.SEGMENT, REVIEW_SEGMENTS.TEXTS)
                .from(REVIEW_SEGMENTS)
                .where(REVIEW_SEGMENTS.ORGANIZATION_ID.eq(here))
                .orderBy(REVIEW_SEGMENTS.SEGMENT.desc())
                .limit(1)
                .forUpdate()
                .fetchOptional(row -> new Segment(row.value1(), row.value2()));
    }

    /** Behind the texts that the segment has, which is made where it is not there. */
    void append(OrganizationId here, Segment segment, List<Indexed> texts) {
        List<Long> ids = texts.stream().map(Indexed::messageId).toList();
        long lowest = ids.stream().mapToLong(Long::longValue).min().orElseThrow();
        long highest = ids.stream().mapToLong(Long::longValue).max().orElseThrow();
        db.execute(
                "insert into review_segments (organization_id, segment, texts, first_text, last_text, ids)"
                        + " values (?, ?, ?, ?, ?, ?) on duplicate key update texts = texts + values(texts),"
                        + " first_text = least(first_text, values(first_text)),"
                        + " last_text = greatest(last_text, values(last_text)), ids = concat(ids, values(ids))",
                here.value(),
                segment.number(),
                ids.size(),
                lowest,
                highest,
                Places.stored(ids));
        words(here, segment, texts);
    }

    private void words(OrganizationId here, Segment segment, List<Indexed> texts) {
        Map<Long, StringBuilder> places = new HashMap<>();
        int place = segment.texts();
        for (Indexed text : texts) {
            for (long mark : text.marks()) {
                Places.write(places.computeIfAbsent(mark, any -> new StringBuilder()), place);
            }
            place++;
        }
        // In the order of the index they stand in, which one insert then walks once.
        List<Map.Entry<Long, StringBuilder>> rows =
                places.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        db.connection(connection -> BulkInsert.send(
                connection,
                "insert into review_words (organization_id, word, segment, places) values ",
                rows,
                (cells, row) -> cells.number(here.value())
                        .number(row.getKey())
                        .number((long) segment.number())
                        .same("x'" + row.getValue() + "'"),
                " on duplicate key update places = concat(places, values(places))"));
    }

    /** The same texts at the same places, with the words that they have now. */
    void rebuild(OrganizationId here, int number, List<Indexed> texts) {
        db.deleteFrom(REVIEW_WORDS)
                .where(REVIEW_WORDS.ORGANIZATION_ID.eq(here))
                .and(REVIEW_WORDS.SEGMENT.eq(number))
                .execute();
        words(here, new Segment(number, 0), texts);
    }

    /** Highest segment number; 0 where nothing is indexed. */
    int highest(OrganizationId here) {
        return db.select(REVIEW_SEGMENTS.SEGMENT)
                .from(REVIEW_SEGMENTS)
                .where(REVIEW_SEGMENTS.ORGANIZATION_ID.eq(here))
                .orderBy(REVIEW_SEGMENTS.SEGMENT.desc())
                .limit(1)
                .fetchOptional(REVIEW_SEGMENTS.SEGMENT)
                .orElse(0);
    }

    /** Of each segment in which any text has all the marks, the places of those. */
    Map<Integer, BitSet> having(OrganizationId here, Set<Long> marks, int from, int to) {
        Map<Integer, List<BitSet>> found = new HashMap<>();
        db.select(REVIEW_WORDS.SEGMENT, REVIEW_WORDS.PLACES)
                .from(REVIEW_WORDS)
                .where(REVIEW_WORDS.ORGANIZATION_ID.eq(here))
                .and(REVIEW_WORDS.WORD.in(marks))
                .and(REVIEW_WORDS.SEGMENT.between(inline(from), inline(to)))
                .forEach(row -> found.computeIfAbsent(row.value1(), any -> new ArrayList<>())
                        .add(Places.read(row.value2())));
        Map<Integer, BitSet> all = new HashMap<>();
        found.forEach((segment, each) -> {
            if (each.size() == marks.size()) {
                BitSet both = each.getFirst();
                each.forEach(both::and);
                if (!both.isEmpty()) all.put(segment, both);
            }
        });
        return all;
    }

    Map<Integer, List<Long>> ids(OrganizationId here, Collection<Integer> segments) {
        return segments.isEmpty()
                ? Map.of()
                : db.select(REVIEW_SEGMENTS.SEGMENT, REVIEW_SEGMENTS.IDS)
                        .from(REVIEW_SEGMENTS)
                        .where(REVIEW_SEGMENTS.ORGANIZATION_ID.eq(here))
                        .and(REVIEW_SEGMENTS.SEGMENT.in(segments))
                        .fetchMap(row -> row.value1(), row -> Places.ids(row.value2()));
    }

    /** Segments that may hold a text between these. */
    Map<Integer, List<Long>> around(OrganizationId here, long lowest, long highest) {
        return db.select(REVIEW_SEGMENTS.SEGMENT, REVIEW_SEGMENTS.IDS)
                .from(REVIEW_SEGMENTS)
                .where(REVIEW_SEGMENTS.ORGANIZATION_ID.eq(here))
                .and(REVIEW_SEGMENTS.LAST_TEXT.ge(lowest))
                .and(REVIEW_SEGMENTS.FIRST_TEXT.le(highest))
                .fetchMap(row -> row.value1(), row -> Places.ids(row.value2()));
    }

    /** Segments in whose span any text stands that is to be forgotten. */
    List<Integer> toRebuild(OrganizationId here) {
        return db.selectDistinct(REVIEW_SEGMENTS.SEGMENT)
                .from(REVIEW_FORGOTTEN)
                .join(REVIEW_SEGMENTS)
                .on(REVIEW_SEGMENTS.ORGANIZATION_ID.eq(REVIEW_FORGOTTEN.ORGANIZATION_ID))
                .and(REVIEW_SEGMENTS.FIRST_TEXT.le(REVIEW_FORGOTTEN.MESSAGE_ID.coerce(Long.class)))
                .and(REVIEW_SEGMENTS.LAST_TEXT.ge(REVIEW_FORGOTTEN.MESSAGE_ID.coerce(Long.class)))
                .where(REVIEW_FORGOTTEN.GONE_AT.isNull())
                .and(REVIEW_FORGOTTEN.ORGANIZATION_ID.eq(here))
                .fetch(REVIEW_SEGMENTS.SEGMENT);
    }
}
