package org.rung.bench;

import java.io.OutputStream;
import java.time.LocalDateTime;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Role;
import org.rung.exchange.Exports;
import org.rung.exchange.Imports;
import org.springframework.beans.factory.annotation.Autowired;

/** A list of 100,000 comes in, beside a bare batched insert of the same rows into a table of the same shape. */
@RungTest
@Tag("bench")
class ImportBench {
    private static final int PEOPLE = Integer.getInteger("rung.bench.people", 100_000);

    @Autowired
    Imports imports;

    @Autowired
    Exports exports;

    @Autowired
    DSLContext database;

    @Test
    void import_beside_bare_inserts() throws Exception {
        durable();
        database.execute("create table bench_supporters like supporters");
        try {
            new Bench("Import of " + PEOPLE + " supporters", "rows", 3)
                    .of("bare batched JDBC insert, one table", this::bare)
                    .of("import: dedup, phones, consent, list, checkpoints", this::bringIn)
                    .run();
            var ora = people();
            new Bench("The same " + PEOPLE + " known already", "rows", 3)
                    .of("import again, all unchanged", () -> bringIn(ora))
                    .of("export", () -> {
                        exports.supporters(ora, OutputStream.nullOutputStream());
                        return PEOPLE;
                    })
                    .run();
        } finally {
            database.execute("drop table bench_supporters");
        }
    }

    /** The embedded server of the tests saves each second; both sides are to save each commit. */
    private void durable() {
        var saves = database.fetchValue("select @@innodb_flush_log_at_trx_commit");
        System.out.println("innodb_flush_log_at_trx_commit = " + saves);
    }

    private long bare() {
        var organization = NewOrganization.with(database).organizationId().value();
        database.execute("truncate table bench_supporters");
        database.connection(connection -> {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("""
                    insert into bench_supporters (supporter_id, organization_id, first_name, last_name, first_name_folded, email, \
                    postal_code, city, source, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                var now = LocalDateTime.of(2026, 10, 13, 12, 0);
                for (int i = 0; i < PEOPLE; i++) {
                    var cells = People.cells(i);
                    insert.setLong(1, Id.next());
                    insert.setLong(2, organization);
                    insert.setString(3, cells[1]);
                    insert.setString(4, cells[2]);
                    insert.setString(5, cells[1]);
                    insert.setString(6, cells[3]);
                    insert.setString(7, cells[4]);
                    insert.setString(8, cells[5]);
                    insert.setString(9, "Bench");
                    insert.setObject(10, now);
                    insert.setObject(11, now);
                    insert.addBatch();
                    if (i % 4_000 == 3_999 || i == PEOPLE - 1) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
            } finally {
                connection.setAutoCommit(true);
            }
        });
        return PEOPLE;
    }

    private long bringIn() {
        return bringIn(NewOrganization.with(database).member(Role.ADMIN));
    }

    private Actor people() {
        var ora = NewOrganization.with(database).member(Role.ADMIN);
        bringIn(ora);
        return ora;
    }

    private long bringIn(Actor ora) {
        var importId = imports.importAll(ora, "people.csv", new People(PEOPLE), "Bench", "Signed up");
        var counts = imports.finish(ora, importId).counts();
        if (counts.rows() != PEOPLE || counts.rejected() > 0)
            throw new IllegalStateException("Not all came in: " + counts);
        return PEOPLE;
    }
}
