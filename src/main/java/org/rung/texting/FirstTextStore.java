package org.rung.texting;

import static org.rung.texting.SendStore.leaseOfALateSend;
import static org.rung.texting.SendStore.utc;
import static org.rung.texting.SendStore.value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rung.campaigns.CampaignId;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.contact.ContactRule;
import org.rung.database.KeptStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How a conversation's first text is taken to be sent: by one of all who try, of one conversation or of many at once. */
@Repository
class FirstTextStore {
    private static final String FIRST_TEXT_SENT = KeptStatement.MARK + """
            update conversations c
            set c.state_before = 'NEEDS_FIRST_TEXT', c.state = 'AWAITING_REPLY',
              c.leased_before_at = if(c.member_id is null, ?, c.leased_until_at), c.waiting_before_at = null,
              c.suggestion_before = null,
              c.member_id = coalesce(?, c.member_id), c.leased_until_at = null, c.last_out_at = ?
            where c.conversation_id = ? and c.organization_id = ? and c.state = 'NEEDS_FIRST_TEXT'
             and (? = 1 or (
              select count(*) < ? and coalesce(sum(
                m.happened_at > ? or m.sent_at > ? or m.state in ('HELD', 'QUEUED', 'SENDING', 'UNCONFIRMED')), 0) < ?
              from messages m force index (messages_last_out)
              where m.organization_id = ? and m.phone = ? and m.direction = 'OUT' and m.happened_at > ?
               and (m.happened_at > ? or m.sent_at > ? or m.state in ('HELD', 'QUEUED', 'SENDING', 'UNCONFIRMED'))
               and m.purpose = 'FIRST_TEXT' and m.state <> 'CANCELLED') = 1)
             and exists (
              select 1 from campaigns g
              where g.campaign_id = c.campaign_id and g.state = 'RUNNING' lock in share mode)
            """ + SendStore.HELD;

    private static final String FIRST_OF_MANY =
            "select cast(? as signed) as conversation_id, cast(? as signed) as texter,"
                    + " cast(? as signed) as anyones, cast(? as signed) as holder, cast(? as signed) as assignment,"
                    + " cast(? as datetime(6)) as lease";

    private static final String NEXT_OF_MANY =
            " union all select cast(? as signed), cast(? as signed), cast(? as signed),"
                    + " cast(? as signed), cast(? as signed), cast(? as datetime(6))";

    /** Word for word what {@link #FIRST_TEXT_SENT} says, of each of them. */
    private static final String MANY_SENT = """
            ) w
            straight_join conversations c force index (primary) on c.conversation_id = w.conversation_id
            set c.state_before = 'NEEDS_FIRST_TEXT', c.state = 'AWAITING_REPLY',
              c.leased_before_at = if(c.member_id is null, w.lease, c.leased_until_at), c.waiting_before_at = null,
              c.suggestion_before = null,
              c.member_id = coalesce(w.texter, c.member_id), c.leased_until_at = null, c.last_out_at = ?
            where c.organization_id = ? and c.campaign_id = ? and c.state = 'NEEDS_FIRST_TEXT'
             and (? = 1 or (
              select count(*) < ? and coalesce(sum(
                m.happened_at > ? or m.sent_at > ? or m.state in ('HELD', 'QUEUED', 'SENDING', 'UNCONFIRMED')), 0) < ?
              from messages m force index (messages_last_out)
              where m.organization_id = ? and m.phone = c.phone and m.direction = 'OUT' and m.happened_at > ?
               and (m.happened_at > ? or m.sent_at > ? or m.state in ('HELD', 'QUEUED', 'SENDING', 'UNCONFIRMED'))
               and m.purpose = 'FIRST_TEXT' and m.state <> 'CANCELLED') = 1)
             and exists (
              select 1 from campaigns g
              where g.campaign_id = c.campaign_id and g.state = 'RUNNING' lock in share mode)
             and (w.anyones = 1 or c.helper_member_id = w.holder or c.help_since_at is null
              and (c.member_id = w.holder or c.member_id is null and c.assignment_id = w.assignment))
            """;

