package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Organizations;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.MessageId;
import org.rung.common.OrganizationId;
import org.rung.common.Role;
import org.rung.senders.Handover;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Nodes know of each other whether they live, within seconds. */
@RungTest
class HeartbeatTest {
    @Autowired
    NodeStore nodes;

    @Autowired
    OutboxStore outbox;

    @Autowired
    OutboxClaims claims;

    @Autowired
    OutboxBell bell;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    @Autowired
    Organizations organizations;

    @Autowired
    Texts texts;

    @Test
    void a_node_that_fell_silent_is_taken_over_and_one_that_beats_is_not() {
        String silent = UUID.randomUUID().toString();
        db.execute(
                "insert into outbox_nodes (node, seen_at) values (?, utc_timestamp(6) - interval 20 second)", silent);
        var first = heart();
        var second = heart();
        first.start();
        second.start();
        try {
            await("it is forgotten").atMost(Duration.ofMinutes(1)).until(() -> !known(silent));
            await("one beats").atMost(Duration.ofSeconds(30)).until(() -> known(first.node()));
            await("so does the other").atMost(Duration.ofSeconds(30)).until(() -> known(second.node()));
        } finally {
            first.leave();
            second.leave();
        }
        assertThat(known(first.node())).isFalse();
    }

    @Test
    void a_claim_whose_answer_was_lost_waits_again_in_seconds_instead_of_minutes() {
        clock.set(TestClock.TUESDAY_NOON);
        OrganizationId here = organizations.found("Neighbors", "US", ZoneId.of("America/New_York"), true);
        Actor.Member ora = new NewOrganization(here, db).member(Role.ADMIN);
        Texting hello = Texting.first();
        Texting hi = Texting.first();
        MessageId lost = texts.queue(ora, hello.draft()).messageId();
        MessageId answered = texts.queue(ora, hi.draft()).messageId();
        var heart = heart();
        // What other classes left in the queue may have its turn first.
        List<Handover> claimed = new ArrayList<>();
        await().until(() -> {
            claims.claim(heart.node(), clock.instant(), 1_000).handovers().stream()
                    .map(Claimed.Ready::handover)
                    .forEach(claimed::add);
            return claimed.stream().map(Handover::messageId).toList().containsAll(List.of(lost, answered));
        });
        assertThat(List.of(state(lost), state(answered))).containsExactly("SENDING/1", "SENDING/1");
        heart.unanswered(claimed.stream()
                .filter(handover -> handover.messageId().equals(lost))
                .toList());
        heart.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> state(lost).equals("QUEUED/0"));
        } finally {
            heart.leave();
        }
        // Claimed by the same node, and on its way.
        assertThat(state(answered)).isEqualTo("SENDING/1");
    }

    private String state(MessageId text) {
        return String.valueOf(
                db.fetchValue("select concat(state, '/', attempts) from messages where message_id = ?", text.value()));
    }

    private Heartbeat heart() {
        return new Heartbeat(nodes, outbox, bell, transactions, clock, Duration.ofSeconds(2));
    }

    private boolean known(String node) {
        return db.fetchOptional("select 1 from outbox_nodes where node = ?", node)
                .isPresent();
    }
}
