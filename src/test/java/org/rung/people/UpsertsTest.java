package org.rung.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rung.people.Upserted.Outcome.CREATED;
import static org.rung.people.Upserted.Outcome.UNCHANGED;
import static org.rung.people.Upserted.Outcome.UPDATED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@RungTest
class UpsertsTest {
    /** Far less than one for every hundred rows. */
    private static final int A_FEW = 25;

    private static final PhoneNumber PHONE = new PhoneNumber("+15105550132");
    private static final PhoneNumber OTHER = new PhoneNumber("+15105550177");

    @Autowired
    Upserts upserts;

    @Autowired
    DSLContext database;

    @Autowired
    TransactionTemplate transactions;

    OrganizationId organization;

    @BeforeEach
    void found() {
        organization = organization();
    }

    @Test
    void the_same_number_and_name_is_the_same_person_however_the_name_is_written() {
        var first = upsert(SupporterDraft.of("José", "Reyes", PHONE)).getFirst();
        var again = upsert(SupporterDraft.of("JOSE ", "Reyes", PHONE)).getFirst();

        assertThat(first.outcome()).isEqualTo(CREATED);
        assertThat(again.supporterId()).isEqualTo(first.supporterId());
        assertThat(people()).isEqualTo(1);
    }

    @Test
    void a_list_in_capitals_does_not_spoil_a_name_and_a_careful_one_mends_it() {
        var jose = upsert(SupporterDraft.of("JOSE", "", PHONE)).getFirst();

        assertThat(upsert(SupporterDraft.of("José", "", PHONE)).getFirst().outcome())
                .isEqualTo(UPDATED);
        assertThat(upsert(SupporterDraft.of("jose", "", PHONE)).getFirst().outcome())
                .isEqualTo(UNCHANGED);
        assertThat(field("first_name", jose)).isEqualTo("José");
    }

    @Test
    void another_first_name_makes_a_second_person_who_shares_the_number() {
        var both = upsert(SupporterDraft.of("Ana", "Reyes", PHONE), SupporterDraft.of("Luis", "Reyes", PHONE));

        assertThat(both).extracting(Upserted::outcome).containsExactly(CREATED, CREATED);
        assertThat(both.get(0).supporterId()).isNotEqualTo(both.get(1).supporterId());
        assertThat(upsert(SupporterDraft.of("luis", "", PHONE)).getFirst())
                .isEqualTo(new Upserted(both.get(1).supporterId(), UNCHANGED));
    }

    @Test
    void a_missing_name_counts_as_the_same_and_is_filled_later() {
        var nameless = upsert(SupporterDraft.of("", "", PHONE)).getFirst();
        var named = upsert(SupporterDraft.of("Ana", "Reyes", PHONE)).getFirst();
        var namelessAgain = upsert(SupporterDraft.of("", "", PHONE)).getFirst();

        assertThat(named).isEqualTo(new Upserted(nameless.supporterId(), UPDATED));
        assertThat(namelessAgain).isEqualTo(new Upserted(nameless.supporterId(), UNCHANGED));
        assertThat(field("first_name_folded", named)).isEqualTo("ana");
    }

    @Test
    void the_named_one_of_a_household_is_found_before_the_nameless_one() {
        var all = upsert(SupporterDraft.of("Ana", "", PHONE), SupporterDraft.of("Luis", "", PHONE));
        database.execute(
                "update supporters set first_name = '', first_name_folded = '' where supporter_id = ?",
                all.get(0).supporterId().value());

        assertThat(upsert(SupporterDraft.of("Luis", "Reyes", PHONE)).getFirst().supporterId())
                .isEqualTo(all.get(1).supporterId());
    }

    @Test
    void doubles_inside_one_batch_are_one_person() {
        var rows = upsert(
                SupporterDraft.of("Ana", "", PHONE),
                SupporterDraft.of("Ana", "Reyes", PHONE),
                SupporterDraft.of("Ana", "Reyes", PHONE),
                SupporterDraft.of("", "", PHONE));

        assertThat(rows).extracting(Upserted::outcome).containsExactly(CREATED, UPDATED, UNCHANGED, UNCHANGED);
        assertThat(rows)
                .extracting(Upserted::supporterId)
                .containsOnly(rows.getFirst().supporterId());
        assertThat(field("last_name", rows.getFirst())).isEqualTo("Reyes");
        assertThat(people()).isEqualTo(1);
    }

    @Test
    void empty_text_keeps_what_is_stored() {
        var before = upsert(full("Ana", Map.of("Shirt size", "M"), Set.of("Van Ness")))
                .getFirst();

        assertThat(upsert(SupporterDraft.of("Ana", "", PHONE)).getFirst())
                .isEqualTo(new Upserted(before.supporterId(), UNCHANGED));
        assertThat(field("email", before)).isEqualTo("ana@example.org");
        assertThat(field("city", before)).isEqualTo("Fresno");
    }

