package org.rung.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rung.common.Id;

/**
 * The count after the storm, of what the database holds against what callers, neighbors and the provider saw with their
 * own eyes. Each violation names its ids.
 */
final class Reckoning {
    private static final Set<String> ANSWERS = Set.of("CONFIRMATION", "HELP");
    private static final Set<String> LEFT = Set.of("SENT", "DELIVERED", "UNDELIVERED", "UNKNOWN");
    private static final Set<String> STAYED = Set.of("CANCELLED", "HELD", "FAILED");

    private record Row(
            long id,
            String phone,
            String direction,
            String purpose,
            String state,
            String body,
            @Nullable String providerId,
            @Nullable Instant claimedAt,
            String threadPhone) {
        String name() {
            return "%d (%s, %s, %s)".formatted(id, purpose, state, phone);
        }
    }

    private record Words(String phone, String body) {}

    private final Town town;
    private final Books books;
    private final List<MoodyTwilio.Taken> taken;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> states = new TreeMap<>();
    private int doubles;
    private int losses;

    private Reckoning(Town town, Books books, List<MoodyTwilio.Taken> taken) {
        this.town = town;
        this.books = books;
        this.taken = taken;
    }

    static Reckoning of(Town town, Books books, List<MoodyTwilio.Taken> taken, Connection database)
            throws SQLException {
        var count = new Reckoning(town, books, taken);
        List<Row> rows = rows(town, database);
        count.violations.addAll(books.oddities);
        count.out(rows.stream().filter(row -> row.direction().equals("OUT")).toList());
        count.in(rows.stream().filter(row -> row.direction().equals("IN")).toList());
        count.stopped(rows, database);
        count.standing(database);
        return count;
    }

    List<String> violations() {
        return violations;
    }

    Map<String, Integer> states() {
        return states;
    }

    int doubles() {
        return doubles;
    }

    int losses() {
        return losses;
    }

    private void out(List<Row> out) {
        Map<Long, Row> byId = out.stream().collect(Collectors.toMap(Row::id, row -> row));
        out.forEach(row -> states.merge(row.state(), 1, Integer::sum));
        Map<Words, List<Row>> written =
                out.stream().collect(Collectors.groupingBy(row -> new Words(row.phone(), row.body())));
        Map<Words, List<MoodyTwilio.Taken>> given =
                taken.stream().collect(Collectors.groupingBy(text -> new Words(text.to(), text.body())));

        books.accepted.forEach((requestId, text) -> {
            Row row = byId.get(Id.parse("id", text.message()));
            if (row == null) {
                losses++;
                violations.add("%s was accepted as %s and is not there".formatted(requestId, text.message()));
            }
        });
        // Words may be the same twice: then as many must have left as stand as sent.
        written.forEach((words, rows) -> {
            int there = given.getOrDefault(words, List.of()).size();
            long left = rows.stream().filter(row -> LEFT.contains(row.state())).count();
            long unclear = rows.stream()
                    .filter(row -> row.state().equals("UNCONFIRMED"))
                    .count();
            if (there > left + unclear) {
                doubles += (int) (there - left - unclear);
                violations.add("The provider has %d of %s: %s".formatted(there, names(rows), given.get(words)));
            }
            if (there < left) {
                losses += (int) (left - there);
                violations.add("The provider has %d of %s".formatted(there, names(rows)));
            }
            rows.stream()
                    .filter(row -> !LEFT.contains(row.state())
                            && !STAYED.contains(row.state())
                            && !row.state().equals("UNCONFIRMED"))
                    .forEach(row -> violations.add("Still on its way: " + row.name()));
        });
        given.forEach((words, texts) -> {
            if (!written.containsKey(words)) violations.add("Nobody wrote what the provider has: " + texts);
        });
        for (Row row : out) {
            switch (row.state()) {
                case "CANCELLED" -> {
                    // A STOP takes back everything, another text of theirs a first text that nobody claimed yet.
                    boolean takenBack = books.stopping.contains(row.phone())
                            || row.purpose().equals("FIRST_TEXT") && books.heard.contains(row.phone());
                    if (!takenBack) violations.add("Cancelled for no reason: " + row.name());
                }
                case "HELD" -> {
                    if (!town.sleeps(row.phone())) violations.add("Held though it is day: " + row.name());
                }
                case "FAILED" -> violations.add("Failed though nothing was refused for good: " + row.name());
                default -> {}
            }
        }
        taken.stream().filter(text -> town.sleeps(text.to())).forEach(text -> {
            var rows = written.getOrDefault(new Words(text.to(), text.body()), List.of());
            if (rows.stream().noneMatch(row -> ANSWERS.contains(row.purpose()))) {
                violations.add("Left at night: %s, %s".formatted(names(rows), text));
            }
        });
    }

