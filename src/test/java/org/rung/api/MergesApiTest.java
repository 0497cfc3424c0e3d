package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.Phones;
import org.rung.cast.TestClock;
import org.rung.common.Permission;
import org.rung.merging.Duplicates;
import org.rung.people.Drafts;
import org.rung.people.SupporterForms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Programs find doubles, merge them, and take it back. */
@RungTest
class MergesApiTest {
    @Autowired
    WebApplicationContext house;

    @Autowired
    SupporterForms forms;

    @Autowired
    Duplicates duplicates;

    @Autowired
    TestClock clock;

    Program program;
    String ana;
    String anna;

    @BeforeEach
    void two_entries_of_one_person() {
        program = Program.of(house);
        ana = made("Ana", "94601");
        anna = made("Ana", "");
    }

    private String made(String first, String postalCode) {
        return forms.add(
                        program.system(),
                        Drafts.full(
                                first, "Ruiz", "ana@example.org", "", postalCode, Set.of(), Map.of(), Phones.fresh()))
                .text();
    }

    @Test
    void pairs_are_listed_merged_and_taken_back() {
        clock.tick(Duration.ofMinutes(1));
        duplicates.lookAgain(program.system());
        var pair = program.get("/duplicates").ok().at("/items/0");
        assertThat(pair.at("/first/id").asString()).isEqualTo(ana);
        assertThat(pair.at("/other/id").asString()).isEqualTo(anna);
        assertThat(pair.at("/why/0").asString()).isEqualTo("EMAIL");
        assertThat(program.get("/supporters/" + anna + "/duplicates").ok().at("/items/0"))
                .isEqualTo(pair);

        var merge = program.post(
                "/supporters/" + ana + "/merges",
                "{\"from\": \"%s\", \"values\": {\"PLACE\": \"KEPT\"}}".formatted(anna));
        assertThat(merge.status()).isEqualTo(201);
        assertThat(merge.at("/supporter")).isEqualTo(ana);
        assertThat(program.get("/supporters/" + anna).status()).isEqualTo(404);
        assertThat(program.get("/supporters/" + ana).at("/postalCode")).isEqualTo("94601");
        assertThat(program.get("/merges").ok().at("/items/0")).isEqualTo(merge.ok());
        assertThat(program.post("/supporters/" + ana + "/merges", "{\"from\": \"%s\"}".formatted(anna))
                        .status())
                .isEqualTo(409);

        var undone = program.post("/merges/" + merge.id() + "/undo");
        assertThat(undone.status()).isEqualTo(200);
        assertThat(undone.ok().has("undoneAt")).isTrue();
        assertThat(program.get("/supporters/" + anna).status()).isEqualTo(200);
        assertThat(program.post("/merges/" + merge.id() + "/undo").status()).isEqualTo(409);
    }

    @Test
    void told_apart_they_are_listed_no_more() {
        var two = "{\"first\": \"%s\", \"other\": \"%s\"}".formatted(ana, anna);
        assertThat(program.post("/duplicates/told-apart", two).status()).isEqualTo(204);
        assertThat(program.post("/duplicates/told-apart", two).status()).isEqualTo(204);
        assertThat(program.get("/supporters/" + ana + "/duplicates").ok().at("/items"))
                .isEmpty();
    }

    @Test
    void bad_wishes_get_a_sentence() {
        assertThat(program.post("/supporters/" + ana + "/merges", "{}").status())
                .isEqualTo(400);
        assertThat(program.post("/supporters/" + ana + "/merges", "{\"from\": \"%s\"}".formatted(ana))
                        .status())
                .isEqualTo(400);
        assertThat(program.post(
                                "/supporters/" + ana + "/merges",
                                "{\"from\": \"%s\", \"values\": {\"EMAIL\": null}}".formatted(anna))
                        .status())
                .isEqualTo(400);
        assertThat(program.get("/duplicates?after=nonsense").status()).isEqualTo(400);
        var reader = program.with(Permission.SEE_PEOPLE);
        assertThat(reader.get("/duplicates").status()).isEqualTo(403);
        assertThat(reader.post("/supporters/" + ana + "/merges", "{\"from\": \"%s\"}".formatted(anna))
                        .status())
                .isEqualTo(403);
        assertThat(Program.of(house)
                        .post("/supporters/" + ana + "/merges", "{\"from\": \"%s\"}".formatted(anna))
                        .status())
                .isEqualTo(404);
    }
}
