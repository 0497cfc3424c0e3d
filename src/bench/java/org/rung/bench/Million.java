package org.rung.bench;

import java.util.List;
import org.jooq.DSLContext;
import org.rung.accounts.OrganizationFounded;
import org.rung.cast.NewOrganization;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Role;
import org.rung.exchange.Imports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** An organization of that many supporters: imported by the app; standings and moves put in by a few statements. */
class Million {
    @Autowired
    DSLContext database;

    @Autowired
    Imports imports;

    @Autowired
    ApplicationEventPublisher announce;

    @Autowired
    TransactionTemplate transaction;

    Actor of(int rows) throws Exception {
        int people = City.people(rows);
        var kept = database.fetch(
                "select organization_id from supporters group by organization_id having count(*) >= ?", people - 100);
        if (kept.isNotEmpty()) {
            var organization = new OrganizationId(kept.getFirst().get(0, Long.class));
            System.out.println("An organization of " + people + " is here already: no import");
            return new Actor.Member(
                    organization,
                    new MemberId(((Number) database.fetchSingle(
                                            "select min(member_id) from members where organization_id = ?",
                                            organization.value())
                                    .get(0))
                            .longValue()),
                    org.rung.common.Roles.of(Role.ADMIN));
        }
        var here = NewOrganization.with(database);
        transaction.executeWithoutResult(
                status -> announce.publishEvent(new OrganizationFounded(here.organizationId())));
        var ora = here.member(Role.ADMIN);
        new Bench("Import of a city", "rows", 1)
                .of("import of " + rows + " rows with tags and two custom fields", () -> {
                    var id = imports.importAll(ora, "city.csv", new City(rows), "City", "Signed up");
                    var counts = imports.finish(ora, id).counts();
                    System.out.println("  " + counts);
                    if (counts.created() != people) throw new IllegalStateException("Not " + people + ": " + counts);
                    return rows;
                })
                .run();
        climb(here.organizationId().value());
        return ora;
    }

    /** Everyone has done something once; six in ten stand on the lowest rung. */
    private void climb(long organization) {
        long ladder = ((Number) database.fetchSingle(
                                "select ladder_id from ladders where organization_id = ? and kind = 'COMMITMENT'",
                                organization)
                        .get(0))
                .longValue();
        database.execute(
                "insert into standings (ladder_id, supporter_id, organization_id, position, highest, since_at, cause,"
                        + " last_action_at, slipping_at, falls_at)"
                        + " select ?, supporter_id, organization_id, p, p, '2026-09-01', 'Signed',"
                        + " timestamp('2026-10-13') - interval (n * 7919) mod 17280000 second,"
                        + " case when p > 1 then timestamp('2026-10-13') - interval 10 day + interval (n * 31) mod 200 day end,"
                        + " case when p > 1 then timestamp('2026-10-13') + interval 20 + (n * 31) mod 200 day end"
                        + " from (select supporter_id, organization_id, n, case when n mod 10 < 6 then 1 when n mod 10 < 8 then 2"
                        + " when n mod 10 = 8 then 3 when n mod 100 < 79 then 4 when n mod 100 < 94 then 5 else 6 end p"
                        + " from (select supporter_id, organization_id, row_number() over (order by supporter_id) n"
                        + " from supporters where organization_id = ?) numbered) placed",
                ladder,
                organization);
        database.execute(
                "insert into moves (move_id, organization_id, ladder_id, supporter_id, from_position, to_position, cause,"
                        + " actor_kind, happened_at, recorded_at)"
                        + " select supporter_id, organization_id, ladder_id, supporter_id,"
                        + " position - 1, position, 'RULE', 'SYSTEM', last_action_at, last_action_at from standings"
                        + " where organization_id = ? and position > 1",
                organization);
        List.of(
                        "supporters",
                        "supporter_phones",
                        "standings",
                        "moves",
                        "supporter_tags",
                        "supporter_fields",
                        "supporter_batches",
                        "phone_consents",
                        "consents")
                .forEach(table -> database.fetch("analyze table " + table));
    }
}