    @Test
    void saying_everything_again_changes_nothing() {
        var draft = full("Ana", Map.of("Shirt size", "M", "Años", "3"), Set.of("Van Ness", "steward"));
        upsert(draft);

        assertThat(upsert(draft).getFirst().outcome()).isEqualTo(UNCHANGED);
        assertThat(upsert(draft, draft)).extracting(Upserted::outcome).containsOnly(UNCHANGED);
    }

    @Test
    void a_new_tag_or_a_new_value_is_an_update() {
        upsert(full("Ana", Map.of("Shirt size", "M"), Set.of("steward")));

        assertThat(upsert(full("Ana", Map.of(), Set.of("host"))).getFirst().outcome())
                .isEqualTo(UPDATED);
        assertThat(upsert(full("Ana", Map.of("shirt SIZE", "L"), Set.of()))
                        .getFirst()
                        .outcome())
                .isEqualTo(UPDATED);
        assertThat(upsert(full("Ana", Map.of("shirt_size", "L"), Set.of("STEWARD")))
                        .getFirst()
                        .outcome())
                .isEqualTo(UNCHANGED);
        assertThat(database.fetch(
                        "select field_key, label from custom_fields where organization_id = ?", organization.value()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(0)).isEqualTo("shirt_size");
                    assertThat(row.get(1)).isEqualTo("Shirt size");
                });
        assertThat(count("tags")).isEqualTo(2);
    }

    @Test
    void someone_is_found_by_any_number_and_keeps_the_first_for_texting() {
        var ana = upsert(SupporterDraft.of("Ana", "", PHONE)).getFirst();
        var both = upsert(phones("Ana", OTHER, PHONE)).getFirst();

        assertThat(both).isEqualTo(new Upserted(ana.supporterId(), UPDATED));
        assertThat(upsert(SupporterDraft.of("Ana", "", OTHER)).getFirst())
                .isEqualTo(new Upserted(ana.supporterId(), UNCHANGED));
        assertThat(database.fetchValues("select phone from supporter_phones where supporter_id = "
                        + ana.supporterId().value() + " order by position"))
                .asString()
                .isEqualTo("[" + PHONE.text() + ", " + OTHER.text() + "]");
    }

    @Test
    void where_we_first_heard_of_someone_stays() {
        upsert(withSource("Ana", "Fair 2025"));

        assertThat(upsert(withSource("Ana", "Fair 2026")).getFirst().outcome()).isEqualTo(UNCHANGED);
    }

    @Test
    void the_country_of_a_new_person_is_the_number_s_own() {
        var mexican = upsert(SupporterDraft.of("Eva", "", new PhoneNumber("+525512345678")))
                .getFirst();
        var canadian = upsert(SupporterDraft.of("Max", "", new PhoneNumber("+16135550123")))
                .getFirst();

        assertThat(field("country", mexican)).isEqualTo("MX");
        assertThat(field("country", canadian)).isEqualTo("CA");
    }

    @Test
    void everyone_of_a_batch_is_on_its_list_and_older_lists_keep_them() {
        upserts.upsert(organization, List.of(SupporterDraft.of("Ana", "", PHONE)), Optional.of(1L));
        upserts.upsert(
                organization,
                List.of(
                        SupporterDraft.of("Ana", "", PHONE),
                        SupporterDraft.of("Ana", "", PHONE),
                        SupporterDraft.of("Bo", "", OTHER)),
                Optional.of(2L));

        assertThat(database.fetchValues("select count(*) from supporter_batches where organization_id = "
                        + organization.value() + " group by batch_id order by batch_id"))
                .asString()
                .isEqualTo("[1, 2]");
    }

    @Test
    void a_comparison_says_what_would_happen_and_writes_nothing() {
        upsert(full("Ana", Map.of("Shirt size", "M"), Set.of("steward")));
        var drafts = List.of(
                full("Ana", Map.of("Shirt size", "M"), Set.of("steward")),
                full("Ana", Map.of("Shirt size", "L"), Set.of()),
                full("Luis", Map.of("New field", "1"), Set.of("new tag")),
                full("Luis", Map.of(), Set.of()));

        assertThat(upserts.compare(organization, drafts, Rehearsal.ofOne()))
                .extracting(Upserted::outcome)
                .containsExactly(UNCHANGED, UPDATED, CREATED, UNCHANGED);
        assertThat(people()).isEqualTo(1);
        assertThat(count("tags")).isEqualTo(1);
        assertThat(count("custom_fields")).isEqualTo(1);
        assertThat(upserts.upsert(organization, drafts, Optional.empty()))
                .extracting(Upserted::outcome)
                .containsExactly(UNCHANGED, UPDATED, CREATED, UNCHANGED);
    }

    @Test
    void nothing_crosses_to_another_organization() {
        var here = upsert(full("Ana", Map.of("Shirt size", "M"), Set.of("steward")))
                .getFirst();
        var elsewhere = upserts.upsert(
                        organization(),
                        List.of(full("Ana", Map.of("Shirt size", "L"), Set.of("steward"))),
                        Optional.empty())
                .getFirst();

        assertThat(elsewhere.outcome()).isEqualTo(CREATED);
        assertThat(elsewhere.supporterId()).isNotEqualTo(here.supporterId());
        assertThat(upsert(full("Ana", Map.of("Shirt size", "M"), Set.of("steward")))
                        .getFirst()
                        .outcome())
                .isEqualTo(UNCHANGED);
    }

    @Test
    void a_value_that_is_too_long_is_refused_by_name() {
        assertThatThrownBy(() -> SupporterDraft.of("A".repeat(81), "", PHONE))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessage("first name is longer than 80 characters");
    }

    @Test
    void thousands_at_once_take_a_fixed_number_of_statements() {
        int small = statements(() -> upserts.upsert(organization, crowd(50), Optional.of(1L)));
        int large = statements(() -> upserts.upsert(organization, crowd(3_000), Optional.of(1L)));
        int again = statements(() -> upserts.upsert(organization, crowd(3_000), Optional.of(1L)));

        assertThat(people()).isEqualTo(3_000);
        // One insert of many rows is cut where it would pass the server's packet size.
        assertThat(large).isLessThanOrEqualTo(small + A_FEW);
        assertThat(again).isLessThanOrEqualTo(small + A_FEW);
    }

    @Test
    void two_imports_and_the_api_at_once_make_no_doubles() throws Exception {
        var writers = new ArrayList<Callable<Integer>>();
        for (int writer = 0; writer < 6; writer++) {
            var shuffled = new ArrayList<>(crowd(1_200));
            Collections.shuffle(shuffled, new Random(writer));
            int size = writer < 3 ? 400 : 50;
            writers.add(() -> {
                int created = 0;
                for (int from = 0; from < shuffled.size(); from += size)
                    created += (int)
                            upserts.upsert(organization, shuffled.subList(from, from + size), Optional.empty()).stream()
                                    .filter(row -> row.outcome() == CREATED)
                                    .count();
                return created;
            });
        }
        int created = 0;
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(writers)) created += done.get();
        }

        assertThat(created).isEqualTo(1_200);
        assertThat(people()).isEqualTo(1_200);
        assertThat(count("supporter_phones")).isEqualTo(1_200);
    }

    private List<Upserted> upsert(SupporterDraft... drafts) {
        return upserts.upsert(organization, List.of(drafts), Optional.empty());
    }

    private static List<SupporterDraft> crowd(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new SupporterDraft(
                        "Name" + i % 97,
                        "Last" + i,
                        "",
                        "94" + i % 1000,
                        "Fresno",
                        "CA",
                        "",
                        Optional.empty(),
                        "",
                        "crowd",
                        List.of(new PhoneNumber("+1510555%04d".formatted(i))),
                        Set.of("tag" + i % 7),
                        Map.of("Shirt size", "M")))
                .toList();
    }

    private static SupporterDraft full(String firstName, Map<String, String> fields, Set<String> tags) {
        return new SupporterDraft(
                firstName,
                "Reyes",
                "ana@example.org",
                "93650",
                "Fresno",
                "CA",
                "US",
                Optional.empty(),
                "es",
                "Fair",
                List.of(PHONE),
                tags,
                fields);
    }

    private static SupporterDraft phones(String firstName, PhoneNumber... phones) {
        return new SupporterDraft(
                firstName, "", "", "", "", "", "", Optional.empty(), "", "", List.of(phones), Set.of(), Map.of());
    }

    private static SupporterDraft withSource(String firstName, String source) {
        return new SupporterDraft(
                firstName, "", "", "", "", "", "", Optional.empty(), "", source, List.of(PHONE), Set.of(), Map.of());
    }

    /** Of one connection, which a transaction holds: what Rung asks by itself meanwhile is not counted. */
    private int statements(Runnable work) {
        return transactions.execute(status -> {
            int before = questions();
            work.run();
            return questions() - before - 1;
        });
    }

    private int questions() {
        return Integer.parseInt(
                database.fetchSingle("show session status like 'Questions'").get(1, String.class));
    }

    private int people() {
        return count("supporters");
    }

    private int count(String table) {
        return database.fetchCount(
                org.jooq.impl.DSL.table(table),
                org.jooq.impl.DSL.field("organization_id").eq(organization.value()));
    }

    private Object field(String name, Upserted row) {
        return database.fetchValue(
                "select " + name + " from supporters where supporter_id = ?",
                row.supporterId().value());
    }

    private OrganizationId organization() {
        var id = new OrganizationId(Id.next());
        database.execute(
                "insert into organizations (organization_id, name, slug, created_at) values (?, 'Upserts', ?, utc_timestamp(6))",
                id.value(),
                id.text().toLowerCase(java.util.Locale.ROOT));
        return id;
    }
}
