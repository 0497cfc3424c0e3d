package org.rung.live;

import static org.rung.live.LiveStore.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Repository;

@Repository
class TexterNoteStore {
    private static final String NOTE = """
            select n.texter_note_id, n.campaign_id, g.name campaign, n.words, ta.name, n.told_at,
              (select count(*) from texter_note_readings r
               join campaign_texters j on j.campaign_id = n.campaign_id and j.member_id = r.member_id
               where r.texter_note_id = n.texter_note_id) read_by
            from texter_notes n
            join campaigns g on g.campaign_id = n.campaign_id
            left join members m on m.member_id = n.member_id
            left join accounts ta on ta.account_id = m.account_id
            """;

    private final JdbcTemplate jdbc;

    TexterNoteStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            OrganizationId organizationId,
            CampaignId campaignId,
            TexterNoteId noteId,
            Optional<MemberId> from,
            String words,
            Instant now) {
        jdbc.update(
                "insert into texter_notes (texter_note_id, organization_id, campaign_id, member_id, words, told_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                noteId.value(),
                organizationId.value(),
                campaignId.value(),
                new SqlParameterValue(Types.BIGINT, from.map(MemberId::value).orElse(null)),
                words,
                utc(now));
    }

    Optional<CampaignId> campaignOf(OrganizationId organizationId, TexterNoteId noteId) {
        return jdbc
                .query(
                        "select campaign_id from texter_notes where texter_note_id = ? and organization_id = ?",
                        (row, number) -> new CampaignId(row.getLong(1)),
                        noteId.value(),
                        organizationId.value())
                .stream()
                .findFirst();
    }

    void takeBack(TexterNoteId noteId, Instant now) {
        jdbc.update(
                "update texter_notes set taken_back_at = ? where texter_note_id = ? and taken_back_at is null",
                utc(now),
                noteId.value());
    }

    /** The newest first; what was taken back is in no list. */
    List<TexterNote> of(OrganizationId organizationId, CampaignId campaignId, int most) {
        return jdbc.query(
                NOTE
                        + " where n.campaign_id = ? and n.organization_id = ? and n.taken_back_at is null"
                        + " order by n.told_at desc, n.texter_note_id desc limit ?",
                (row, number) -> note(row),
                campaignId.value(),
                organizationId.value(),
                most);
    }

    /** Told after they joined, in campaigns that have not ended. */
    List<TexterNote> unread(OrganizationId organizationId, MemberId texter, int most) {
        return jdbc.query(NOTE + """
                         join campaign_texters mine on mine.campaign_id = n.campaign_id and mine.member_id = ?
                         left join texter_note_readings seen
                          on seen.texter_note_id = n.texter_note_id and seen.member_id = mine.member_id
                         where n.organization_id = ? and n.taken_back_at is null and seen.member_id is null
                          and n.told_at >= mine.joined_at and g.state in ('RUNNING', 'PAUSED', 'DRAFT')
                         order by n.told_at desc, n.texter_note_id desc limit ?
                        """, (row, number) -> note(row), texter.value(), organizationId.value(), most);
    }

    /** Nothing but where it was told to them; reading it twice is no fault. */
    void read(OrganizationId organizationId, TexterNoteId noteId, MemberId texter, Instant now) {
        jdbc.update(
                "insert ignore into texter_note_readings (texter_note_id, member_id, organization_id, read_at)"
                        + " select n.texter_note_id, j.member_id, n.organization_id, cast(? as datetime(6))"
                        + " from texter_notes n"
                        + " join campaign_texters j on j.campaign_id = n.campaign_id and j.member_id = ?"
                        + " where n.texter_note_id = ? and n.organization_id = ?",
                utc(now),
                texter.value(),
                noteId.value(),
                organizationId.value());
    }

    private static TexterNote note(ResultSet row) throws SQLException {
        return new TexterNote(
                new TexterNoteId(row.getLong(1)),
                new CampaignId(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                Optional.ofNullable(row.getString(5)),
                row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getInt(7));
    }
}
