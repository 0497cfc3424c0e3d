package org.rung.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Rows of a table that belong to someone: which ones they are, and how they become another's. */
public final class Owned<O> {
    private static final int AT_ONCE = 1_000;

    private final Field<Long> id;
    private final TableField<? extends Record, O> owner;

    public Owned(Field<?> id, TableField<? extends Record, O> owner) {
        this.id = id.coerce(Long.class);
        this.owner = owner;
    }

    /** All that is the first one's becomes the other's. Says which rows those are, in the order of their ids. */
    public List<Long> handOver(DSLContext db, Condition here, O from, O to) {
        List<Long> rows =
                db.select(id).from(owner.getTable()).where(here, owner.eq(from)).fetch(id);
        give(db, here, rows, from, to);
        return rows.stream().sorted().toList();
    }

    /** These rows, as far as they still are the first one's. */
    public void give(DSLContext db, Condition here, Collection<Long> rows, O from, O to) {
        List<Long> all = new ArrayList<>(rows);
        for (int first = 0; first < all.size(); first += AT_ONCE) {
            db.update(owner.getTable())
                    .set(owner, to)
                    .where(here, id.in(all.subList(first, Math.min(first + AT_ONCE, all.size()))), owner.eq(from))
                    .execute();
        }
    }

    /** How many each has; who has none is absent. */
    public Map<O, Integer> count(DSLContext db, Condition here, Collection<O> owners) {
        return db.select(owner, DSL.count())
                .from(owner.getTable())
                .where(here, owner.in(owners))
                .groupBy(owner)
                .fetchMap(owner, DSL.count());
    }
}
