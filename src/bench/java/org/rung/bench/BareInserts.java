package org.rung.bench;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.rung.bench.Crowd.Deed;
import org.rung.common.Id;
import org.rung.common.OrganizationId;

/** The least that keeping a text can cost: a transaction that inserts one row into a table of the same shape, and commits. */
final class BareInserts implements AutoCloseable {
    private final DSLContext database;
    private final OrganizationId organization;

    BareInserts(DSLContext database, OrganizationId organization) {
        this.database = database;
        this.organization = organization;
        database.execute("drop table if exists bench_messages");
        database.execute("create table bench_messages like messages");
    }

    List<Deed> of(int callers, int count) {
        var deeds = new ArrayList<Deed>();
        for (int i = 0; i < callers; i++) {
            var left = new int[] {count / callers};
            deeds.add(() -> {
                if (left[0]-- == 0) return false;
                insert();
                return true;
            });
        }
        return deeds;
    }

    private void insert() {
        var now = LocalDateTime.of(2026, 10, 13, 12, 0);
        database.connection(connection -> {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(
                    "insert into bench_messages (message_id, organization_id, thread_id, phone, direction, purpose, state,"
                            + " body, happened_at, created_at) values (?, ?, ?, ?, 'OUT', 'FIRST_TEXT', 'QUEUED', ?, ?, ?)")) {
                insert.setLong(1, Id.next());
                insert.setLong(2, organization.value());
                insert.setLong(3, organization.value());
                insert.setString(4, "+15105550100");
                insert.setString(5, "Hi Maya, it's Tess with the Neighbors. Will you come? Reply STOP to end");
                insert.setObject(6, now);
                insert.setObject(7, now);
                insert.executeUpdate();
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    @Override
    public void close() {
        database.execute("drop table bench_messages");
    }
}
