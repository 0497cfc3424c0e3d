package org.rung.texting;

import static org.rung.texting.SendStore.utc;
import static org.rung.texting.SendStore.value;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.common.Roles;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Who holds work of a campaign, and how it moves: statements over sets, however many conversations there are. */
@Repository
class WorkMoveStore {
    /** What is with an organizer, or rests until a day, stays where it is. */
    private static final String MOVABLE =
            " c.organization_id = ? and c.state in (%s) and c.help_since_at is null and c.aside_until_at is null";

    /** Who keeps some keeps the oldest: those they have read. Which texter gets which is left to chance, not to age. */
    private static final String CHOSEN = """
            insert into work_move_rows (work_move_id, conversation_id, organization_id, state, from_member_id,
              from_assignment, leased_until_at, to_member_id, to_assignment)
            select ?, s.conversation_id, ?, s.state, s.member_id, s.assignment_id, s.leased_until_at, t.member_id,
              t.assignment
            from (
              select r.*, row_number() over (order by crc32(r.conversation_id), r.conversation_id) nth
              from (
                select c.conversation_id, c.state, c.member_id, c.assignment_id, c.leased_until_at, h.stays,
                  row_number() over (
                    partition by c.member_id order by coalesce(c.waiting_since_at, c.created_at), c.conversation_id) place
                from (%s) h
                straight_join conversations c on c.campaign_id = ? and c.member_id <=> h.member_id
                where%s) r
              where r.place > r.stays) s
            join (%s) t on s.nth > t.above and s.nth <= t.upto
            """;

    private static final String HOLDER = "select cast(? as signed) member_id, cast(? as signed) stays";
    private static final String RECEIVER = "select cast(? as signed) member_id, cast(? as signed) assignment,"
            + " cast(? as signed) above, cast(? as signed) upto";

    /** Only what still is as it was chosen: who has sent, answered, or moved it meanwhile was first. */
    private static final String MOVED = """
            update work_move_rows r
            straight_join conversations c force index (primary) on c.conversation_id = r.conversation_id
            set c.member_id = r.to_member_id, c.assignment_id = coalesce(r.to_assignment, c.assignment_id),
              c.leased_until_at = null
            where r.work_move_id = ? and c.state = r.state and c.member_id <=> r.from_member_id
             and c.help_since_at is null and c.aside_until_at is null
            """;

    private static final String LOST = """
            delete r from work_move_rows r
            straight_join conversations c force index (primary) on c.conversation_id = r.conversation_id
            where r.work_move_id = ?
             and not (c.state = r.state and c.member_id <=> r.to_member_id
              and c.assignment_id <=> coalesce(r.to_assignment, c.assignment_id))
            """;

    private static final String RETURNED = """
            update assignments a
            join (
              select from_assignment, count(*) many from work_move_rows
              where work_move_id = ? and state = 'NEEDS_FIRST_TEXT' and from_member_id is not null
               and from_assignment is not null
              group by from_assignment) m on m.from_assignment = a.assignment_id
            set a.returned = a.returned + m.many
            """;

    private static final String GIVEN = """
            update assignments a
            left join (
              select to_assignment, count(*) many from work_move_rows where work_move_id = ? group by to_assignment) m
             on m.to_assignment = a.assignment_id
            set a.given = coalesce(m.many, 0)
            where a.assignment_id in (?%s)
            """;

    private final JdbcTemplate jdbc;

    WorkMoveStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A texter of a campaign who may text, and when they last sent a text or took a batch. */
    record Joined(MemberId texter, Optional<Instant> lastDid) {
        boolean atWork(Instant now) {
            return lastDid.filter(at -> at.isAfter(now.minus(WorkMoves.AT_WORK)))
                    .isPresent();
        }
    }

