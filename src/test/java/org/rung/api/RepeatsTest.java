package org.rung.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.AtOnce;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

@RungTest
class RepeatsTest {
    private static final String SCRIPT =
            "{\"name\": \"Rent meeting\", \"firstText\": \"Hi {firstName|there}, coming? Reply STOP to opt out.\","
                    + " \"question\": {\"key\": \"coming\", \"words\": \"Coming?\", \"answers\": [{\"key\": \"yes\", \"label\": \"Yes\","
                    + " \"effects\": [{\"do\": \"ACTION\", \"action\": \"RSVPED\"}]}]}}";

    @Autowired
    WebApplicationContext house;

    @Autowired
    DSLContext db;

    Program program;

    @BeforeEach
    void come() {
        program = Program.of(house);
    }

    @Test
    void the_same_key_and_body_get_the_same_answer_and_make_one_thing() {
        String turf = same("turfs", "turfs", "{\"name\": \"Everyone\", \"filters\": [], \"search\": \"\"}");
        String script = same("scripts", "scripts", SCRIPT);
        same(
                "campaigns",
                "campaigns",
                "{\"name\": \"Rent\", \"turf\": \"" + turf + "\", \"script\": \"" + script + "\"}");
    }

    private String same(String path, String table, String body) {
        var first = program.once("key-1", "/" + path, "application/json", body);
        var again = program.once("key-1", "/" + path, "application/json", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.raw().getHeader("Location")).isEqualTo(first.raw().getHeader("Location"));
        assertThat(count(table)).isEqualTo(1);

        var other = program.once(
                "key-1", "/" + path, "application/json", body.replace("\"name\": \"", "\"name\": \"Other "));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("/type")).isEqualTo("urn:rung:problem:conflict");
        assertThat(program.once(
                                "key-2",
                                "/" + path,
                                "application/json",
                                body.replace("\"name\": \"", "\"name\": \"Other "))
                        .status())
                .isEqualTo(201);
        assertThat(Program.of(house)
                        .once("key-1", "/" + path, "application/json", body)
                        .text())
                .doesNotContain(first.id());
        return first.id();
    }

    @Test
    void the_same_file_with_the_same_key_is_one_import() {
        String path = "/imports?source=petition&consent=Checked+the+box";
        String csv = "First name,Mobile\nNia,(510) 555-0132\n";

        var first = program.once("list", path, "text/csv", csv);
        var again = program.once("list", path, "text/csv", csv);

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(count("imports")).isEqualTo(1);
        assertThat(program.once("list", path, "text/csv", csv + "Abe,(510) 555-0133\n")
                        .status())
                .isEqualTo(409);
        assertThat(program.once("list", path + "&country=CA", "text/csv", csv).status())
                .isEqualTo(409);
        assertThat(count("imports")).isEqualTo(1);
    }

    @Test
    void what_was_refused_may_come_again_with_its_key() {
        assertThat(program.once("key", "/turfs", "application/json", "{\"name\": \"\"}")
                        .status())
                .isEqualTo(400);
        assertThat(program.once("key", "/turfs", "application/json", "{\"name\": \"Ward 3\"}")
                        .status())
                .isEqualTo(201);
        assertThat(program.once("two words", "/turfs", "application/json", "{\"name\": \"Ward 4\"}")
                        .at("/field"))
                .isEqualTo("Idempotency-Key");
    }

    @Test
    void eight_at_once_with_one_key_make_one_thing() throws Exception {
        List<Callable<String>> calls = IntStream.range(0, 8)
                .<Callable<String>>mapToObj(i -> () -> program.once("key", "/scripts", "application/json", SCRIPT)
                        .id())
                .toList();

        assertThat(AtOnce.all(calls))
                .hasSize(8)
                .containsOnly(program.once("key", "/scripts", "application/json", SCRIPT)
                        .id());
        assertThat(count("scripts")).isEqualTo(1);
    }

    private int count(String table) {
        return db.fetchSingle(
                        "select count(*) from " + table + " where organization_id = ?", program.organization.value())
                .get(0, int.class);
    }
}