    private static final String TAKEN =
            "select conversation_id from conversations force index (primary) where conversation_id in (?%s)"
                    + " and organization_id = ? and state = 'AWAITING_REPLY' and last_out_at = ?";

    private final JdbcTemplate jdbc;

    FirstTextStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * NEEDS_FIRST_TEXT becomes AWAITING_REPLY, if the holder holds it (or did, and nobody has taken it since), and the
     * number has not had as many first texts as the contact rules allow. Without a holder, whoever holds it. Its campaign
     * runs until this transaction ends: whoever pauses it waits for that, and no first text comes after a pause.
     */
    boolean sent(
            OrganizationId organizationId,
            Sendable found,
            Optional<MemberId> holder,
            Optional<MemberId> texter,
            Instant now) {
        var rule = found.facts().rule();
        var near = utc(rule.nearSince(now));
        var far = utc(rule.farSince(now));
        return jdbc.update(
                        FIRST_TEXT_SENT,
                        leaseOfALateSend(found, now),
                        value(texter),
                        utc(now),
                        found.conversationId().value(),
                        organizationId.value(),
                        found.facts().overLimit() ? 1 : 0,
                        rule.farMost(),
                        near,
                        near,
                        rule.nearMost(),
                        organizationId.value(),
                        found.phone().text(),
                        // What was held over night counts from when it left, or will.
                        utc(rule.farSince(now).minus(ContactRule.LONGEST_HELD)),
                        far,
                        far,
                        holder.isPresent() ? 0 : 1,
                        value(holder),
                        value(holder),
                        value(found.assignment()))
                == 1;
    }

    /** One of many: who sends it, and who must be found as its holder; nobody in particular where they may answer anyone. */
    record Taker(Sendable found, Optional<MemberId> holder, Optional<MemberId> texter) {}

    /**
     * As {@link #sent}, for conversations of one campaign to numbers that this transaction has locked; those that it took.
     * {@code first} says how often people may be texted, for all of them. The once key of each text still decides, should
     * another have taken one in the same microsecond.
     */
    Set<ConversationId> sent(OrganizationId organizationId, CampaignId campaign, List<Taker> takers, Instant now) {
        var arguments = new ArrayList<Object>();
        for (Taker taker : takers) {
            arguments.add(taker.found().conversationId().value());
            arguments.add(value(taker.texter()));
            arguments.add(taker.holder().isPresent() ? 0 : 1);
            arguments.add(value(taker.holder()));
            arguments.add(value(taker.found().assignment()));
            arguments.add(leaseOfALateSend(taker.found(), now));
        }
        var facts = takers.getFirst().found().facts();
        var rule = facts.rule();
        var near = utc(rule.nearSince(now));
        var far = utc(rule.farSince(now));
        arguments.addAll(List.of(utc(now), organizationId.value(), campaign.value(), facts.overLimit() ? 1 : 0));
        arguments.addAll(List.of(rule.farMost(), near, near, rule.nearMost(), organizationId.value()));
        arguments.addAll(List.of(utc(rule.farSince(now).minus(ContactRule.LONGEST_HELD)), far, far));
        int sent = jdbc.update(
                KeptStatement.MARK + "update (" + FIRST_OF_MANY + NEXT_OF_MANY.repeat(takers.size() - 1) + MANY_SENT,
                arguments.toArray());
        List<ConversationId> all =
                takers.stream().map(taker -> taker.found().conversationId()).toList();
        return sent == all.size() ? Set.copyOf(all) : taken(organizationId, all, now);
    }

    private Set<ConversationId> taken(OrganizationId organizationId, Collection<ConversationId> some, Instant now) {
        var arguments = new ArrayList<Object>();
        some.forEach(id -> arguments.add(id.value()));
        arguments.add(organizationId.value());
        arguments.add(utc(now));
        return new HashSet<>(jdbc.query(
                TAKEN.formatted(", ?".repeat(some.size() - 1)),
                (row, nth) -> new ConversationId(row.getLong(1)),
                arguments.toArray()));
    }
}
