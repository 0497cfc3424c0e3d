package org.rung.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rung.RungTest;
import org.rung.cast.AtOnce;
import org.rung.cast.NewOrganization;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.people.CustomFields;
import org.rung.people.FieldDraft;
import org.rung.people.FieldType;
import org.rung.people.SupporterDraft;
import org.rung.people.Supporters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RungTest
class ImportsTest {
    private static final String CONSENT = "Signed the paper form at the fair";

    @Autowired
    CustomFields fields;

    @Autowired
    Imports imports;

    @Autowired
    Rejects rejects;

    @Autowired
    ImportRun run;

    @Autowired
    ImportStore store;

    @Autowired
    ImportFiles files;

    @Autowired
    ImportRetention retention;

    @Autowired
    Exports exports;

    @Autowired
    Supporters supporters;

    @Autowired
    Consents consents;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    DSLContext database;

    @Autowired
    TestClock clock;

    NewOrganization organization;
    Actor ora;

    @BeforeEach
    void found() {
        organization = NewOrganization.with(database);
        ora = organization.member(Role.ORGANIZER);
    }

    @Test
    void a_list_comes_in_with_names_tags_fields_and_consent() {
        var done = bringIn("""
                First Name,Last Name,Cell,Zip,Tags,Shirt size
                Ana,Reyes,(510) 555-0132,2139,steward; Van Ness,M
                Bo,Park,+1 510 555 0133,94601,,
                """);

        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0));
        assertThat(done.rowsTotal()).contains(2L);
        assertThat(people()).containsExactly("Ana|Reyes|02139|Fair 2026", "Bo|Park|94601|Fair 2026");
        assertThat(
                        values(
                                "select t.name from supporter_tags s join tags t on t.tag_id = s.tag_id where s.organization_id = ? order by 1"))
                .containsExactly("steward", "Van Ness");
        assertThat(values("select value from supporter_fields where organization_id = ?"))
                .containsExactly("M");
        assertThat(values("select concat(phone, source, words) from consents where organization_id = ? order by 1"))
                .containsExactly("+15105550132IMPORT" + CONSENT, "+15105550133IMPORT" + CONSENT);
        assertThat(values("select count(*) from supporter_batches where organization_id = ? and batch_id = "
                        + done.importId().value()))
                .containsExactly("2");
        assertThat(Files.exists(files.file(done.importId()))).isFalse();
    }

    @Test
    void a_row_whose_value_is_not_of_its_fields_type_is_told_and_not_taken() {
        var ada = organization.member(Role.ADMIN);
        fields.define(ada, new FieldDraft("Age", FieldType.NUMBER, List.of()));
        fields.define(ada, new FieldDraft("Joined", FieldType.DATE, List.of()));
        var done = bringIn("phone,first name,Age,Joined\n"
                + "5105550132,Ana,\"1,030\",2026-01-02\n"
                + "5105550133,Bo,old,2026-01-02\n"
                + "5105550134,Cy,30,1/2/26\n"
                + "5105550135,Di,,\n");

        assertThat(done.counts()).isEqualTo(new ImportCounts(2, 0, 0, 2));
        assertThat(rejects(done))
                .contains("3,Field “Age” must be a number.")
                .contains("4,Field “Joined” must be a date such as 2026-01-31.");
        assertThat(values("select concat(value, ' ', coalesce(number, '-')) from supporter_fields"
                        + " where organization_id = ? order by 1"))
                .containsExactly("1030 1030.000000", "2026-01-02 -");
    }

    @Test
    void the_same_file_again_changes_nothing() {
        var csv = "name,phone,tags,Ward\nAna Reyes,5105550132,steward,3\n\"Park, Bo\",5105550133,,4\n";
        bringIn(csv);

        assertThat(bringIn(csv).counts()).isEqualTo(new ImportCounts(0, 0, 2, 0));
        assertThat(people()).containsExactly("Ana|Reyes||Fair 2026", "Bo|Park||Fair 2026");
    }

    @Test
    void a_household_shares_a_phone() {
        var done = bringIn("name,phone\nAna Reyes,5105550132\nLuis Reyes,5105550132\n,5105550132\nANA,5105550132\n");

        assertThat(done.counts()).isEqualTo(new ImportCounts(2, 0, 2, 0));
    }

    @Test
    void spanish_headers_windows_letters_and_semicolons() {
        var done = bringIn(
                "Nombre;Apellidos;Teléfono móvil;Código postal\nPeña;Núñez;5105550132;94601\n"
                        .replace("móvil", "movil"),
                Charset.forName("windows-1252"));

        assertThat(done.charset()).isEqualTo(Charset.forName("windows-1252"));
        assertThat(done.separator()).isEqualTo(';');
        assertThat(people()).containsExactly("Peña|Núñez|94601|Fair 2026");
    }

    @Test
    void marks_at_the_front_are_not_part_of_the_first_header() {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            organization = NewOrganization.with(database);
            ora = organization.member(Role.ORGANIZER);
            var done = bringIn("\uFEFFPhone\tFirst name\n5105550132\tÑandú\n", charset);

            assertThat(done.settings().columns().getFirst()).isEqualTo(new ImportColumn("Phone", ImportTarget.PHONE));
            assertThat(people()).containsExactly("Ñandú|||Fair 2026");
        }
    }

    @Test
    void quotes_may_hold_separators_lines_and_quotes() {
        bringIn("phone,first name,Notes\n5105550132,\"An\"\"a\",\"two\nlines, one, comma\"\n");

        assertThat(values("select value from supporter_fields where organization_id = ?"))
                .containsExactly("two\nlines, one, comma");
    }

    @Test
    void bad_rows_are_told_by_line_and_reason_and_stop_nothing() {
        var done = bringIn("phone,first name,Notes\n"
                + "5105550132,\"A\nna\",\n"
                + "12,Bo,=cmd()\n"
                + "\n"
                + ",Cy,\n"
                + "5105550135,Di,x,extra\n"
                + "5105550136," + "E".repeat(81) + ",\n"
                + "5105550137,Fay,\n"
                + "5105550138,Gus," + "n".repeat(501) + "\n"
                + "5105550139\n");

        assertThat(done.counts()).isEqualTo(new ImportCounts(3, 0, 0, 5));
        var lines = rejects(done).lines().toList();
        assertThat(lines.get(0)).isEqualTo("\uFEFFLine,Reason,phone,first name,Notes");
        assertThat(lines.get(1)).startsWith("4,").contains("hone").endsWith(",12,Bo,'=cmd()");
        assertThat(lines.get(2)).isEqualTo("6,Phone is missing.,,Cy,");
        assertThat(lines.get(3))
                .startsWith("7,Row has more cells than the header")
                .endsWith(",5105550135,Di,x,extra");
        assertThat(lines.get(4)).startsWith("8,First name is longer than 80 characters");
        assertThat(lines.get(5)).startsWith("10,Field is longer than 500 characters");
        assertThat(rejects.reasons(ora, done.importId())).hasSize(5).allMatch(reason -> reason.rows() == 1);
    }

    @Test
    void reasons_are_said_in_the_language_of_who_downloads_them_and_old_ones_as_they_were_stored() {
        var done = bringIn("phone,first name\n12,Bo\n,Cy\n5105550135,Di,x\n");
        database.execute(
                "update import_rejects set reason = 'Phone is wrong' where import_id = ? and row_number_in_file = 4",
                done.importId().value());
        var out = new ByteArrayOutputStream();
        rejects.write(ora, done.importId(), Locale.of("es"), out);

        assertThat(values("select detail from audit_log where organization_id = ? and verb = 'rejects.exported'"))
                .containsExactly("3 rows");

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "\uFEFFLínea,Motivo,phone,first name",
                        "2,Teléfono: no es un número válido en US; revisa las cifras.,12,Bo",
                        "3,Teléfono: falta.,,Cy",
                        "4,Phone is wrong,5105550135,Di,x");
    }

    @Test
    void nuls_double_headers_blank_headers_and_empty_columns_do_no_harm() {
        var done = bringIn("phone,Notes,Notes,,\n5105550132,a\u0000b,c,,\n5105550133,,,,\n,,,,\n");

        assertThat(done.counts()).isEqualTo(new ImportCounts(2, 0, 0, 0));
        assertThat(done.settings().columns())
                .extracting(ImportColumn::label)
                .containsExactly("phone", "Notes", "Notes 2");
        assertThat(values("select value from supporter_fields where organization_id = ? order by 1"))
                .containsExactly("a b", "c");
    }

    @Test
    void a_list_of_nothing_but_numbers_is_a_list() {
        assertThat(bringIn("cell\n5105550132\n5105550133\n5105550132\n").counts())
                .isEqualTo(new ImportCounts(2, 0, 1, 0));
    }

    @Test
    void a_cell_of_ten_megabytes_rejects_its_row_only() {
        var done =
                bringIn("phone,Notes\n5105550132,ok\n5105550133,\"" + "x".repeat(10_000_000) + "\"\n5105550134,ok\n");

        assertThat(done.counts()).isEqualTo(new ImportCounts(2, 0, 0, 1));
        assertThat(rejects(done).length()).isLessThan(3_000);
    }

    @Test
    void a_quote_that_never_closes_fails_with_a_sentence() {
        var good = "5105550132,ok\n".repeat(30);
        var done = bringIn("phone,Notes\n" + good + "5105550133,\"" + "x\n".repeat(9_000_000));

        assertThat(done.state()).isEqualTo(ImportState.FAILED);
        assertThat(done.problem().orElseThrow().in(Locale.ENGLISH)).contains("quotation mark is missing");
    }

    @Test
    void what_is_no_list_is_refused_with_the_next_step() {
        refused(new byte[0], "file is empty");
        refused("phone,name\n".getBytes(StandardCharsets.UTF_8), "header and no rows");
        refused("\n\n  \n".getBytes(StandardCharsets.UTF_8), "holds no row");
        refused(new byte[] {'P', 'K', 3, 4, 0, 0}, "Excel workbook");
        refused(new byte[5_000], "not text");
        refused(("a" + ",a".repeat(300) + "\n1\n").getBytes(StandardCharsets.UTF_8), "more than 200 columns");
        try (var left = Files.list(files.file(new ImportId(1)).getParent())) {
            assertThat(left.filter(file -> file.toString().endsWith(".csv")).count())
                    .isEqualTo(database.fetchCount(
                            org.jooq.impl.DSL.table("imports"), org.jooq.impl.DSL.condition("file_path <> ''")));
        } catch (java.io.IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    @Test
    void a_file_beyond_the_limit_is_refused_without_being_kept() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                java.util.Arrays.fill(into, from, from + length, (byte) 'a');
                return length;
            }
        };
        assertThatThrownBy(() -> imports.upload(ora, "huge.csv", endless))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining("larger than 200 MB");
    }

    @Test
    void uploads_are_for_the_owner_of_the_process_only() throws Exception {
        var waiting = upload("phone\n5105550132\n");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(waiting.file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(waiting.file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void how_people_agreed_must_be_said_before_anything_runs() {
        var waiting = upload("phone\n5105550132\n");
        imports.configure(
                ora, waiting.importId(), new ImportSettings(waiting.settings().columns(), "US", "Fair", " "));

        assertThatThrownBy(() -> imports.run(ora, waiting.importId())).hasMessageContaining("how these people agreed");
        assertThatThrownBy(() -> imports.importAll(ora, "x.csv", bytes("name\nAna\n"), "Fair", CONSENT))
                .hasMessageContaining("phone number");
    }

    @Test
    void opted_out_stays_opted_out_whatever_a_list_says() {
        var phone = new PhoneNumber("+15105550132");
        consents.record(ora, phone, ConsentKind.OPTED_OUT, ConsentSource.REPLY, "STOP", clock.instant());
        clock.tick(Duration.ofDays(1));

        assertThat(bringIn("phone,name\n5105550132,Ana\n5105550133,Bo\n").counts())
                .isEqualTo(new ImportCounts(2, 0, 0, 0));
        assertThat(consents.of(organization.organizationId(), phone)
                        .orElseThrow()
                        .consent())
                .isEqualTo(ConsentKind.OPTED_OUT);
        assertThat(values("select count(*) from consents where organization_id = ? and phone = '+15105550132'"))
                .containsExactly("1");
    }

    @Test
    void a_dry_run_counts_what_the_run_will_do_and_writes_nobody() {
        bringIn("phone,name,City\n5105550132,Ana,Fresno\n5105550133,Bo,Fresno\n");
        var waiting = configured(upload(
                "phone,name,City\n5105550132,Ana,Fresno\n5105550133,Bo,Selma\n5105550134,Cy,\nx,,\n5105550134,Cy,\n"));
        imports.check(ora, waiting.importId());
        assertThat(run.run(waiting.importId(), () -> false)).isTrue();

        var checked = imports.get(ora, waiting.importId());
        assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
        assertThat(checked.counts()).isEqualTo(new ImportCounts(1, 1, 2, 1));
        assertThat(people()).hasSize(2);
        assertThat(rejects.reasons(ora, waiting.importId())).singleElement().matches(reason -> reason.firstLine() == 5);

        imports.run(ora, waiting.importId());
        run.run(waiting.importId(), () -> false);
        var done = imports.get(ora, waiting.importId());
        assertThat(done.counts()).isEqualTo(checked.counts());
        assertThat(people()).hasSize(3);
    }

    @Test
    void a_dry_run_counts_who_comes_again_thousands_of_rows_later_as_the_run_does() {
        bringIn("phone,name,City\n5105551000;5105551001,Kim,Fresno\n");
        var csv = new StringBuilder("phone,name,City,Tags,Shirt\n")
                .append("5105550132,Ana,Fresno,steward,M\n5105550133,Bo,,,\n5105551000,Kim,Selma,,\n");
        csv.append("5105550140,Eve,,,\n".repeat(4_000));
        csv.append("5105550132,Ana,Fresno,steward,M\n") // unchanged
                .append("5105550132,Ana,Selma,,\n") // updated
                .append("5105550132,Luis,,,\n") // created: the household
                .append("5105550133,Bo,,Steward,\n") // updated
                .append("5105551001,Kim,Selma,,\n"); // unchanged: Kim's other number
        csv.append("5105550141,Eve,,,\n".repeat(4_000));
        csv.append("5105550132,Ana,Selma,,L\n") // updated
                .append("5105550132,Luis,,,\n") // unchanged
                .append("5105550133,Bo,,steward,\n"); // unchanged
        var waiting = configured(upload(csv.toString()));
        imports.check(ora, waiting.importId());
        var batches = new AtomicInteger();
        assertThat(run.run(waiting.importId(), () -> batches.incrementAndGet() == 5))
                .isFalse();
        assertThat(imports.get(ora, waiting.importId()).rowsDone()).isPositive();
        assertThat(run.run(waiting.importId(), () -> false)).isTrue();
        var checked = imports.get(ora, waiting.importId());

        imports.run(ora, waiting.importId());
        run.run(waiting.importId(), () -> false);
        assertThat(imports.get(ora, waiting.importId()).counts()).isEqualTo(new ImportCounts(5, 4, 8_002, 0));
        assertThat(checked.counts()).isEqualTo(new ImportCounts(5, 4, 8_002, 0));
    }

    @Test
    void stopped_between_any_two_batches_it_goes_on_without_losing_or_repeating_a_row() {
        var waiting = configured(upload(many(9_000)));
        imports.run(ora, waiting.importId());
        int runs = 0;
        for (boolean whole = false; !whole; runs++) {
            var batches = new AtomicInteger();
            whole = run.run(waiting.importId(), () -> batches.getAndIncrement() == 1);
        }

        assertThat(runs).isEqualTo(3);
        assertThat(imports.get(ora, waiting.importId()).counts()).isEqualTo(new ImportCounts(8_910, 0, 0, 90));
        assertThat(people()).hasSize(8_910);
        assertThat(values("select count(*) from import_rejects where organization_id = ?"))
                .containsExactly("90");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void killed_before_the_commit_of_any_batch_it_goes_on_without_losing_or_repeating_a_row(int batch) {
        var waiting = configured(upload(many(9_000)));
        imports.run(ora, waiting.importId());
        var batches = new AtomicInteger();
        ApplicationEventPublisher death = any -> {
            if (batches.incrementAndGet() == batch) throw new IllegalStateException("killed");
        };
        var dying = new ImportRun(store, files, supporters, fields, consents, death, transactions, clock);

        assertThatThrownBy(() -> dying.run(waiting.importId(), () -> false)).hasMessage("killed");
        assertThat(imports.get(ora, waiting.importId()).rowsDone()).isEqualTo((batch - 1) * 4_000L);
        assertThat(people()).hasSize((batch - 1) * 3_960);
        assertThat(values("select count(*) from consents where organization_id = ?"))
                .containsExactly("" + (batch - 1) * 3_960);
        assertThat(run.run(waiting.importId(), () -> false)).isTrue();
        assertThat(imports.get(ora, waiting.importId()).counts()).isEqualTo(new ImportCounts(8_910, 0, 0, 90));
        assertThat(people()).hasSize(8_910);
        assertThat(values("select count(*) from consents where organization_id = ?"))
                .containsExactly("8910");
    }

    @Test
    void somebody_who_holds_a_number_and_waits_for_the_import_does_not_stop_it() throws Exception {
        var waiting = configured(upload(many(300)));
        imports.run(ora, waiting.importId());
        var held = new CountDownLatch(1);
        var transaction = new TransactionTemplate(transactions);
        AtOnce.all(
                () -> transaction.execute(status -> {
                    consents.record(
                            ora,
                            new PhoneNumber("+15105550007"),
                            ConsentKind.OPTED_OUT,
                            ConsentSource.REPLY,
                            "STOP",
                            clock.instant());
                    held.countDown();
                    // The import is at work and waits for this number before it gives its turn away.
                    Awaitility.await().until(() -> waitsForALock());
                    return supporters.known(organization.organizationId(), new PhoneNumber("+15105559999"));
                }),
                () -> {
                    held.await();
                    return run.run(waiting.importId(), () -> false);
                });

        assertThat(imports.get(ora, waiting.importId()).counts()).isEqualTo(new ImportCounts(297, 0, 0, 3));
        assertThat(values("select count(*) from supporters where organization_id = ?"))
                .containsExactly("298");
        assertThat(values("select consent from phone_consents where organization_id = ? and phone = '+15105550007'"))
                .containsExactly("OPTED_OUT");
    }

    private boolean waitsForALock() {
        return Integer.parseInt(database.fetchSingle("show global status like 'Innodb_row_lock_current_waits'")
                        .get(1, String.class))
                > 0;
    }

    @Test
    void two_processes_that_resume_one_import_do_its_rows_once() throws Exception {
        var waiting = configured(upload(many(9_000)));
        imports.run(ora, waiting.importId());
        AtOnce.all(() -> run.run(waiting.importId(), () -> false), () -> run.run(waiting.importId(), () -> false));
        run.run(waiting.importId(), () -> false);

        assertThat(imports.get(ora, waiting.importId()).state()).isEqualTo(ImportState.DONE);
        assertThat(imports.get(ora, waiting.importId()).counts()).isEqualTo(new ImportCounts(8_910, 0, 0, 90));
        assertThat(people()).hasSize(8_910);
    }

    @Test
    void two_imports_and_an_upsert_at_once_make_no_doubles() throws Exception {
        var first = configured(upload(many(6_000)));
        var second = configured(upload(many(6_000)));
        imports.run(ora, first.importId());
        imports.run(ora, second.importId());
        AtOnce.all(() -> run.run(first.importId(), () -> false), () -> run.run(second.importId(), () -> false), () -> {
            for (int i = 1; i < 90; i++)
                supporters.upsert(
                        ora,
                        List.of(SupporterDraft.of("First" + i, "", new PhoneNumber("+1510555%04d".formatted(i)))),
                        Optional.empty());
            return true;
        });

        assertThat(people()).hasSize(5_940);
        assertThat(imports.get(ora, first.importId()).state()).isEqualTo(ImportState.DONE);
        assertThat(imports.get(ora, second.importId()).state()).isEqualTo(ImportState.DONE);
    }

    @Test
    void cancelled_in_the_middle_it_keeps_who_came_in_and_takes_no_more() {
        var waiting = configured(upload(many(9_000)));
        imports.run(ora, waiting.importId());
        var batches = new AtomicInteger();
        run.run(waiting.importId(), () -> {
            if (batches.getAndIncrement() == 1) imports.cancel(ora, waiting.importId());
            return false;
        });

        var cancelled = imports.get(ora, waiting.importId());
        assertThat(cancelled.state()).isEqualTo(ImportState.CANCELLED);
        assertThat(cancelled.counts().rows()).isEqualTo(4_000);
        assertThat(people()).hasSize(3_960);
        assertThat(Files.exists(files.file(waiting.importId()))).isFalse();
        assertThat(run.run(waiting.importId(), () -> false)).isTrue();
        assertThat(people()).hasSize(3_960);
    }

    @Test
    void it_cannot_be_started_twice() {
        var waiting = configured(upload("phone\n5105550132\n"));
        imports.run(ora, waiting.importId());

        assertThatThrownBy(() -> imports.run(ora, waiting.importId())).isInstanceOf(Problem.Conflict.class);
        assertThatThrownBy(() -> imports.check(ora, waiting.importId())).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void another_organization_finds_nothing_of_it() {
        var mine = configured(upload("phone\n5105550132\n"));
        var theirs = NewOrganization.with(database).member(Role.ADMIN);

        assertThatThrownBy(() -> imports.get(theirs, mine.importId())).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> imports.run(theirs, mine.importId())).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> imports.cancel(theirs, mine.importId())).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> imports.preview(theirs, mine.importId(), 5)).isInstanceOf(Problem.Missing.class);
        assertThatThrownBy(() -> rejects.write(theirs, mine.importId(), Locale.ENGLISH, new ByteArrayOutputStream()))
                .isInstanceOf(Problem.Missing.class);
        assertThat(imports.page(theirs, Page.Wanted.first(10)).rows()).isEmpty();
        assertThat(imports.page(ora, Page.Wanted.first(10)).rows())
                .extracting(Import::importId)
                .containsExactly(mine.importId());
    }

    @Test
    void a_texter_may_neither_import_nor_export() {
        var tess = organization.member(Role.TEXTER);

        assertThatThrownBy(() -> imports.upload(tess, "x.csv", bytes("phone\n1\n")))
                .isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> exports.supporters(tess, new ByteArrayOutputStream()))
                .isInstanceOf(Problem.Refused.class);
    }

    @Test
    void what_goes_out_comes_in_again_unchanged_and_its_formulas_are_harmless() {
        bringIn(
                "phone,first name,last name,zip,tags,Favourite\n5105550132;5105550199,=Ana,@Reyes,94601,a|b,-1+2\n5105550133,Bo,,,,\n");
        var out = new ByteArrayOutputStream();
        exports.supporters(ora, out);
        var csv = out.toString(StandardCharsets.UTF_8);

        assertThat(csv.lines().toList().get(1))
                .startsWith("+15105550132,'=Ana,'@Reyes,,94601,")
                .contains(",a; b,+15105550199,")
                // One word for each of her two numbers.
                .contains(",OPTED_IN; OPTED_IN,")
                .endsWith(",IMPORT; IMPORT," + CONSENT + "; " + CONSENT + ",'-1+2");
        assertThat(values("select detail from audit_log where organization_id = ? and verb = 'supporters.exported'"))
                .containsExactly("2 supporters");
        assertThat(bringIn(csv).counts()).isEqualTo(new ImportCounts(0, 0, 2, 0));
        assertThat(values("select count(*) from custom_fields where organization_id = ?"))
                .containsExactly("1");
    }

    @Test
    void rejects_are_forgotten_after_thirty_days_and_abandoned_uploads_after_seven() {
        var done = bringIn("phone\nx\n5105550132\n");
        var left = upload("phone\n5105550132\n");
        clock.tick(Duration.ofDays(8));
        retention.tidy();
        assertThat(Files.exists(left.file())).isFalse();
        assertThat(imports.get(ora, left.importId()).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(rejects.reasons(ora, done.importId())).hasSize(1);

        clock.tick(Duration.ofDays(23));
        retention.tidy();
        assertThat(rejects.reasons(ora, done.importId())).isEmpty();
    }

    @Test
    void two_hundred_thousand_rows_are_never_held_at_once() {
        var waiting = configured(imports.upload(ora, "many.csv", new ManyRows(200_000)));
        imports.run(ora, waiting.importId());
        // The whole house lives in this process: only what the import adds counts.
        int before = megabytesInUse();
        var most = new AtomicInteger();
        var batches = new AtomicInteger();
        run.run(waiting.importId(), () -> {
            if (batches.incrementAndGet() % 20 != 0) return false;
            most.accumulateAndGet(megabytesInUse() - before, Math::max);
            return false;
        });

        assertThat(imports.get(ora, waiting.importId()).counts().rows()).isEqualTo(200_000);
        assertThat(most.get()).as("megabytes more in use between batches").isLessThan(100);
    }

    private static int megabytesInUse() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (int) ((runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private void refused(byte[] content, String why) {
        assertThatThrownBy(() -> imports.upload(ora, "x.csv", new ByteArrayInputStream(content)))
                .isInstanceOf(Problem.Invalid.class)
                .hasMessageContaining(why);
    }

    private Import bringIn(String csv) {
        return bringIn(csv, StandardCharsets.UTF_8);
    }

    private Import bringIn(String csv, Charset charset) {
        var id = imports.importAll(
                ora, "list.csv", new ByteArrayInputStream(csv.getBytes(charset)), "Fair 2026", CONSENT);
        assertThat(run.run(id, () -> false)).isTrue();
        return imports.get(ora, id);
    }

    private Import upload(String csv) {
        return imports.upload(ora, "list.csv", bytes(csv));
    }

    private Import configured(Import waiting) {
        imports.configure(
                ora, waiting.importId(), new ImportSettings(waiting.settings().columns(), "US", "Fair 2026", CONSENT));
        return waiting;
    }

    private static InputStream bytes(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    /** Every hundredth row is bad. */
    private static String many(int rows) {
        var csv = new StringBuilder("phone,first name\n");
        for (int i = 0; i < rows; i++)
            csv.append(i % 100 == 0 ? "12" : "510555%04d".formatted(i))
                    .append(",First")
                    .append(i)
                    .append('\n');
        return csv.toString();
    }

    private String rejects(Import done) {
        var out = new ByteArrayOutputStream();
        rejects.write(ora, done.importId(), Locale.ENGLISH, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> people() {
        return values(
                "select concat(first_name, '|', last_name, '|', postal_code, '|', source) from supporters where organization_id = ? order by 1");
    }

    private List<String> values(String sql) {
        return database.fetch(sql, organization.organizationId().value()).getValues(0, String.class);
    }
}
