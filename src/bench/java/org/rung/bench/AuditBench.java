package org.rung.bench;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.AuditFilter;
import org.rung.accounts.AuditLog;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.common.Role;
import org.rung.database.BulkInsert;
import org.springframework.beans.factory.annotation.Autowired;

/** A page of the audit log as admins ask for it, at a million lines of one organization, with how the server finds them. */
@RungTest
@Tag("bench")
class AuditBench {
    private static final int LINES = Integer.getInteger("rung.bench.million", 1_000_000);
    private static final int TIMES = 5;

    @Autowired
    DSLContext database;

    @Autowired
    AuditLog log;

    @Autowired
    TestClock clock;

    @Test
    void a_page_by_each_way_of_asking() {
        var here = NewOrganization.with(database);
        var ada = here.member(Role.ADMIN);
        var tess = here.member(Role.TEXTER);
        var now = clock.instant();
        var rows = new ArrayList<Integer>();
        for (int i = 0; i < LINES; i++) rows.add(i);
        database.connection(connection -> BulkInsert.send(
                connection,
                "insert into audit_log (audit_id, organization_id, happened_at, actor_kind, actor_id, verb, subject_kind,"
                        + " subject_id, detail) values ",
                rows,
                (cells, i) -> cells.number(Id.next())
                        .number(here.organizationId().value())
                        .instant(now.minus(Duration.ofSeconds(i * 30L)))
                        .words("MEMBER")
                        .number(
                                i % 50 == 0
                                        ? tess.memberId().value()
                                        : ada.memberId().value())
                        .words(i % 1_000 == 0 ? "campaign.changed" : "supporter.seen")
                        .words(i % 1_000 == 0 ? "campaign" : "supporter")
                        .number((long) (i % 20_000))
                        .words(i % 5_000 == 0 ? "Rent strike" : ""),
                ""));
        database.execute("analyze table audit_log");
        Map<String, AuditFilter> asked = new LinkedHashMap<>();
        asked.put("everything", AuditFilter.ALL);
        asked.put("a member", filter(Optional.of(tess.memberId().value()), Optional.empty(), Optional.empty(), ""));
        asked.put("a rare verb", filter(Optional.empty(), Optional.of("campaign."), Optional.empty(), ""));
        asked.put(
                "a person",
                filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new AuditFilter.Subject("supporter", Optional.of(777L))),
                        ""));
        asked.put("rare words", filter(Optional.empty(), Optional.empty(), Optional.empty(), "rent"));
        asked.forEach((name, filter) -> {
            var times = new long[TIMES];
            for (int i = 0; i < TIMES; i++) {
                var from = System.nanoTime();
                log.page(ada, filter, Page.Wanted.first(50));
                times[i] = System.nanoTime() - from;
            }
            Arrays.sort(times);
            System.out.printf("%-14s %,8.1f ms%n", name, times[TIMES / 2] / 1e6);
        });
        explain(ada, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    private void explain(Actor.Member ada, LocalDateTime now) {
        for (var where : new String[] {
            "",
            " and actor_id = 1",
            " and verb like 'campaign.%'",
            " and subject_kind = 'supporter' and subject_id = 777"
        })
            System.out.println(where + "\n"
                    + database.fetch(
                            "explain select audit_id from audit_log where organization_id = ? and happened_at < ?"
                                    + where + " order by happened_at desc, audit_id desc limit 51",
                            ada.organization().value(),
                            now));
    }

    private static AuditFilter filter(
            Optional<Long> actor, Optional<String> verbs, Optional<AuditFilter.Subject> subject, String words) {
        return new AuditFilter(
                actor,
                verbs,
                subject,
                Optional.of(words).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.empty());
    }
}
