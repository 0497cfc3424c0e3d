package org.rung.merging;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.rung.common.OrganizationId;
import org.rung.people.SupporterId;
import org.springframework.stereotype.Repository;

/**
 * Who looks alike, said once and asked in two ways: of everybody at once, and of one person. What more than a few share is no
 * sign of a double, such as an address that stands for "none".
 */
@Repository
class AlikeStore {
    private static final int MANY = 8;
    private static final int MOST_OF_ONE = 20;

    private static final String ALIKE = """
            (left(replace(x.first_name_folded, '.', ''), char_length(replace(y.first_name_folded, '.', '')))
               = replace(y.first_name_folded, '.', '')
             or left(replace(y.first_name_folded, '.', ''), char_length(replace(x.first_name_folded, '.', '')))
               = replace(x.first_name_folded, '.', ''))
            """;

    private static final String EMAIL = "case when " + ALIKE + " then 2 else 8 end\n";

    private static final String NAME_AND_CITY = """
            y.last_name = x.last_name and y.first_name = x.first_name and y.city = x.city and y.region = x.region
            and (x.postal_code = '' or y.postal_code = '')
            """;

    private static final String OF_ALL = """
            select x.supporter_id a, y.supporter_id b, 1 why
            from (select phone from supporter_phones where organization_id = {0}
                  group by phone having count(*) between 2 and {1}) many
            join supporter_phones p on p.organization_id = {0} and p.phone = many.phone
            join supporter_phones q on q.organization_id = {0} and q.phone = many.phone and q.supporter_id > p.supporter_id
            join supporters x on x.supporter_id = p.supporter_id
            join supporters y on y.supporter_id = q.supporter_id
            where\s""" + ALIKE + """
            union all
            select x.supporter_id, y.supporter_id,\s""" + EMAIL + """
            from (select email from supporters where organization_id = {0} and email > ''
                  group by email having count(*) between 2 and {1}) many
            join supporters x on x.organization_id = {0} and x.email = many.email
            join supporters y on y.organization_id = {0} and y.email = many.email and y.supporter_id > x.supporter_id
            union all
            select x.supporter_id, y.supporter_id, 4
            from (select last_name, first_name, postal_code from supporters
                  where organization_id = {0} and last_name > '' and first_name > '' and postal_code > ''
                  group by last_name, first_name, postal_code having count(*) between 2 and {1}) many
            join supporters x on x.organization_id = {0} and x.last_name = many.last_name
              and x.first_name = many.first_name and x.postal_code = many.postal_code
            join supporters y on y.organization_id = {0} and y.last_name = many.last_name
              and y.first_name = many.first_name and y.postal_code = many.postal_code and y.supporter_id > x.supporter_id
            union all
            select x.supporter_id, y.supporter_id, 4
            from (select last_name, first_name, city, region from supporters
                  where organization_id = {0} and last_name > '' and first_name > '' and city > ''
                  group by last_name, first_name, city, region
                  having count(*) between 2 and {1} and min(postal_code) = '') many
            join supporters x on x.organization_id = {0} and x.last_name = many.last_name
              and x.first_name = many.first_name and x.city = many.city and x.region = many.region
            join supporters y on y.organization_id = {0} and y.supporter_id > x.supporter_id and\s""" + NAME_AND_CITY;

    private static final String OF_ONE = """
            (select y.supporter_id other, 1 why
            from supporters x
            join supporter_phones p on p.supporter_id = x.supporter_id
            join supporter_phones q on q.organization_id = {0} and q.phone = p.phone and q.supporter_id <> p.supporter_id
            join supporters y on y.supporter_id = q.supporter_id
            where x.supporter_id = {2} and x.organization_id = {0} and\s""" + ALIKE + """
            limit {1})
            union all
            (select y.supporter_id,\s""" + EMAIL + """
            from supporters x
            join supporters y on y.organization_id = {0} and y.email = x.email and y.supporter_id <> x.supporter_id
            where x.supporter_id = {2} and x.organization_id = {0} and x.email > '' limit {1})
            union all
            (select y.supporter_id, 4
            from supporters x
            join supporters y on y.organization_id = {0} and y.last_name = x.last_name and y.first_name = x.first_name
              and y.postal_code = x.postal_code and y.supporter_id <> x.supporter_id
            where x.supporter_id = {2} and x.organization_id = {0}
              and x.last_name > '' and x.first_name > '' and x.postal_code > '' limit {1})
            union all
            (select y.supporter_id, 4
            from supporters x
            join supporters y on y.organization_id = {0} and y.supporter_id <> x.supporter_id and\s""" + NAME_AND_CITY + """
            where x.supporter_id = {2} and x.organization_id = {0}
              and x.last_name > '' and x.first_name > '' and x.city > '' limit {1})
            """;

    private static final String STRENGTH = Arrays.stream(Likeness.values())
            .map(each -> "((why & " + each.bit() + ") <> 0) * " + each.strength())
            .collect(Collectors.joining(" + "));

    private final DSLContext db;

    AlikeStore(DSLContext db) {
        this.db = db;
    }

    /** Whom somebody told apart from another is no double of theirs. Whoever is erased meanwhile is passed over. */
    void findAll(OrganizationId organizationId, Instant now) {
        db.execute(filled(
                """
                insert ignore into duplicates (supporter_id, other_supporter_id, organization_id, reasons, strength, found_at)
                select found.a, found.b, {0}, found.why,\s""" + STRENGTH + """
                , {2}
                from (select a, b, bit_or(why) why from (\s""" + OF_ALL + """
                ) each_reason group by a, b) found
                left join told_apart t on t.supporter_id = found.a and t.other_supporter_id = found.b
                where t.supporter_id is null
                on duplicate key update reasons = values(reasons), strength = values(strength), found_at = values(found_at)
                """,
                organizationId,
                MANY,
                "'" + LocalDateTime.ofInstant(now, ZoneOffset.UTC).toString().replace('T', ' ') + "'"));
    }

    record Alike(SupporterId other, int reasons) {}

    /** The most alike first. */
    List<Alike> of(OrganizationId organizationId, SupporterId supporterId) {
        return db.resultQuery(filled(
                        """
                select found.other, found.why from (select other, bit_or(why) why from (\s""" + OF_ONE + """
                ) each_reason group by other) found
                left join told_apart t on t.supporter_id = least(found.other, {2})
                  and t.other_supporter_id = greatest(found.other, {2})
                where t.supporter_id is null
                order by\s""" + STRENGTH + """
                 desc, found.other limit {1}
                """,
                        organizationId,
                        MOST_OF_ONE,
                        Long.toString(supporterId.value())))
                .fetch(row -> new Alike(new SupporterId(row.get(0, Long.class)), row.get(1, Integer.class)));
    }

    /** Numbers and a time only: nothing that a person wrote becomes part of the text. */
    private static String filled(String sql, OrganizationId organizationId, int most, String third) {
        return sql.replace("{0}", Long.toString(organizationId.value()))
                .replace("{1}", Integer.toString(most))
                .replace("{2}", third);
    }
}
