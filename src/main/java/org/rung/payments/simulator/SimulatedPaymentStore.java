package org.rung.payments.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.database.Batch;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the simulated provider remembers: its objects, as it answers them. */
@Repository
@ConditionalOnBooleanProperty("rung.demo")
class SimulatedPaymentStore {
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    SimulatedPaymentStore(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param parent what it is found by, beside its own id */
    void put(String account, String kind, String parent, Instant createdAt, Map<String, Object> body) {
        jdbc.update(
                "insert into simulated_payments (object_id, account, kind, parent, created_at, body)"
                        + " values (?, ?, ?, ?, ?, ?) on duplicate key update body = values(body)",
                body.get("id"),
                account,
                kind,
                parent,
                Batch.utc(createdAt),
                json.writeValueAsString(body));
    }

    Optional<Map<String, Object>> find(String account, String id) {
        return bodies("account = ? and object_id = ?", account, id).stream().findFirst();
    }

    List<Map<String, Object>> byParent(String account, String kind, String parent) {
        return bodies("account = ? and kind = ? and parent = ? order by created_at, object_id", account, kind, parent);
    }

    List<Map<String, Object>> since(String account, String kind, Instant since) {
        return bodies(
                "account = ? and kind = ? and created_at >= ? order by created_at desc, object_id desc",
                account,
                kind,
                Batch.utc(since));
    }

    Optional<String> accountOf(String id) {
        return jdbc
                .queryForList("select account from simulated_payments where object_id = ?", String.class, id)
                .stream()
                .findFirst();
    }

    private List<Map<String, Object>> bodies(String which, Object... given) {
        return jdbc.query(
                "select body from simulated_payments where " + which,
                (row, number) -> json.readValue(row.getString(1), OBJECT),
                given);
    }
}