    private void in(List<Row> in) {
        Map<String, List<Row>> bySid = new HashMap<>();
        in.forEach(row -> bySid.computeIfAbsent(String.valueOf(row.providerId()), sid -> new ArrayList<>())
                .add(row));
        books.stored.forEach((sid, text) -> {
            var rows = bySid.getOrDefault(sid, List.of());
            if (rows.size() != 1) {
                losses += rows.isEmpty() ? 1 : 0;
                doubles += rows.size() > 1 ? 1 : 0;
                violations.add("%s was acknowledged and is there %d times".formatted(sid, rows.size()));
            } else if (!rows.getFirst().threadPhone().equals(text.phone())
                    || !rows.getFirst().body().equals(text.body())) {
                violations.add("%s of %s stands in the thread of %s"
                        .formatted(sid, text.phone(), rows.getFirst().threadPhone()));
            }
        });
        bySid.keySet().stream()
                .filter(sid -> !books.stored.containsKey(sid))
                .forEach(sid -> violations.add("Nobody sent what came in as " + sid));
    }

    /** From the acknowledgement on, by the clock of this machine, which is also the apps'. */
    private void stopped(List<Row> rows, Connection database) throws SQLException {
        Map<String, List<Row>> byPhone =
                rows.stream().filter(row -> row.direction().equals("OUT")).collect(Collectors.groupingBy(Row::phone));
        Map<String, String> consents = new HashMap<>();
        query(
                database,
                "select phone, consent from phone_consents where organization_id = ?",
                row -> consents.put(row.getString(1), row.getString(2)));
        books.stopped.forEach((phone, when) -> {
            if (!"OPTED_OUT".equals(consents.get(phone))) {
                violations.add("%s said STOP and stands as %s".formatted(phone, consents.get(phone)));
            }
            var sent = byPhone.getOrDefault(phone, List.of());
            sent.stream()
                    .filter(row -> !ANSWERS.contains(row.purpose())
                            && row.claimedAt() != null
                            && row.claimedAt().isAfter(when))
                    .forEach(row -> violations.add(
                            "Claimed at %s after a STOP of %s: %s".formatted(row.claimedAt(), when, row.name())));
            long confirmations = sent.stream()
                    .filter(row -> row.purpose().equals("CONFIRMATION"))
                    .count();
            if (confirmations != 1) violations.add("%s said STOP and got %d answers".formatted(phone, confirmations));
        });
    }

    /** What screens rest on. */
    private void standing(Connection database) throws SQLException {
        query(
                database,
                "select conversation_id, state from conversations where organization_id = ?"
                        + " and (state = 'NEEDS_RESPONSE') <> (waiting_since_at is not null)",
                row -> violations.add(
                        "Conversation %d is %s and waits otherwise".formatted(row.getLong(1), row.getString(2))));
        query(
                database,
                "select phone, count(*) from threads where organization_id = ? group by phone having count(*) > 1",
                row -> violations.add("%s has %d threads".formatted(row.getString(1), row.getInt(2))));
    }

    private static List<String> names(List<Row> rows) {
        return rows.stream().map(Row::name).toList();
    }

    private static List<Row> rows(Town town, Connection database) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (var statement = database.prepareStatement(
                "select m.message_id, m.phone, m.direction, m.purpose, m.state, m.body, m.provider_id, m.claimed_at, t.phone"
                        + " from messages m join threads t on t.thread_id = m.thread_id where m.organization_id = ?")) {
            statement.setLong(1, town.organization().value());
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    var claimedAt = found.getObject(8, LocalDateTime.class);
                    rows.add(new Row(
                            found.getLong(1),
                            found.getString(2),
                            found.getString(3),
                            found.getString(4),
                            found.getString(5),
                            found.getString(6),
                            found.getString(7),
                            claimedAt == null ? null : claimedAt.toInstant(ZoneOffset.UTC),
                            found.getString(9)));
                }
            }
        }
        return rows;
    }

    private interface Each {
        void row(ResultSet row) throws SQLException;
    }

    private void query(Connection database, String sql, Each each) throws SQLException {
        try (var statement = database.prepareStatement(sql)) {
            statement.setLong(1, town.organization().value());
            try (var found = statement.executeQuery()) {
                while (found.next()) each.row(found);
            }
        }
    }
}