    List<Joined> joined(OrganizationId organizationId, CampaignId campaignId) {
        return jdbc
                .query(
                        """
                        select m.member_id, m.roles,
                          greatest(
                            coalesce((
                              select t.created_at from messages t where t.member_id = m.member_id
                              order by t.created_at desc limit 1), cast('1970-01-02' as datetime(6))),
                            coalesce((
                              select max(a.created_at) from assignments a
                              where a.member_id = m.member_id and not a.by_hand), cast('1970-01-02' as datetime(6)))) did
                        from campaign_texters j
                        join members m on m.member_id = j.member_id
                        where j.campaign_id = ? and j.organization_id = ? and m.suspended_at is null
                        """,
                        (row, number) -> new Roles(row.getString(2)).may(Permission.TEXT)
                                ? Optional.of(new Joined(
                                        new MemberId(row.getLong(1)),
                                        Optional.of(row.getObject(3, LocalDateTime.class)
                                                        .toInstant(ZoneOffset.UTC))
                                                .filter(at -> at.isAfter(Instant.EPOCH.plus(Duration.ofDays(2))))))
                                : Optional.<Joined>empty(),
                        campaignId.value(),
                        organizationId.value())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** How much of it each holds, and nobody. */
    Map<Optional<MemberId>, Integer> held(OrganizationId organizationId, CampaignId campaignId, WorkMoveKind kind) {
        Map<Optional<MemberId>, Integer> held = new HashMap<>();
        jdbc.query(
                "select c.member_id, count(*) from conversations c where c.campaign_id = ? and"
                        + MOVABLE.formatted(states(kind)) + " group by c.member_id",
                row -> {
                    long member = row.getLong(1);
                    held.put(row.wasNull() ? Optional.empty() : Optional.of(new MemberId(member)), row.getInt(2));
                },
                campaignId.value(),
                organizationId.value());
        return held;
    }

    static String states(WorkMoveKind kind) {
        return switch (kind) {
            case FIRST_TEXTS -> "'NEEDS_FIRST_TEXT'";
            case REPLIES -> "'NEEDS_RESPONSE'";
            case CONVERSATIONS -> "'NEEDS_RESPONSE', 'AWAITING_REPLY'";
        };
    }

    /** Who takes how much, under which assignment; back to everyone without a texter. */
    record Receiver(Optional<MemberId> texter, Optional<AssignmentId> assignment, int takes) {}

    /** Chooses and moves; how many moved. */
    int move(
            OrganizationId organizationId,
            CampaignId campaignId,
            WorkMoveId moveId,
            WorkMoveKind kind,
            Map<Optional<MemberId>, Integer> keeps,
            List<Receiver> receivers) {
        List<Object> arguments = new ArrayList<>(List.of(moveId.value(), organizationId.value()));
        keeps.forEach((holder, stays) -> {
            arguments.add(value(holder));
            arguments.add(stays);
        });
        arguments.add(campaignId.value());
        arguments.add(organizationId.value());
        int above = 0;
        for (Receiver one : receivers) {
            arguments.add(value(one.texter()));
            arguments.add(value(one.assignment()));
            arguments.add(above);
            above += one.takes();
            arguments.add(above);
        }
        int chosen = jdbc.update(
                CHOSEN.formatted(
                        several(HOLDER, keeps.size()),
                        MOVABLE.formatted(states(kind)),
                        several(RECEIVER, receivers.size())),
                arguments.toArray());
        int moved = chosen == 0 ? 0 : jdbc.update(MOVED, moveId.value());
        if (moved < chosen) jdbc.update(LOST, moveId.value());
        // Also where others were faster: what was to be given is on the receivers' list already.
        settle(moveId, kind, receivers);
        return moved;
    }

    private void settle(WorkMoveId moveId, WorkMoveKind kind, List<Receiver> receivers) {
        if (kind == WorkMoveKind.FIRST_TEXTS) jdbc.update(RETURNED, moveId.value());
        List<Object> made = new ArrayList<>(List.of(moveId.value()));
        receivers.stream().flatMap(one -> one.assignment().stream()).forEach(one -> made.add(one.value()));
        if (made.size() == 1) return;
        String more = ", ?".repeat(made.size() - 2);
        jdbc.update(GIVEN.formatted(more), made.toArray());
        jdbc.update(
                "delete from assignments where given = 0 and assignment_id in (?%s)".formatted(more),
                made.subList(1, made.size()).toArray());
    }

    private static String several(String one, int many) {
        return one + (" union all " + one).repeat(many - 1);
    }

    /** What they held and what came to them: their screens look again. */
    List<MemberId> concerned(WorkMoveId moveId) {
        return jdbc.query(
                "select from_member_id from work_move_rows where work_move_id = ? and from_member_id is not null"
                        + " union select to_member_id from work_move_rows where work_move_id = ? and to_member_id is not null",
                (row, number) -> new MemberId(row.getLong(1)),
                moveId.value(),
                moveId.value());
    }

    void record(
            OrganizationId organizationId,
            CampaignId campaignId,
            WorkMoveId moveId,
            WorkMoveKind kind,
            Optional<MemberId> by,
            Instant now) {
        jdbc.update(
                "insert into work_moves (work_move_id, organization_id, campaign_id, kind, moved, made_by_member_id, moved_at)"
                        + " values (?, ?, ?, ?, 0, ?, ?)",
                moveId.value(),
                organizationId.value(),
                campaignId.value(),
                kind.name(),
                value(by),
                utc(now));
    }

    /** A move of nothing is not kept. */
    void moved(WorkMoveId moveId, int moved) {
        if (moved == 0) jdbc.update("delete from work_moves where work_move_id = ?", moveId.value());
        else jdbc.update("update work_moves set moved = ? where work_move_id = ?", moved, moveId.value());
    }
}
