package org.rung.accounts.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.accounts.Accounts;
import org.rung.accounts.LinkWord;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.accounts.Parcel;
import org.rung.accounts.SignIns;
import org.rung.accounts.TooManyAttempts;
import org.rung.cast.AtOnce;
import org.rung.cast.Mailbag;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.OrganizationId;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.common.Roles;
import org.springframework.beans.factory.annotation.Autowired;

@RungTest
class CodesTest {
    @Autowired
    Codes codes;

    @Autowired
    Carrier carrier;

    @Autowired
    Mailbag mailbag;

    @Autowired
    Organizations organizations;

    @Autowired
    Members members;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIns signIns;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    OrganizationId here;
    Member tess;
    String address = "";

    @BeforeEach
    void open() {
        clock.tick(Duration.ofHours(1));
        here = organizations.found("Codes " + Id.next(), "US", ZoneId.of("America/Chicago"), false);
        tess = join("Tess");
        address = "192.0.2.1-" + Id.next();
    }

    @Test
    void a_code_lets_in_once_however_its_address_was_written() {
        var asked = codes.ask("  " + tess.email().toUpperCase() + " ", address);
        var parcel = mailbag.await(tess.accountId(), 1);

        assertThat(parcel.code()).matches("\\d{6}");
        assertThat(parcel.to()).isEqualTo(tess.email());
        assertThat(codes.use(asked.ask(), parcel.code(), address)).isEqualTo(tess.accountId());
        refused(asked, parcel.code());
    }

