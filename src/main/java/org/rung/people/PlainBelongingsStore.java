package org.rung.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.rung.common.OrganizationId;
import org.rung.database.Owned;

/** Rows of one table that simply go along: each has one supporter, and nothing else of it depends on whom. */
public abstract class PlainBelongingsStore implements Belongings {
    private final DSLContext db;
    private final String kind;
    private final TableField<? extends Record, OrganizationId> organization;
    private final TableField<? extends Record, SupporterId> owner;
    private final Owned<SupporterId> theirs;

    /** @param kind what the merge's own record calls such a row */
    protected PlainBelongingsStore(
            DSLContext db,
            String kind,
            TableField<? extends Record, OrganizationId> organization,
            TableField<? extends Record, ?> id,
            TableField<? extends Record, SupporterId> owner) {
        this.db = db;
        this.kind = kind;
        this.organization = organization;
        this.owner = owner;
        this.theirs = new Owned<>(id, owner);
    }

    @Override
    public Set<String> tables() {
        return Set.of(owner.getTable().getName());
    }

    @Override
    public List<HandedOver> handOver(Pair pair, Union union, Instant now) {
        return HandedOver.all(kind, theirs.handOver(db, here(pair.organizationId()), pair.gone(), pair.kept()));
    }

    @Override
    public void giveBack(Pair pair, Estate estate, Instant now) {
        theirs.give(db, here(pair.organizationId()), estate.rows(kind), pair.kept(), pair.gone());
    }

    /** For the rooms whose rows a person should see before they decide, under that name. */
    protected Map<String, Map<SupporterId, Integer>> counted(
            String name, OrganizationId organizationId, Collection<SupporterId> people) {
        return Map.of(name, theirs.count(db, here(organizationId), people));
    }

    private Condition here(OrganizationId organizationId) {
        return organization.eq(organizationId);
    }
}
