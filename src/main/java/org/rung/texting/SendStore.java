package org.rung.texting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.EditPolicy;
import org.rung.common.Id;
import org.rung.common.MemberId;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.contact.ContactRule;
import org.rung.database.KeptStatement;
import org.rung.people.SupporterId;
import org.rung.scripts.ScriptVersionId;
import org.rung.senders.SenderId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Repository;

/**
 * The statements of a send, as text: they are the same a thousand times a second, and putting them together each time
 * costs Rung as much as running them costs the server.
 */
@Repository
class SendStore {
    private static final String FACTS = KeptStatement.MARK + """
            select c.campaign_id, c.phone, c.sender_id, c.member_id, a.assignment_id, d.member_id, m.message_id,
              s.zone, s.country, s.postal_code, g.texting_from, g.texting_until, g.sender_id, g.lease_minutes,
              o.country, o.zone, o.texting_from, o.texting_until, o.undo_seconds, c.state, g.state,
              not exists (
                select 1 from supporter_phones own
                where own.organization_id = c.organization_id and own.phone = c.phone
                 and own.supporter_id = c.supporter_id)
              and (c.state = 'NEEDS_FIRST_TEXT' or exists (
                select 1 from supporter_phones whose
                where whose.organization_id = c.organization_id and whose.phone = c.phone)),
             c.supporter_id, g.over_limit_reason, r.near_most, r.near_days, r.far_most, r.far_days,
             g.script_version_id, c.helper_member_id, g.edits, s.first_name, s.last_name, s.city, o.name, ta.name
            from conversations c
            join supporters s on s.supporter_id = c.supporter_id
            join organizations o on o.organization_id = c.organization_id
            left join contact_rules r on r.organization_id = c.organization_id
            left join campaigns g on g.campaign_id = c.campaign_id
            left join assignments a on a.assignment_id = c.assignment_id and a.member_id = ?
            left join drafts d on d.conversation_id = c.conversation_id and d.member_id = ?
            left join members t on t.member_id = coalesce(?, c.member_id)
            left join accounts ta on ta.account_id = t.account_id
            left join messages m on m.topic_id = c.conversation_id and m.request_key = ?
            where c.conversation_id = ? and c.organization_id = ?
            """;

    /**
     * Held by this member, or last by them in this assignment and by nobody since, and not with an organizer; or theirs to
     * help with; by whomever when the first is 1.
     */
    static final String HELD = " and (? = 1 or c.helper_member_id = ? or c.help_since_at is null"
            + " and (c.member_id = ? or c.member_id is null and c.assignment_id = ?))";

    private static final String REPLIED = KeptStatement.MARK + """
            update conversations c
            set c.state_before = c.state, c.state = 'AWAITING_REPLY',
              c.leased_before_at = if(c.member_id is null, ?, c.leased_until_at),
              c.waiting_before_at = c.waiting_since_at, c.suggestion_before = c.suggestion,
              c.member_id = if(c.help_since_at is null, coalesce(c.member_id, ?), c.member_id),
              c.leased_until_at = null, c.waiting_since_at = null, c.back_since_at = null, c.suggestion = null, c.unread = 0, c.last_out_at = ?
            where c.conversation_id = ? and c.organization_id = ? and c.state in ('AWAITING_REPLY', 'NEEDS_RESPONSE')
            """ + HELD;

    private final JdbcTemplate jdbc;

    SendStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A conversation with all that a send needs to know, for the one who sends. */
    Optional<Sendable> sendable(
            OrganizationId organizationId,
            ConversationId conversationId,
            Optional<MemberId> member,
            String requestKey) {
        var me = value(member);
        return jdbc
                .query(
                        FACTS,
                        (row, number) -> sendable(conversationId, row),
                        me,
                        me,
                        me,
                        requestKey,
                        conversationId.value(),
                        organizationId.value())
                .stream()
                .findFirst();
    }

    /** An answer went out; without a holder the conversation becomes the texter's who answered. */
    boolean replied(
            OrganizationId organizationId,
            Sendable found,
            Optional<MemberId> holder,
            Optional<MemberId> texter,
            Instant now) {
        return jdbc.update(
                        REPLIED,
                        leaseOfALateSend(found, now),
                        value(texter),
                        utc(now),
                        found.conversationId().value(),
                        organizationId.value(),
                        holder.isPresent() ? 0 : 1,
                        value(holder),
                        value(holder),
                        value(found.assignment()))
                == 1;
    }

    /** Nobody held it: should the text be taken back, its sender has as long as for a fresh one. */
    static SqlParameterValue leaseOfALateSend(Sendable found, Instant now) {
        return new SqlParameterValue(
                Types.TIMESTAMP,
                found.facts().leasedUntil(now).map(SendStore::utc).orElse(null));
    }

    private static Sendable sendable(ConversationId conversationId, ResultSet row) throws SQLException {
        return new Sendable(
                conversationId,
                ConversationState.valueOf(row.getString(20)),
                CampaignState.RUNNING.name().equals(row.getString(21)),
                number(row, 1).map(CampaignId::new),
                new SupporterId(row.getLong(23)),
                new PhoneNumber(row.getString(2)),
                number(row, 3).map(SenderId::new),
                number(row, 4).map(MemberId::new),
                number(row, 30).map(MemberId::new),
                number(row, 5).map(AssignmentId::new),
                number(row, 6).isPresent(),
                row.getBoolean(22),
                number(row, 7).map(MessageId::new),
                number(row, 29).map(ScriptVersionId::new),
                Optional.ofNullable(row.getString(31)).map(EditPolicy::valueOf).orElse(EditPolicy.ALLOWED),
                new Sendable.Names(
                        row.getString(32),
                        row.getString(33),
                        row.getString(34),
                        row.getString(35),
                        Optional.ofNullable(row.getString(36)).orElse("")),
                new SendFacts(
                        Optional.ofNullable(row.getString(8)).map(ZoneId::of),
                        row.getString(9),
                        row.getString(10),
                        Optional.ofNullable(row.getObject(11, LocalTime.class)),
                        Optional.ofNullable(row.getObject(12, LocalTime.class)),
                        number(row, 13).map(SenderId::new),
                        number(row, 14).map(Long::intValue),
                        row.getString(24) != null,
                        rule(row)),
                new SendFacts.House(
                        row.getString(15),
                        ZoneId.of(row.getString(16)),
                        row.getObject(17, LocalTime.class),
                        row.getObject(18, LocalTime.class),
                        Duration.ofSeconds(row.getLong(19))));
    }

    private static ContactRule rule(ResultSet row) throws SQLException {
        int nearMost = row.getInt(25);
        return row.wasNull()
                ? ContactRule.USUAL
                : new ContactRule(nearMost, row.getInt(26), row.getInt(27), row.getInt(28));
    }

    private static Optional<Long> number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /** With its type, or Spring would ask the driver for the type of every null. */
    static SqlParameterValue value(Optional<? extends Id> id) {
        return new SqlParameterValue(Types.BIGINT, id.map(Id::value).orElse(null));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