    @Test
    void digits_work_only_in_the_browser_that_asked_for_them() {
        codes.ask(tess.email(), address);
        var parcel = mailbag.await(tess.accountId(), 1);
        var thief = codes.ask(tess.email(), address);
        mailbag.await(tess.accountId(), 2);

        if (!mailbag.of(tess.accountId()).getLast().code().equals(parcel.code())) refused(thief, parcel.code());
        assertThatThrownBy(() -> codes.use("", parcel.code(), address)).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_code_of_one_account_opens_no_other() {
        var olga = join("Olga");
        codes.ask(tess.email(), address);
        var asked = codes.ask(olga.email(), address);
        var tesss = mailbag.await(tess.accountId(), 1);
        var olgas = mailbag.await(olga.accountId(), 1);

        if (!tesss.code().equals(olgas.code())) refused(asked, tesss.code());
        assertThat(codes.use(asked.ask(), olgas.code(), address)).isEqualTo(olga.accountId());
    }

    @Test
    void after_five_wrong_codes_the_right_one_is_refused_too_and_the_admins_can_read_it() {
        var asked = codes.ask(tess.email(), address);
        var right = mailbag.await(tess.accountId(), 1).code();
        for (int i = 1; i <= Codes.TRIES; i++) refused(asked, other(right, i));

        refused(asked, right);
        assertThat(db.fetch(
                                "select 1 from audit_log where organization_id = ? and verb = 'sign-in.limited'",
                                here.value())
                        .size())
                .isEqualTo(1);
    }

    @Test
    void guesses_side_by_side_gain_nothing() throws Exception {
        var asked = codes.ask(tess.email(), address);
        var right = mailbag.await(tess.accountId(), 1).code();
        Callable<Boolean> wrong = () -> {
            refused(asked, other(right, 1));
            return true;
        };
        AtOnce.all(Collections.nCopies(8, wrong));

        refused(asked, right);
        assertThat(db.fetchValue("select tries from one_time_codes where ask_hash = ?", hash(asked)))
                .isEqualTo((byte) Codes.TRIES);
    }

    @Test
    void of_many_who_type_the_same_code_at_once_one_gets_in() throws Exception {
        var asked = codes.ask(tess.email(), address);
        var right = mailbag.await(tess.accountId(), 1).code();
        Callable<Integer> typed = () -> {
            try {
                codes.use(asked.ask(), right, address);
                return 1;
            } catch (Problem.Refused slower) {
                return 0;
            }
        };

        var in = AtOnce.all(Collections.nCopies(8, typed));

        assertThat(in.stream().mapToInt(each -> each).sum()).isEqualTo(1);
    }

    @Test
    void ten_minutes_later_neither_code_nor_link_works() {
        var asked = codes.ask(tess.email(), address);
        var parcel = mailbag.await(tess.accountId(), 1);

        clock.tick(Codes.VALID);

        refused(asked, parcel.code());
        assertThat(codes.whose(word(parcel))).isEmpty();
        assertThatThrownBy(() -> codes.press(word(parcel), address)).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void a_link_works_in_any_browser_once_and_uses_up_its_code_but_looking_at_it_does_not() {
        var asked = codes.ask(tess.email(), address);
        var parcel = mailbag.await(tess.accountId(), 1);

        for (int scanner = 0; scanner < 3; scanner++)
            assertThat(codes.whose(word(parcel))).contains(tess.accountId());
        assertThat(codes.press(word(parcel), "another-" + address)).isEqualTo(tess.accountId());

        assertThatThrownBy(() -> codes.press(word(parcel), address)).isInstanceOf(Problem.Refused.class);
        refused(asked, parcel.code());
    }

    @Test
    void who_asks_for_a_stranger_gets_the_same_answer_and_leaves_the_same_trace() {
        var known = codes.ask(tess.email(), address);
        var unknown = codes.ask("nobody-" + Id.next() + "@example.org", address);
        mailbag.await(tess.accountId(), 1);

        assertThat(unknown.ask()).hasSameSizeAs(known.ask()).isNotEqualTo(known.ask());
        assertThat(unknown.expiresAt()).isEqualTo(known.expiresAt());
        assertThat(db.fetch("select 1 from one_time_codes where ask_hash in (?, ?)", hash(known), hash(unknown))
                        .size())
                .isEqualTo(2);
        // Whatever is typed there is wrong in the same words, and as often.
        for (int i = 0; i < Codes.TRIES + 2; i++) refused(unknown, "%06d".formatted(i));
    }

    @Test
    void the_fourth_code_in_ten_minutes_waits_whether_there_is_such_an_account_or_not() {
        for (String name : new String[] {tess.email(), "nobody-" + Id.next() + "@example.org"}) {
            for (int i = 0; i < AskLimits.FOR_A_NAME; i++) codes.ask(name, address + i);

            assertThatThrownBy(() -> codes.ask(name, address + "x"))
                    .isInstanceOfSatisfying(
                            TooManyAttempts.class,
                            often -> assertThat(often.retryIn()).isBetween(Duration.ofMinutes(1), AskLimits.A_WHILE));
        }
    }

    @Test
    void ten_codes_are_enough_for_a_day() {
        for (int i = 0; i < AskLimits.FOR_A_NAME_A_DAY; i++) {
            codes.ask(tess.email(), address);
            clock.tick(AskLimits.A_WHILE);
        }

        assertThatThrownBy(() -> codes.ask(tess.email(), address)).isInstanceOf(TooManyAttempts.class);
        clock.tick(Duration.ofHours(23));
        assertThat(codes.ask(tess.email(), address).ask()).isNotEmpty();
    }

    @Test
    void one_address_cannot_ask_for_everybody() {
        for (int i = 0; i < AskLimits.FOR_AN_ADDRESS; i++)
            codes.ask("n" + i + "-" + Id.next() + "@example.org", address);

        assertThatThrownBy(() -> codes.ask(tess.email(), address)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void a_new_password_makes_codes_useless() {
        var asked = codes.ask(tess.email(), address);
        var right = mailbag.await(tess.accountId(), 1).code();

        accounts.newPassword(new Actor.System(here), tess.accountId(), "another four words");

        refused(asked, right);
    }

    @Test
    void whom_no_organization_lets_in_gets_no_code_and_one_from_before_gives_no_seat() {
        var asked = codes.ask(tess.email(), address);
        var right = mailbag.await(tess.accountId(), 1).code();
        var admin = join("Ada", Role.ADMIN);

        members.suspend(new Actor.Member(here, admin.memberId(), Roles.of(Role.ADMIN)), tess.memberId());

        var account = codes.use(asked.ask(), right, address);
        assertThatThrownBy(() -> signIns.seat(account)).isInstanceOf(Problem.Refused.class);
        codes.ask(tess.email(), address);
        carrier.carry();
        assertThat(mailbag.of(tess.accountId())).hasSize(1);
    }

    @Test
    void the_code_itself_is_nowhere_once_it_left() {
        var asked = codes.ask(tess.email(), address);
        var parcel = mailbag.await(tess.accountId(), 1);
        carrier.carry();

        Map<String, Object> row = db.fetchSingle("select * from one_time_codes where ask_hash = ?", hash(asked))
                .intoMap();

        assertThat(row.get("sealed")).isNull();
        assertThat(row.get("carry_at")).isNull();
        assertThat(row.toString()).doesNotContain(asked.ask(), word(parcel));
        // Nobody who reads the table alone can try out a million codes.
        assertThat(row.get("code_hash")).isNotEqualTo(new LinkWord(parcel.code()).hash());
    }

    @Test
    void several_servers_hand_each_code_over_once() throws Exception {
        codes.ask(tess.email(), address);
        Callable<Integer> round = () -> {
            carrier.carry();
            return 1;
        };
        AtOnce.all(Collections.nCopies(6, round));

        mailbag.await(tess.accountId(), 1);
        carrier.carry();
        assertThat(mailbag.of(tess.accountId())).hasSize(1);
    }

    @Test
    void what_is_older_than_a_day_is_gone() {
        var asked = codes.ask(tess.email(), address);
        mailbag.await(tess.accountId(), 1);

        clock.tick(Duration.ofHours(25));
        carrier.dropOld();

        assertThat(db.fetchOptionalValue("select tries from one_time_codes where ask_hash = ?", hash(asked)))
                .isEmpty();
    }

    private void refused(Asked asked, String digits) {
        assertThatThrownBy(() -> codes.use(asked.ask(), digits, address + Id.next()))
                .isInstanceOfSatisfying(
                        Problem.Refused.class,
                        wrong -> assertThat(wrong.sentence().key()).isEqualTo("problem.code-wrong"));
    }

    private static String other(String right, int by) {
        return "%06d".formatted((Integer.parseInt(right) + by) % 1_000_000);
    }

    private static String word(Parcel parcel) {
        var link = parcel.link().orElseThrow();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static String hash(Asked asked) {
        return new LinkWord(asked.ask()).hash();
    }

    private Member join(String name) {
        return join(name, Role.TEXTER);
    }

    private Member join(String name, Role role) {
        return members.join(
                here, name, "c" + Id.next() + "@example.org", Optional.of("four-words-are-enough"), Roles.of(role));
    }
}
