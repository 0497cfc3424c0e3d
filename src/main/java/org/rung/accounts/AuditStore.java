package org.rung.accounts;

import static org.rung.db.Tables.AUDIT_LOG;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.Page;
import org.springframework.stereotype.Repository;

/** Only inserts and reads: the log is never changed. */
@Repository
class AuditStore {
    private final DSLContext database;

    AuditStore(DSLContext database) {
        this.database = database;
    }

    void insert(
            long id,
            Actor actor,
            String verb,
            String subjectKind,
            Optional<Long> subjectId,
            String detail,
            Optional<Changes> changes,
            Instant now) {
        database.insertInto(AUDIT_LOG)
                .set(AUDIT_LOG.AUDIT_ID, id)
                .set(AUDIT_LOG.ORGANIZATION_ID, actor.organization())
                .set(AUDIT_LOG.HAPPENED_AT, now)
                .set(AUDIT_LOG.ACTOR_KIND, actor.kind())
                .set(AUDIT_LOG.ACTOR_ID, actor.id().orElse(null))
                .set(AUDIT_LOG.VERB, verb)
                .set(AUDIT_LOG.SUBJECT_KIND, subjectKind)
                .set(AUDIT_LOG.SUBJECT_ID, subjectId.orElse(null))
                .set(AUDIT_LOG.DETAIL, detail.length() > 2_000 ? detail.substring(0, 2_000) : detail)
                .set(AUDIT_LOG.CHANGES, changes.map(Changes::text).orElse(null))
                .execute();
    }

    /** Newest first. */
    List<AuditRow> page(OrganizationId organizationId, AuditFilter filter, Optional<Page.Place> after, int size) {
        var which = AUDIT_LOG.ORGANIZATION_ID.eq(organizationId);
        which = filter.actor().map(AUDIT_LOG.ACTOR_ID::eq).map(which::and).orElse(which);
        which = filter.verbs()
                .map(starts -> DSL.or(Arrays.stream(starts.split(","))
                        .map(start -> AUDIT_LOG.VERB.startsWith(start.strip()))
                        .toList()))
                .map(which::and)
                .orElse(which);
        which = filter.subject()
                .map(subject -> AUDIT_LOG
                        .SUBJECT_KIND
                        .eq(subject.kind())
                        .and(subject.id().map(AUDIT_LOG.SUBJECT_ID::eq).orElse(DSL.noCondition())))
                .map(which::and)
                .orElse(which);
        which = filter.words()
                .map(words ->
                        AUDIT_LOG.DETAIL.containsIgnoreCase(words).or(AUDIT_LOG.CHANGES.containsIgnoreCase(words)))
                .map(which::and)
                .orElse(which);
        which = filter.from().map(AUDIT_LOG.HAPPENED_AT::ge).map(which::and).orElse(which);
        which = filter.until().map(AUDIT_LOG.HAPPENED_AT::lt).map(which::and).orElse(which);
        which = after.map(place -> DSL.or(
                        AUDIT_LOG.HAPPENED_AT.lt(place.at()),
                        AUDIT_LOG.HAPPENED_AT.eq(place.at()).and(AUDIT_LOG.AUDIT_ID.lt(place.id()))))
                .map(which::and)
                .orElse(which);
        return database.select(
                        AUDIT_LOG.AUDIT_ID,
                        AUDIT_LOG.HAPPENED_AT,
                        AUDIT_LOG.ACTOR_KIND,
                        AUDIT_LOG.ACTOR_ID.convertFrom(Optional::ofNullable),
                        AUDIT_LOG.VERB,
                        AUDIT_LOG.SUBJECT_KIND,
                        AUDIT_LOG.SUBJECT_ID.convertFrom(Optional::ofNullable),
                        AUDIT_LOG.DETAIL,
                        AUDIT_LOG.CHANGES.convertFrom(Changes::read))
                .from(AUDIT_LOG)
                .where(which)
                .orderBy(AUDIT_LOG.HAPPENED_AT.desc(), AUDIT_LOG.AUDIT_ID.desc())
                .limit(size)
                .fetch(Records.mapping(AuditRow::new));
    }
}
