package org.rung.texting;

import static org.rung.db.Tables.REVIEWED_TEXTERS;
import static org.rung.db.Tables.VETTINGS;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.stereotype.Repository;

/** New texters across all campaigns: who waits for somebody to look, and who was let go. */
@Repository
class VettingStore {
    /** Of a member m, what they sent first; whoever is not free has sent few. */
    static final String SENT = "(select count(*) from messages t where t.member_id = m.member_id"
            + " and t.purpose = 'FIRST_TEXT' and t.state <> 'CANCELLED')";

    private static final String WAITING = """
            from (
              select m.member_id, ta.name, v.first_texts, v.talked_at, v.talked_by_member_id, %s sent,
                (select t.created_at from messages t where t.member_id = m.member_id and t.purpose = 'FIRST_TEXT'
                  and t.state <> 'CANCELLED' order by t.created_at desc limit 1) waits
              from members m
              join accounts ta on ta.account_id = m.account_id
              left join reviewed_texters f on f.member_id = m.member_id
              left join vettings v on v.member_id = m.member_id
              where m.organization_id = ? and m.suspended_at is null and f.member_id is null) x
            where x.sent >= coalesce(x.first_texts, ?)
            """.formatted(SENT);

    private final DSLContext db;

    VettingStore(DSLContext db) {
        this.db = db;
    }

    /** Who waits longest first. */
    List<NewTexter> waiting(OrganizationId organizationId, int rule, int most) {
        return db.resultQuery(
                        "select x.member_id, x.name, x.sent, x.first_texts, x.waits, x.talked_at, x.talked_by_member_id "
                                + WAITING
                                + " order by x.waits, x.member_id limit ?",
                        organizationId.value(),
                        rule,
                        most)
                .fetch(row -> texter(row, rule));
    }

    int count(OrganizationId organizationId, int rule) {
        return db.resultQuery("select count(*) " + WAITING, organizationId.value(), rule)
                .fetchSingle(row -> row.get(0, int.class));
    }

    private static NewTexter texter(Record row, int rule) {
        // Where the bound was lifted once, the last of the rule's many are those that nobody has seen.
        int looked = Optional.ofNullable(row.get(3, Integer.class))
                .map(bound -> Math.max(0, bound - rule))
                .orElse(0);
        return new NewTexter(
                new MemberId(row.get(0, long.class)),
                row.get(1, String.class),
                row.get(2, int.class),
                looked,
                at(row, 4).orElseThrow(),
                at(row, 5),
                Optional.ofNullable(row.get(6, Long.class)).map(MemberId::new));
    }

    private static Optional<Instant> at(Record row, int column) {
        return Optional.ofNullable(row.get(column, LocalDateTime.class)).map(at -> at.toInstant(ZoneOffset.UTC));
    }

    /** The last freed by a person or a program, first. */
    List<FreedTexter> freed(OrganizationId organizationId, Instant since, int most) {
        return db.resultQuery(
                        "select f.member_id, ta.name, f.by_member_id, f.reviewed_at from reviewed_texters f"
                                + " join members m on m.member_id = f.member_id"
                                + " join accounts ta on ta.account_id = m.account_id"
                                + " where f.organization_id = ? and f.reviewed_at >= ? and f.by_member_id is not null"
                                + " order by f.reviewed_at desc, f.member_id limit ?",
                        organizationId.value(),
                        SendStore.utc(since),
                        most)
                .fetch(row -> new FreedTexter(
                        new MemberId(row.get(0, long.class)),
                        row.get(1, String.class),
                        Optional.ofNullable(row.get(2, Long.class)).map(MemberId::new),
                        at(row, 3).orElseThrow()));
    }

    /** How many first texts this texter may send before somebody looks; the rule where nothing else was said. */
    int bound(OrganizationId organizationId, MemberId texter, int rule) {
        return db.select(VETTINGS.FIRST_TEXTS)
                .from(VETTINGS)
                .where(VETTINGS.ORGANIZATION_ID.eq(organizationId))
                .and(VETTINGS.MEMBER_ID.eq(texter))
                .fetchOptional(VETTINGS.FIRST_TEXTS)
                .orElse(rule);
    }

    void bound(Actor actor, MemberId texter, int firstTexts, Instant now) {
        db.execute(
                "insert into vettings (member_id, organization_id, first_texts, looked_at, looked_by_member_id)"
                        + " values (?, ?, ?, cast(? as datetime(6)), ?) on duplicate key update"
                        + " first_texts = values(first_texts), looked_at = values(looked_at),"
                        + " looked_by_member_id = values(looked_by_member_id), talked_at = null,"
                        + " talked_by_member_id = null",
                texter.value(),
                actor.organization().value(),
                firstTexts,
                SendStore.utc(now),
                actor.member().map(MemberId::value).orElse(null));
    }

    void talked(Actor actor, MemberId texter, int bound, Instant now) {
        db.execute(
                "insert into vettings (member_id, organization_id, first_texts, looked_at, looked_by_member_id, talked_at,"
                        + " talked_by_member_id) values (?, ?, ?, cast(? as datetime(6)), ?, cast(? as datetime(6)), ?)"
                        + " on duplicate key update talked_at = values(talked_at),"
                        + " talked_by_member_id = values(talked_by_member_id)",
                texter.value(),
                actor.organization().value(),
                bound,
                SendStore.utc(now),
                actor.member().map(MemberId::value).orElse(null),
                SendStore.utc(now),
                actor.member().map(MemberId::value).orElse(null));
    }

    /** False when they were not free. */
    boolean holdAgain(OrganizationId organizationId, MemberId texter) {
        return db.deleteFrom(REVIEWED_TEXTERS)
                        .where(REVIEWED_TEXTERS.ORGANIZATION_ID.eq(organizationId))
                        .and(REVIEWED_TEXTERS.MEMBER_ID.eq(texter))
                        .execute()
                == 1;
    }
}
