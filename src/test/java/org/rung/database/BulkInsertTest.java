package org.rung.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What was put is what is read, whatever it is made of. */
@RungTest
class BulkInsertTest {
    @Autowired
    DSLContext database;

    record Said(long id, String words) {}

    @Test
    void any_words_arrive_as_they_were() {
        var all = new ArrayList<>(List.of(
                "",
                "'",
                "''",
                "\\",
                "\\'",
                "'); drop table x; --",
                "O'Brien",
                "?",
                "{fn now()}",
                "\"",
                "`",
                "%s",
                "Tomás",
                "李",
                "👩‍🌾",
                "\u0000",
                "\n\r\t\u001a",
                "a\\\\'b",
                "/* */",
                "#",
                "x'41'",
                " trailing "));
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            var words = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                int letter = random.nextInt(4) == 0 ? random.nextInt(0x3000) : random.nextInt(128);
                words.append((char) letter);
            }
            all.add(words.toString());
        }
        database.connection(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create temporary table said (id bigint primary key, words text character set"
                        + " utf8mb4 collate utf8mb4_bin, at datetime(6), n bigint)");
                var at = Instant.parse("2026-10-13T12:00:00.123456Z");
                var rows = IntStream.range(0, all.size())
                        .mapToObj(i -> new Said(i, all.get(i)))
                        .toList();
                long changed = BulkInsert.send(
                        connection,
                        "insert into said (id, words, at, n) values ",
                        rows,
                        (insert, row) -> insert.number(row.id())
                                .words(row.words())
                                .instant(at)
                                .number(null),
                        "");
                assertThat(changed).isEqualTo(all.size());
                var read = statement.executeQuery("select words, cast(at as char), n from said order by id");
                for (var words : all) {
                    assertThat(read.next()).isTrue();
                    assertThat(read.getString(1)).isEqualTo(words);
                    assertThat(read.getString(2)).isEqualTo("2026-10-13 12:00:00.123456");
                    assertThat(read.getObject(3)).isNull();
                }
                statement.execute("drop temporary table said");
            }
        });
    }

    @Test
    void more_than_fits_one_packet_goes_in_parts() {
        database.connection(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("create temporary table many (id bigint primary key, words text)");
                var long1 = "á".repeat(10_000);
                var rows = IntStream.range(0, 1_000)
                        .mapToObj(i -> new Said(i % 900, long1))
                        .toList();
                long changed = BulkInsert.send(
                        connection,
                        "insert ignore into many (id, words) values ",
                        rows,
                        (insert, row) -> insert.number(row.id()).words(row.words()),
                        "");
                assertThat(changed).isEqualTo(900);
                statement.execute("drop temporary table many");
            }
        });
    }
}
