package org.rung.texting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rung.campaigns.CampaignId;
import org.rung.cast.Phones;
import org.rung.contact.ContactRules;
import org.springframework.beans.factory.annotation.Autowired;

/** The rule reads the texts of one number, however many the organization has sent. */
class ContactRulesCostTest extends TextingStory {
    private static final int OTHERS = Integer.getInteger("rung.cost.texts", 20_000);
    private static final String TEN = "(select 0 n union all select 1 union all select 2 union all select 3 union all"
            + " select 4 union all select 5 union all select 6 union all select 7 union all select 8 union all select 9)";

    @Autowired
    ContactRules rules;

    @Test
    void a_send_and_a_pull_read_no_more_rows_beside_many_texts() {
        CampaignId campaign = campaign(people(50));
        assertThat(assignments.pull(tess, campaign).firstTexts()).isEqualTo(50);
        List<ConversationId> held = heldBy(tess, campaign);
        manyOthers();

        long rule = rowsRead(
                () -> rules.reached(here.organizationId(), now(held.getFirst()).phone()));
        long send = rowsRead(() -> send(tess, held.getFirst()));
        CampaignId next = campaign(people(50));
        long pull = rowsRead(() -> assignments.pull(tom, next));

        assertThat(rule).isLessThan(20);
        assertThat(send).isLessThan(60);
        assertThat(pull).isLessThan(600);
    }

    private void manyOthers() {
        var thread = texts.threadWith(here.organizationId(), Phones.fresh());
        db.execute(
                "insert into messages (message_id, organization_id, thread_id, phone, direction, purpose, state, body,"
                        + " happened_at, created_at, sent_at)"
                        + " select ? + n, ?, ?, concat('+1628', 2000000 + n), 'OUT', 'FIRST_TEXT', 'DELIVERED', 'Hi',"
                        + " '2026-10-12 17:00:00', '2026-10-12 17:00:00', '2026-10-12 17:00:00'"
                        + " from (select a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n + 100000 * f.n n from "
                        + TEN + " a, " + TEN + " b, " + TEN + " c, " + TEN + " d, " + TEN + " e, " + TEN
                        + " f) numbers where n < ?",
                org.rung.common.Id.next(),
                here.organizationId().value(),
                thread.value(),
                OTHERS);
    }

    /** As the server counts them, in one session. */
    private long rowsRead(Runnable work) {
        return transaction.execute(status -> {
            long before = handlers();
            work.run();
            return handlers() - before;
        });
    }

    private long handlers() {
        return db.fetch("show session status like 'Handler_read%'").stream()
                .mapToLong(row -> Long.parseLong(row.get(1, String.class)))
                .sum();
    }
}
