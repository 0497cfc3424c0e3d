package org.rung.bench;

import java.util.List;
import org.jooq.DSLContext;
import org.rung.common.Actor;
import org.rung.common.Id;

/** A campaign in the middle of its life, put in by a few statements: conversations in all states, three texts each. */
record Texted(DSLContext database) {

    /** Everyone was sent the first text and has answered nothing yet. */
    void all(Union.Ready ready) {
        begin(ready);
        database.execute(
                "update conversations set state = 'AWAITING_REPLY', last_out_at = ? where campaign_id = ?",
                "2026-10-12 12:00:00",
                ready.campaign().value());
        text(ready, "OUT", "FIRST_TEXT", "DELIVERED", "2026-10-12 12:00:00", "Hi, it's Tess. Will you come?");
    }

    /** Of twenty: eight wait for the person, four for a texter, four for their first text, four are closed. */
    void everyState(Union.Ready ready) {
        begin(ready);
        long campaign = ready.campaign().value();
        text(ready, "OUT", "FIRST_TEXT", "DELIVERED", "2026-10-12 12:00:00", "Hi, it's Tess. Will you come?");
        text(ready, "IN", "INBOUND", "RECEIVED", "2026-10-12 12:30:00", "Maybe. When does it start?");
        text(ready, "OUT", "REPLY", "DELIVERED", "2026-10-12 13:00:00", "At six, on the square. See you there?");
        database.execute(
                "update conversations set state = case when conversation_id mod 20 < 8 then 'AWAITING_REPLY'"
                        + " when conversation_id mod 20 < 12 then 'NEEDS_RESPONSE'"
                        + " when conversation_id mod 20 < 16 then 'NEEDS_FIRST_TEXT' else 'CLOSED' end,"
                        + " closed_reason = case when conversation_id mod 20 < 16 then null else 'DONE' end,"
                        + " unread = conversation_id mod 20 between 8 and 11,"
                        + " waiting_since_at = case when conversation_id mod 20 between 8 and 11 then"
                        + " timestamp('2026-10-12 14:00:00') + interval conversation_id mod 3600 second end,"
                        + " last_in_at = case when conversation_id mod 20 between 12 and 15 then null else '2026-10-12 14:00:00' end,"
                        + " last_out_at = case when conversation_id mod 20 between 12 and 15 then null else '2026-10-12 13:00:00' end"
                        + " where campaign_id = ?",
                campaign);
        // Every eleventh waits for nobody in particular: the inbox.
        database.execute(
                "update conversations set member_id = null, assignment_id = null where campaign_id = ?"
                        + " and conversation_id div 20 mod 11 = 0",
                campaign);
        List.of("messages", "conversations", "threads", "supporters", "standings", "actions")
                .forEach(table -> database.fetch("analyze table " + table));
    }

    private void begin(Union.Ready ready) {
        long organization = ready.here().organizationId().value();
        database.execute(
                "update campaigns set state = 'RUNNING', started_at = '2026-10-12 11:00:00',"
                        + " script_version_id = (select max(script_version_id) from script_versions v where v.script_id = campaigns.script_id),"
                        + " sender_id = (select sender_id from senders s where s.organization_id = campaigns.organization_id)"
                        + " where campaign_id = ?",
                ready.campaign().value());
        database.execute(
                "insert into conversations (conversation_id, organization_id, campaign_id, supporter_id, phone, sender_id, state, created_at)"
                        + " select ? + row_number() over (order by p.supporter_id), p.organization_id, ?, p.supporter_id, p.phone,"
                        + " (select sender_id from senders s where s.organization_id = p.organization_id), 'NEEDS_FIRST_TEXT', '2026-10-12 11:00:00'"
                        + " from supporter_phones p where p.organization_id = ?",
                block(),
                ready.campaign().value(),
                organization);
        database.execute(
                "insert into threads (thread_id, organization_id, phone, sender_id, created_at)"
                        + " select ? + row_number() over (order by conversation_id), organization_id, phone, sender_id, created_at"
                        + " from conversations where campaign_id = ?",
                block(),
                ready.campaign().value());
        int texters = ready.texters().size();
        for (int i = 0; i < texters; i++)
            database.execute(
                    "update conversations set member_id = ? where campaign_id = ? and conversation_id div 20 mod ? = ?",
                    texter(ready, i).memberId().value(),
                    ready.campaign().value(),
                    texters,
                    i);
    }

    private static Actor.Member texter(Union.Ready ready, int i) {
        return ready.texters().get(i);
    }

    private void text(Union.Ready ready, String direction, String purpose, String state, String at, String body) {
        database.execute(
                "insert into messages (message_id, organization_id, thread_id, sender_id, phone, direction, purpose, state, body,"
                        + " topic_id, provider_id, happened_at, created_at)"
                        + " select ? + row_number() over (order by c.conversation_id), c.organization_id, t.thread_id, c.sender_id, c.phone,"
                        + " ?, ?, ?, ?, c.conversation_id, concat('SM', ?, c.conversation_id), ?, ?"
                        + " from conversations c join threads t on t.organization_id = c.organization_id and t.phone = c.phone"
                        + " where c.campaign_id = ?",
                block(),
                direction,
                purpose,
                state,
                body,
                Id.next(),
                at,
                at,
                ready.campaign().value());
    }

    /** So many ids in a row that no other can meet them: the next millisecond's, not yet given. */
    private static long block() {
        long next = Id.next();
        while (Id.next() >> 22 == next >> 22) Thread.onSpinWait();
        return next;
    }
}
