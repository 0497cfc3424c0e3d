package org.rung.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Nodes know of each other whether they live, within seconds. */
@RungTest
class HeartbeatTest {
    @Autowired
    NodeStore nodes;

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
        MessageId text = texts.queue(ora, Texting.first().draft()).messageId();
        var heart = heart();
        assertThatThrownBy(() -> heart.during(now -> {
                    // The commit happened, and nobody was told.
                    db.execute(
                            "update messages set state = 'SENDING', attempts = 1, claimed_by = ?, claimed_at = ?,"
                                    + " due_at = ? where message_id = ?",
                            heart.node(),
                            LocalDateTime.ofInstant(now, ZoneOffset.UTC),
                            LocalDateTime.ofInstant(now.plus(OutboxClaims.LEASE), ZoneOffset.UTC),
                            text.value());
                    throw new IllegalStateException("the connection broke");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(state(text)).isEqualTo("SENDING/1");
        heart.start();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> state(text).equals("QUEUED/0"));
        } finally {
            heart.leave();
        }
    }

    private String state(MessageId text) {
        return String.valueOf(
                db.fetchValue("select concat(state, '/', attempts) from messages where message_id = ?", text.value()));
    }

    private Heartbeat heart() {
        return new Heartbeat(nodes, bell, transactions, clock, Duration.ofSeconds(2));
    }

    private boolean known(String node) {
        return db.fetchOptional("select 1 from outbox_nodes where node = ?", node)
                .isPresent();
    }
}
