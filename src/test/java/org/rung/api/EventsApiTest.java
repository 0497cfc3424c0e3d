package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.TestClock;
import org.rung.common.Permission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** Programs make events, say who comes, and tell who was there. */
@RungTest
class EventsApiTest {
    @Autowired
    WebApplicationContext house;

    @Autowired
    TestClock clock;

    private Program program;

    @BeforeEach
    void aProgram() {
        clock.set(TestClock.TUESDAY_NOON);
        program = Program.of(house);
    }

    @Test
    void an_event_is_made_published_changed_filled_and_attended() {
        var made = program.post("/events", draft("Rent meeting", "", 1)).ok();
        String id = made.get("id").asString();
        String shift = made.at("/shifts/0/id").asString();
        assertThat(made.get("state").asString()).isEqualTo("DRAFT");
        assertThat(program.post("/events/" + id + "/publish").ok().get("page").asString())
                .contains("/e/");

        String ana = person("Ana", "+14155550141");
        String bo = person("Bo", "+14155550142");
        assertThat(say(id, shift, ana).get("state").asString()).isEqualTo("COMING");
        assertThat(say(id, shift, ana).get("state").asString()).isEqualTo("COMING");
        assertThat(say(id, shift, bo).get("state").asString()).isEqualTo("WAITING");

        int sequence = program.get("/events/" + id).ok().get("sequence").asInt();
        var more = draft("Rent meeting", "\"id\": \"" + shift + "\",", 2)
                .replaceFirst("\\{", "{\"sequence\": " + sequence + ",");
        assertThat(program.put("/events/" + id, more)
                        .ok()
                        .at("/shifts/0/capacity")
                        .asInt())
                .isEqualTo(2);
        assertThat(program.put("/events/" + id, more).status())
                .as("seen before")
                .isEqualTo(409);

        var rsvps = program.get("/events/" + id + "/rsvps?state=COMING").ok().get("items");
        String rsvp = rsvps.get(0).get("id").asString();
        clock.tick(Duration.ofDays(1));
        var answer = program.post(
                        "/events/" + id + "/check-ins",
                        "{\"checkIns\": [{\"key\": \"d-1\", \"rsvp\": \"" + rsvp
                                + "\"}, {\"key\": \"d-2\", \"rsvp\": \"" + id + "\"}]}")
                .ok();
        assertThat(answer.at("/items/0/outcome").asString()).isEqualTo("DONE");
        assertThat(answer.at("/items/1/outcome").asString()).isEqualTo("REFUSED");
        assertThat(program.get("/supporters/" + ana).ok().toString()).contains("\"position\":4");
        assertThat(program.get("/events?limit=1")
                        .ok()
                        .at("/items/0/shifts/0/attended")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void another_organizations_event_is_not_there_and_scopes_are_asked_for() {
        String id = program.post("/events", draft("Rent meeting", "", 1))
                .ok()
                .get("id")
                .asString();
        var strangers = Program.of(house);
        assertThat(strangers.get("/events/" + id).status()).isEqualTo(404);
        assertThat(strangers.post("/events/" + id + "/publish").status()).isEqualTo(404);
        assertThat(strangers.get("/events/" + id + "/rsvps").status()).isEqualTo(404);
        assertThat(program.with(Permission.SEE_PEOPLE)
                        .post("/events", draft("No", "", 1))
                        .status())
                .isEqualTo(403);
        assertThat(program.post("/events", "{\"title\": \"\", \"zone\": \"Mars/Base\"}")
                        .status())
                .isEqualTo(400);
        assertThat(program.post("/events", draft("R", "", 1).replace("http", "javascript:http"))
                        .status())
                .isEqualTo(400);
    }

    private JsonNode say(String event, String shift, String who) {
        return program.post(
                        "/events/" + event + "/rsvps",
                        "{\"supporter\": \"%s\", \"shift\": \"%s\", \"state\": \"COMING\"}".formatted(who, shift))
                .ok();
    }

    private String person(String name, String phone) {
        return program.put("/supporters", """
                        {"source": "petition", "supporters": [{"firstName": "%s", "phones": ["%s"]}]}""".formatted(name, phone))
                .ok()
                .at("/items/0/id")
                .asString();
    }

    private static String draft(String title, String more, int capacity) {
        return """
                {"title": "%s", "zone": "America/New_York", "place": "Library", "online": "https://meet.example.org/x",
                 "shifts": [{%s "startsAt": "2026-10-14T20:00:00Z", "endsAt": "2026-10-14T22:00:00Z", "capacity": %d}]}""".formatted(title, more, capacity);
    }
}
