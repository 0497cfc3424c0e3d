package org.rung.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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

    /** The provider's own word for a number that wants nothing from us. */
    private static final String OPTED_OUT = "21610";

    /** From the last look at the clock to the provider's door, on a machine that is busy with a storm. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(2);

    private record Row(
            long id,
            String phone,
            String direction,
            String purpose,
            String state,
            String body,
            @Nullable String providerId,
            @Nullable Instant claimedAt,
            String threadPhone,
            @Nullable String errorCode,
            @Nullable Instant dueAt) {
        String name() {
            return "%d (%s, %s, %s)".formatted(id, purpose, state, phone);
        }

        boolean hoursLater() {
            return dueAt != null && dueAt.isAfter(Instant.now().plus(Duration.ofHours(2)));
        }
    }

    private record Words(String phone, String body) {}

    private final Town town;
    private final Books books;
    private final MoodyTwilio provider;
    private final Instant closesAt;
    private final List<MoodyTwilio.Taken> taken;
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> states = new TreeMap<>();
    private int doubles;
    private int losses;
    private String closing = "";
    private long heldAtClosing;

    private Reckoning(Town town, Books books, MoodyTwilio provider, Instant closesAt) {
        this.town = town;
        this.books = books;
        this.provider = provider;
        this.closesAt = closesAt;
        this.taken = provider.taken();
    }

    /** @param closesAt when the texting hours of those end whose campaign closes in the middle of the storm */
    static Reckoning of(Town town, Books books, MoodyTwilio provider, Instant closesAt, Connection database)
            throws SQLException {
        var count = new Reckoning(town, books, provider, closesAt);
        List<Row> rows = rows(town, database);
        count.violations.addAll(books.oddities);
        count.out(rows.stream().filter(row -> row.direction().equals("OUT")).toList());
        count.in(rows.stream().filter(row -> row.direction().equals("IN")).toList());
        count.stopped(rows, database);
        count.closed(rows);
        count.standing(database);
        return count;
    }

    List<String> violations() {
        return violations;
    }

    Map<String, Integer> states() {
        return states;
    }

    /** What became of the texts of those whose hours ended meanwhile, in a sentence. */
    String closing() {
        return closing;
    }

    long heldAtClosing() {
        return heldAtClosing;
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
            var texts = given.getOrDefault(words, List.of());
            int there = texts.size();
            // What the provider took and then gave back may have left once more, or wait for that.
            long forGood = texts.stream().filter(text -> !text.fate().again()).count();
            long left = rows.stream().filter(row -> LEFT.contains(row.state())).count();
            long unclear = rows.stream()
                    .filter(row -> row.state().equals("UNCONFIRMED"))
                    .count();
            long arrived =
                    rows.stream().filter(row -> row.state().equals("DELIVERED")).count();
            if (forGood > left + unclear) {
                doubles += (int) (forGood - left - unclear);
                violations.add("The provider has %d of %s: %s".formatted(there, names(rows), given.get(words)));
            }
            if (there < left || forGood < arrived) {
                losses += (int) Math.max(left - there, arrived - forGood);
                violations.add("The provider has %d of %s".formatted(there, names(rows)));
            }
            rows.stream()
                    .filter(row -> !LEFT.contains(row.state())
                            && !STAYED.contains(row.state())
                            && !row.state().equals("UNCONFIRMED")
                            && !waits(row))
                    .forEach(row -> violations.add("Still on its way: " + row.name()));
        });
        given.forEach((words, texts) -> {
            if (!written.containsKey(words)) violations.add("Nobody wrote what the provider has: " + texts);
        });
        for (Row row : out) {
            switch (row.state()) {
                case "CANCELLED" -> {
                    // A STOP takes back everything, another text of theirs a first text that nobody claimed yet.
                    boolean takenBack = provider.optedOut(row.phone())
                            || books.stopping.contains(row.phone())
                            || row.purpose().equals("FIRST_TEXT") && books.heard.contains(row.phone());
                    if (!takenBack) violations.add("Cancelled for no reason: " + row.name());
                }
                case "HELD" -> {
                    if (!town.sleeps(row.phone()) && !town.closes(row.phone()) && !waits(row))
                        violations.add("Held though it is day: " + row.name());
                }
                case "FAILED" -> {
                    if (!provider.optedOut(row.phone()) || !OPTED_OUT.equals(row.errorCode()))
                        violations.add("Failed though nothing was refused for good: " + row.name());
                }
                case "UNDELIVERED" -> {
                    boolean filtered = MoodyTwilio.Fate.FILTERED.code().equals(row.errorCode());
                    if (filtered
                            && given.getOrDefault(new Words(row.phone(), row.body()), List.of()).stream()
                                    .noneMatch(text -> text.fate() == MoodyTwilio.Fate.FILTERED))
                        violations.add("Filtered though nobody said so: " + row.name());
                }
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

    /** For the one more try of a telephone that is off, or behind it: texts to one number leave in their order. */
    private boolean waits(Row row) {
        return provider.off(row.phone())
                && row.hoursLater()
                && (row.state().equals("QUEUED") || row.state().equals("HELD"));
    }

    /** Nothing is handed over once the hours are over, but for the two answers that carriers ask for. */
    private void closed(List<Row> rows) {
        Map<Words, List<Row>> written = rows.stream()
                .filter(row -> row.direction().equals("OUT") && town.closes(row.phone()))
                .collect(Collectors.groupingBy(row -> new Words(row.phone(), row.body())));
        var afterwards = taken.stream()
                .filter(text -> town.closes(text.to()) && text.asked().isAfter(closesAt))
                .filter(text -> written.getOrDefault(new Words(text.to(), text.body()), List.of()).stream()
                        .noneMatch(row -> ANSWERS.contains(row.purpose())))
                .toList();
        afterwards.stream()
                .filter(text -> text.asked().isAfter(closesAt.plus(ON_ITS_WAY)))
                .forEach(text -> violations.add("Handed over after %s: %s".formatted(closesAt, text)));
        long before = taken.stream().filter(text -> town.closes(text.to())).count() - afterwards.size();
        heldAtClosing = written.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.state().equals("HELD"))
                .count();
        closing = "closing   at %s: %d handed over before, %d on their way just then, %d held for another day"
                .formatted(closesAt, before, afterwards.size(), heldAtClosing);
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
            // Whoever the provider had opted out already is not thanked for it.
            if (confirmations > 1 || confirmations == 0 && !provider.optedOut(phone))
                violations.add("%s said STOP and got %d answers".formatted(phone, confirmations));
        });
        byPhone.forEach((phone, sent) -> {
            long refused = sent.stream()
                    .filter(row -> row.state().equals("FAILED") && !ANSWERS.contains(row.purpose()))
                    .count();
            if (refused > 0 && !"OPTED_OUT".equals(consents.get(phone)))
                violations.add("%s was refused as opted out and stands as %s".formatted(phone, consents.get(phone)));
            if (refused > 1) violations.add("%s was refused for good and tried %d times".formatted(phone, refused));
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
                "select m.message_id, m.phone, m.direction, m.purpose, m.state, m.body, m.provider_id, m.claimed_at, t.phone,"
                        + " m.error_code, m.due_at"
                        + " from messages m join threads t on t.thread_id = m.thread_id where m.organization_id = ?")) {
            statement.setLong(1, town.organization().value());
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    var claimedAt = found.getObject(8, LocalDateTime.class);
                    var dueAt = found.getObject(11, LocalDateTime.class);
                    rows.add(new Row(
                            found.getLong(1),
                            found.getString(2),
                            found.getString(3),
                            found.getString(4),
                            found.getString(5),
                            found.getString(6),
                            found.getString(7),
                            claimedAt == null ? null : claimedAt.toInstant(ZoneOffset.UTC),
                            found.getString(9),
                            found.getString(10),
                            dueAt == null ? null : dueAt.toInstant(ZoneOffset.UTC)));
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
