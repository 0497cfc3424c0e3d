package org.rung.scripts;

import static org.rung.db.Tables.SCRIPTS;
import static org.rung.db.Tables.SCRIPT_VERSIONS;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

@Repository
class ScriptStore {
    private final DSLContext db;

    ScriptStore(DSLContext db) {
        this.db = db;
    }

    Optional<Script> latest(OrganizationId organizationId, ScriptId scriptId) {
        return latest(organizationId, SCRIPTS.SCRIPT_ID.eq(scriptId)).fetchOptional(ScriptStore::script);
    }

    /** The last written first. */
    List<Script> all(OrganizationId organizationId) {
        return latest(organizationId, SCRIPTS.RETIRED_AT.isNull())
                .orderBy(SCRIPTS.UPDATED_AT.desc(), SCRIPTS.SCRIPT_ID.desc())
                .limit(1_000)
                .fetch(ScriptStore::script);
    }

    private SelectConditionStep<Record> latest(OrganizationId organizationId, Condition which) {
        var other = SCRIPT_VERSIONS.as("other");
        return db.select(SCRIPTS.fields())
                .select(SCRIPT_VERSIONS.SCRIPT_VERSION_ID, SCRIPT_VERSIONS.NUMBER, SCRIPT_VERSIONS.TREE)
                .from(SCRIPTS)
                .join(SCRIPT_VERSIONS)
                .on(SCRIPT_VERSIONS.SCRIPT_ID.eq(SCRIPTS.SCRIPT_ID))
                .and(SCRIPT_VERSIONS.NUMBER.eq(
                        DSL.select(DSL.max(other.NUMBER)).from(other).where(other.SCRIPT_ID.eq(SCRIPTS.SCRIPT_ID))))
                .where(SCRIPTS.ORGANIZATION_ID.eq(organizationId))
                .and(which);
    }

    private static Script script(Record row) {
        return new Script(
                row.get(SCRIPTS.SCRIPT_ID),
                row.get(SCRIPTS.NAME),
                row.get(SCRIPT_VERSIONS.SCRIPT_VERSION_ID),
                row.get(SCRIPT_VERSIONS.NUMBER),
                ScriptJson.read(row.get(SCRIPT_VERSIONS.TREE)),
                row.get(SCRIPTS.UPDATED_AT));
    }

    Optional<ScriptTree> version(OrganizationId organizationId, ScriptVersionId scriptVersionId) {
        return db.select(SCRIPT_VERSIONS.TREE)
                .from(SCRIPT_VERSIONS)
                .where(SCRIPT_VERSIONS.ORGANIZATION_ID.eq(organizationId))
                .and(SCRIPT_VERSIONS.SCRIPT_VERSION_ID.eq(scriptVersionId))
                .fetchOptional(SCRIPT_VERSIONS.TREE)
                .map(ScriptJson::read);
    }

    /** The latest first; before: the number that they are below. */
    List<ScriptVersion> versions(OrganizationId organizationId, ScriptId scriptId, Optional<Integer> before, int size) {
        return versions(organizationId)
                .and(SCRIPT_VERSIONS.SCRIPT_ID.eq(scriptId))
                .and(before.<Condition>map(SCRIPT_VERSIONS.NUMBER::lt).orElse(DSL.noCondition()))
                .orderBy(SCRIPT_VERSIONS.NUMBER.desc())
                .limit(size)
                .fetch(ScriptStore::saved);
    }

    Optional<ScriptVersion> saved(OrganizationId organizationId, ScriptVersionId scriptVersionId) {
        return versions(organizationId)
                .and(SCRIPT_VERSIONS.SCRIPT_VERSION_ID.eq(scriptVersionId))
                .fetchOptional(ScriptStore::saved);
    }

    private SelectConditionStep<Record> versions(OrganizationId organizationId) {
        return db.select(SCRIPT_VERSIONS.fields())
                .from(SCRIPT_VERSIONS)
                .where(SCRIPT_VERSIONS.ORGANIZATION_ID.eq(organizationId));
    }

    private static ScriptVersion saved(Record row) {
        return new ScriptVersion(
                row.get(SCRIPT_VERSIONS.SCRIPT_VERSION_ID),
                row.get(SCRIPT_VERSIONS.NUMBER),
                ScriptJson.read(row.get(SCRIPT_VERSIONS.TREE)),
                Optional.ofNullable(row.get(SCRIPT_VERSIONS.MADE_BY_MEMBER_ID)),
                row.get(SCRIPT_VERSIONS.CREATED_AT));
    }

    /** Holds the script until the transaction ends, so that two writers come one after the other. */
    boolean lock(OrganizationId organizationId, ScriptId scriptId) {
        return db.select(SCRIPTS.SCRIPT_ID)
                .from(SCRIPTS)
                .where(SCRIPTS.ORGANIZATION_ID.eq(organizationId))
                .and(SCRIPTS.SCRIPT_ID.eq(scriptId))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    ScriptId make(OrganizationId organizationId, String name, Instant now) {
        var id = new ScriptId(Id.next());
        db.insertInto(SCRIPTS)
                .set(SCRIPTS.SCRIPT_ID, id)
                .set(SCRIPTS.ORGANIZATION_ID, organizationId)
                .set(SCRIPTS.NAME, name)
                .set(SCRIPTS.CREATED_AT, now)
                .set(SCRIPTS.UPDATED_AT, now)
                .execute();
        return id;
    }

    void rename(OrganizationId organizationId, ScriptId scriptId, String name, Instant now) {
        db.update(SCRIPTS)
                .set(SCRIPTS.NAME, name)
                .set(SCRIPTS.UPDATED_AT, now)
                .where(SCRIPTS.ORGANIZATION_ID.eq(organizationId))
                .and(SCRIPTS.SCRIPT_ID.eq(scriptId))
                .execute();
    }

    void retire(OrganizationId organizationId, ScriptId scriptId, Instant now) {
        db.update(SCRIPTS)
                .set(SCRIPTS.RETIRED_AT, now)
                .where(SCRIPTS.ORGANIZATION_ID.eq(organizationId))
                .and(SCRIPTS.SCRIPT_ID.eq(scriptId))
                .and(SCRIPTS.RETIRED_AT.isNull())
                .execute();
    }

    void addVersion(Actor actor, ScriptId scriptId, int number, ScriptTree tree, Instant now) {
        db.insertInto(SCRIPT_VERSIONS)
                .set(SCRIPT_VERSIONS.SCRIPT_VERSION_ID, new ScriptVersionId(Id.next()))
                .set(SCRIPT_VERSIONS.ORGANIZATION_ID, actor.organization())
                .set(SCRIPT_VERSIONS.SCRIPT_ID, scriptId)
                .set(SCRIPT_VERSIONS.NUMBER, number)
                .set(SCRIPT_VERSIONS.TREE, ScriptJson.write(tree))
                .set(SCRIPT_VERSIONS.MADE_BY_MEMBER_ID, actor.member().orElse(null))
                .set(SCRIPT_VERSIONS.CREATED_AT, now)
                .execute();
    }
}
