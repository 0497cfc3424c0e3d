package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rung.api.ProblemsTest.refused;

import java.time.Duration;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.Neighbor;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Id;
import org.rung.review.Strength;
import org.rung.review.WatchedWords;
import org.rung.senders.SenderDraft;
import org.rung.senders.Senders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Programs search texts, decide on what is held, and say how a conversation went. */
@RungTest
class ReviewApiTest {
    @Autowired
    WebApplicationContext house;

    @Autowired
    Senders senders;

    @Autowired
    WatchedWords watched;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    Program program;
    Neighbor nia;
    String conversation;

    @BeforeEach
    void someone_writes() {
        clock.set(TestClock.TUESDAY_NOON);
        program = Program.of(house);
        db.execute("update organizations set undo_seconds = 0 where organization_id = ?", program.organization.value());
        var account = "AC" + "%016x".formatted(Id.next()) + "0123456789abcdef";
        senders.add(
                program.system(),
                new SenderDraft(account, "the-token-of-the-sender", "+14155550100", "The number", false));
        nia = new Neighbor(house, program.organization, Phones.fresh());
        nia.texts("I'll come on Saturday");
        conversation =
                program.get("/conversations").ok().at("/items/0").get("id").asString();
    }

    @Test
    void what_a_watched_word_asks_is_a_conflict_until_the_program_is_sure_and_what_is_held_waits() {
        watched.add(program.system(), "guarantee", Strength.WARN);
        watched.add(program.system(), "promise", Strength.HOLD);
        var asked = say("r-1", "I guarantee it", false);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.at("/detail")).contains("“guarantee” is on your organization's list");
        assertThat(say("r-1", "I guarantee it", true).at("/state")).isEqualTo("QUEUED");
        var held = say("r-2", "I promise", true);
        assertThat(held.at("/state")).isEqualTo("HELD");
        var waiting = program.get("/held-messages").ok();
        assertThat(waiting.at("/items/0/id").asString()).isEqualTo(held.id());
        clock.tick(Duration.ofMinutes(1));
        assertThat(nia.received()).contains("I guarantee it").doesNotContain("I promise");

        var other = Program.of(house);
        assertThat(other.post("/held-messages/" + held.id() + "/released", "{}")
                        .ok()
                        .at("/changed")
                        .asInt())
                .isZero();
        assertThat(program.post("/held-messages/" + held.id() + "/released", "{}")
                        .ok()
                        .at("/changed")
                        .asInt())
                .isEqualTo(1);
        assertThat(program.post("/held-messages/" + held.id() + "/cancelled", "{}")
                        .ok()
                        .at("/changed")
                        .asInt())
                .isZero();
        clock.tick(Duration.ofMinutes(1));
        assertThat(nia.received()).contains("I promise");
    }

    @Test
    void texts_with_a_number_are_listed_and_nonsense_is_named() {
        var found = program.get("/messages?number=" + nia.phone().text().replace("+", "%2B"))
                .ok();
        assertThat(found.at("/items/0/text").asString()).isEqualTo("I'll come on Saturday");
        assertThat(found.at("/items/0/conversation").asString()).isEqualTo(conversation);
        refused(program.get("/messages?number=12"), 400, "number");
        refused(program.get("/messages?answer=yes"), 400, "answer");
        refused(program.get("/messages?after=nonsense"), 400, "after");
        refused(program.get("/messages?words=" + "x".repeat(201)), 400, "words");
    }

    private Program.Answer say(String request, String words, boolean sure) {
        return program.post(
                "/conversations/" + conversation + "/messages",
                "{\"requestId\": \"%s\", \"text\": \"%s\", \"sure\": %s}".formatted(request, words, sure));
    }
}
