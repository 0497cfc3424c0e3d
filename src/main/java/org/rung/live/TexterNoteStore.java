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
import org.rung.teams.TeamId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Repository;

@Repository
class TexterNoteStore {
    /** Whether a note n is for a member m. */
    private static final String FOR = """
            (n.audience = 'EVERYONE' and m.suspended_at is null and m.roles <> 'COORDINATOR' and n.told_at >= m.joined_at
             or n.audience = 'CAMPAIGN' and exists (select 1 from campaign_texters j where j.campaign_id = n.campaign_id
               and j.member_id = m.member_id and n.told_at >= j.joined_at)
             or n.audience = 'TEAM' and exists (select 1 from team_members j where j.team_id = n.team_id
               and j.member_id = m.member_id and n.told_at >= j.added_at)
             or n.audience = 'LANGUAGE' and m.suspended_at is null and n.told_at >= m.joined_at
               and exists (select 1 from texter_languages j where j.member_id = m.member_id and j.language = n.language)
             or n.audience = 'MEMBER' and n.to_member_id = m.member_id)
            """;

    /** Those whom it is for by now, each counted in the smallest set that holds them. */
    private static final String AUDIENCE = """
            (select %s from members m left join texter_note_readings r
              on r.texter_note_id = n.texter_note_id and r.member_id = m.member_id
             where m.organization_id = n.organization_id
              and (n.audience in ('EVERYONE', 'LANGUAGE')
               or n.audience = 'MEMBER' and m.member_id = n.to_member_id
               or n.audience = 'CAMPAIGN' and m.member_id in
                (select j.member_id from campaign_texters j where j.campaign_id = n.campaign_id)
               or n.audience = 'TEAM' and m.member_id in
                (select j.member_id from team_members j where j.team_id = n.team_id))
              and (n.audience <> 'LANGUAGE' or m.member_id in
               (select j.member_id from texter_languages j
                where j.organization_id = n.organization_id and j.language = n.language))
              and (n.audience <> 'EVERYONE' or m.roles <> 'COORDINATOR') and m.suspended_at is null)
            """;

    private static final String NOTE =
            """
            select n.texter_note_id, n.audience, n.campaign_id, n.team_id, n.language, n.to_member_id,
              coalesce(g.name, k.name, n.language, other.name, '') about, n.words, ta.name, n.told_at, %s read_by, %s told_to
            from texter_notes n
            left join campaigns g on g.campaign_id = n.campaign_id
            left join teams k on k.team_id = n.team_id
            left join members w on w.member_id = n.member_id
            left join accounts ta on ta.account_id = w.account_id
            left join members whom on whom.member_id = n.to_member_id
            left join accounts other on other.account_id = whom.account_id
            """.formatted(AUDIENCE.formatted("count(r.member_id)"), AUDIENCE.formatted("count(*)"));

    /** To be read at home, where nobody counts who else has. */
    private static final String UNCOUNTED =
            NOTE.replace(AUDIENCE.formatted("count(r.member_id)"), "0").replace(AUDIENCE.formatted("count(*)"), "0");

    private final JdbcTemplate jdbc;

    TexterNoteStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            OrganizationId organizationId,
            Audience audience,
            TexterNoteId noteId,
            Optional<MemberId> from,
            String words,
            Instant now) {
        jdbc.update(
                "insert into texter_notes (texter_note_id, organization_id, audience, campaign_id, team_id, language,"
                        + " to_member_id, member_id, words, told_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                noteId.value(),
                organizationId.value(),
                kind(audience),
                number(audience instanceof Audience.OfCampaign(var campaign) ? campaign.value() : null),
                number(audience instanceof Audience.OfTeam(var team) ? team.value() : null),
                audience instanceof Audience.Speaking(var language) ? language : null,
                number(audience instanceof Audience.One(var member) ? member.value() : null),
                number(from.map(MemberId::value).orElse(null)),
                words,
                utc(now));
    }

    private static SqlParameterValue number(@org.jspecify.annotations.Nullable Long value) {
        return new SqlParameterValue(Types.BIGINT, value);
    }

    private static String kind(Audience audience) {
        return switch (audience) {
            case Audience.Everyone all -> "EVERYONE";
            case Audience.OfCampaign campaign -> "CAMPAIGN";
            case Audience.OfTeam team -> "TEAM";
            case Audience.Speaking language -> "LANGUAGE";
            case Audience.One member -> "MEMBER";
        };
    }

    Optional<TexterNote> find(OrganizationId organizationId, TexterNoteId noteId) {
        return jdbc
                .query(
                        UNCOUNTED + " where n.texter_note_id = ? and n.organization_id = ?",
                        (row, number) -> note(row),
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

    /** The newest first, without words to one person alone. */
    List<TexterNote> all(OrganizationId organizationId, int most) {
        return jdbc.query(
                NOTE
                        + " where n.organization_id = ? and n.taken_back_at is null and n.audience <> 'MEMBER'"
                        + " order by n.told_at desc, n.texter_note_id desc limit ?",
                (row, number) -> note(row),
                organizationId.value(),
                most);
    }

    /** Told after they joined, and lately; of campaigns those that have not ended. */
    List<TexterNote> unread(OrganizationId organizationId, MemberId texter, Instant since, int most) {
        return jdbc.query(
                UNCOUNTED
                        + " join members m on m.member_id = ? and m.organization_id = n.organization_id"
                        + " left join texter_note_readings seen on seen.texter_note_id = n.texter_note_id"
                        + " and seen.member_id = m.member_id"
                        + " where n.organization_id = ? and n.told_at >= ? and n.taken_back_at is null"
                        + " and seen.member_id is null and (g.state is null or g.state <> 'ENDED') and "
                        + FOR
                        + " order by n.told_at desc, n.texter_note_id desc limit ?",
                (row, number) -> note(row),
                texter.value(),
                organizationId.value(),
                utc(since),
                most);
    }

    /** Nothing but where it was told to them; reading it twice is no fault. */
    void read(OrganizationId organizationId, TexterNoteId noteId, MemberId texter, Instant now) {
        jdbc.update(
                "insert ignore into texter_note_readings (texter_note_id, member_id, organization_id, read_at)"
                        + " select n.texter_note_id, m.member_id, n.organization_id, cast(? as datetime(6))"
                        + " from texter_notes n join members m on m.member_id = ? and m.organization_id = n.organization_id"
                        + " where n.texter_note_id = ? and n.organization_id = ? and " + FOR,
                utc(now),
                texter.value(),
                noteId.value(),
                organizationId.value());
    }

    private static TexterNote note(ResultSet row) throws SQLException {
        return new TexterNote(
                new TexterNoteId(row.getLong(1)),
                audience(row),
                row.getString(7),
                row.getString(8),
                Optional.ofNullable(row.getString(9)),
                row.getObject(10, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getInt(11),
                row.getInt(12));
    }

    private static Audience audience(ResultSet row) throws SQLException {
        return switch (row.getString(2)) {
            case "EVERYONE" -> new Audience.Everyone();
            case "TEAM" -> new Audience.OfTeam(new TeamId(row.getLong(4)));
            case "LANGUAGE" -> new Audience.Speaking(row.getString(5));
            case "MEMBER" -> new Audience.One(new MemberId(row.getLong(6)));
            default -> new Audience.OfCampaign(new CampaignId(row.getLong(3)));
        };
    }
}
