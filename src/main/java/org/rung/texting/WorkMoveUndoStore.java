package org.rung.texting;

import static org.rung.texting.SendStore.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What was moved lately, and how it goes back. */
@Repository
class WorkMoveUndoStore {
    private static final String FIELDS =
            "select work_move_id, kind, moved, made_by_member_id, moved_at, undone_at, campaign_id from work_moves";

    /** Nothing was texted since, nobody has moved it on, and whoever had it still texts here. */
    private static final String UNTOUCHED = """
             c.state = r.state and c.member_id <=> r.to_member_id
             and c.assignment_id <=> coalesce(r.to_assignment, r.from_assignment)
             and c.help_since_at is null and c.aside_until_at is null
             and (c.last_out_at is null or c.last_out_at <= ?)
             and (r.from_member_id is null or exists (
               select 1 from campaign_texters j join members m on m.member_id = j.member_id
               where j.campaign_id = c.campaign_id and j.member_id = r.from_member_id and m.suspended_at is null))
            """;

    private static final String KEPT = """
            delete r from work_move_rows r
            straight_join conversations c force index (primary) on c.conversation_id = r.conversation_id
            where r.work_move_id = ? and not (""" + UNTOUCHED + ")";

    private static final String UNDONE = """
            update work_move_rows r
            straight_join conversations c force index (primary) on c.conversation_id = r.conversation_id
            set c.member_id = r.from_member_id, c.assignment_id = r.from_assignment, c.leased_until_at = r.leased_until_at
            where r.work_move_id = ? and""" + UNTOUCHED;

    private static final String NOT_RETURNED = """
            update assignments a
            join (
              select from_assignment, count(*) many from work_move_rows
              where work_move_id = ? and state = 'NEEDS_FIRST_TEXT' and from_member_id is not null
              group by from_assignment) m on m.from_assignment = a.assignment_id
            set a.returned = greatest(a.returned - m.many, 0)
            """;

    private static final String TAKEN_BACK = """
            update assignments a
            join (
              select to_assignment, count(*) many from work_move_rows
              where work_move_id = ? and state = 'NEEDS_FIRST_TEXT' and to_assignment is not null
              group by to_assignment) m on m.to_assignment = a.assignment_id
            set a.returned = a.returned + m.many
            """;

    private final JdbcTemplate jdbc;

    WorkMoveUndoStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Found(WorkMove move, CampaignId campaignId) {}

    Optional<Found> lock(OrganizationId organizationId, WorkMoveId moveId) {
        return jdbc
                .query(
                        FIELDS + " where work_move_id = ? and organization_id = ? for update",
                        (row, number) -> new Found(move(row), new CampaignId(row.getLong(7))),
                        moveId.value(),
                        organizationId.value())
                .stream()
                .findFirst();
    }

    /** The newest first. */
    List<WorkMove> lately(OrganizationId organizationId, CampaignId campaignId, Optional<WorkMoveId> before, int most) {
        return jdbc.query(
                FIELDS + " where campaign_id = ? and organization_id = ? and work_move_id < ?"
                        + " order by work_move_id desc limit ?",
                (row, number) -> move(row),
                campaignId.value(),
                organizationId.value(),
                before.map(WorkMoveId::value).orElse(Long.MAX_VALUE),
                most);
    }

    /** How many went back; afterwards the move knows only those. */
    int undo(WorkMove move, Instant now) {
        // First locked, then taken back: what is sent in between waits, and finds itself held by another.
        jdbc.queryForList(
                "select c.conversation_id from work_move_rows r"
                        + " straight_join conversations c force index (primary) on c.conversation_id = r.conversation_id"
                        + " where r.work_move_id = ? order by r.conversation_id for update",
                Long.class,
                move.workMoveId().value());
        jdbc.update(KEPT, move.workMoveId().value(), utc(move.movedAt()));
        int undone = jdbc.update(UNDONE, move.workMoveId().value(), utc(move.movedAt()));
        if (move.kind() == WorkMoveKind.FIRST_TEXTS) {
            jdbc.update(NOT_RETURNED, move.workMoveId().value());
            jdbc.update(TAKEN_BACK, move.workMoveId().value());
        }
        jdbc.update(
                "update work_moves set undone_at = ? where work_move_id = ?",
                utc(now),
                move.workMoveId().value());
        return undone;
    }

    /** Which conversations a move was of matters only while it may be undone. */
    int forget(Instant before) {
        return jdbc.update("delete from work_moves where moved_at < ? limit 500", utc(before));
    }

    private static WorkMove move(ResultSet row) throws SQLException {
        long by = row.getLong(4);
        var madeBy = row.wasNull() ? Optional.<MemberId>empty() : Optional.of(new MemberId(by));
        return new WorkMove(
                new WorkMoveId(row.getLong(1)),
                WorkMoveKind.valueOf(row.getString(2)),
                row.getInt(3),
                madeBy,
                instant(row.getObject(5, LocalDateTime.class)),
                Optional.ofNullable(row.getObject(6, LocalDateTime.class)).map(WorkMoveUndoStore::instant));
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }
}
