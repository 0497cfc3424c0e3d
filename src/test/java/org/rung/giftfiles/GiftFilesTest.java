package org.rung.giftfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.common.Role;
import org.rung.giving.Founding;
import org.rung.giving.GiftFilter;
import org.rung.giving.GiftTotal;
import org.rung.giving.Gifts;
import org.rung.giving.MonthlyGifts;
import org.rung.giving.MonthlyRow;
import org.rung.giving.Reckoning;
import org.rung.people.Drafts;
import org.rung.people.SupporterForms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@RungTest
class GiftFilesTest {
    private static final String HEAD =
            "Receipt ID,Date,Amount,Recurring Total Months,Recurrence Number,Recipient,Donor First Name,Donor Last"
                    + " Name,Donor Email,Donor Phone,Lineitem ID,Payment Method";

    @Autowired
    GiftFiles files;

    @Autowired
    Gifts gifts;

    @Autowired
    MonthlyGifts monthly;

    @Autowired
    Reckoning reckoning;

    @Autowired
    SupporterForms forms;

    @Autowired
    ApplicationContext house;

    @Autowired
    DSLContext db;

    NewOrganization here;
    Actor.Member cory;

    @BeforeEach
    void ana_gives() {
        here = Founding.found(house, NewOrganization.with(db));
        cory = here.member(Role.COORDINATOR);
        forms.add(
                cory,
                Drafts.full("Ana", "Lopez", "ana@example.org", "Oakland", "", Set.of(), Map.of(), Phones.fresh()));
    }

    @Test
    void the_same_file_twice_adds_nothing() throws IOException {
        String file = HEAD
                + "\nAB100,2026-09-12 09:30:00,25.00,12,1,Us,Ana,Lopez,ana@example.org,,9001,credit"
                + "\nAB100,2026-10-12 09:30:00,25.00,12,2,Us,Ana,Lopez,ana@example.org,,9002,credit"
                + "\nAB200,2026-10-01 18:00:00,\"1,100.50\",,,Us,Zoe,Zimmer,zoe@example.org,not a number,9003,paypal\n";
        GiftFile first = bring(file);
        assertThat(first.state()).isEqualTo(GiftFileState.DONE);
        assertThat(List.of(first.added(), first.unmatched(), first.refused(), first.known()))
                .containsExactly(3, 1, 0, 0);
        GiftFile second = bring(file);
        assertThat(List.of(second.added(), second.known())).containsExactly(0, 3);
        assertThat(gifts.totals(cory, GiftFilter.ALL))
                .extracting(GiftTotal::keptMinor)
                .containsExactly(115_050L);
        assertThat(monthly.page(cory, false, Page.Wanted.first(5)).rows())
                .extracting(MonthlyRow::name, MonthlyRow::payments, MonthlyRow::late)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Ana Lopez", 2L, false));
        agrees();
    }

    @Test
    void a_file_of_refunds_takes_back_what_it_names_whichever_comes_first() throws IOException {
        String paid = HEAD + "\nAB100,2026-09-12 09:30:00,25.00,,,Us,Ana,Lopez,ana@example.org,,9001,credit\n";
        String refunded = HEAD + ",Refund ID,Refund Date\n"
                + "AB100,2026-09-12"
                + " 09:30:00,25.00,,,Us,Ana,Lopez,ana@example.org,,9001,credit,R1,2026-09-20"
                + " 10:00:00\n";
        bring(paid);
        GiftFile back = bring(refunded);
        assertThat(back.wentBack()).isEqualTo(1);
        assertThat(bring(refunded).known()).isEqualTo(1);
        assertThat(gifts.totals(cory, GiftFilter.ALL))
                .extracting(GiftTotal::keptMinor)
                .containsExactly(0L);
        agrees();

        here = Founding.found(house, NewOrganization.with(db));
        cory = here.member(Role.COORDINATOR);
        assertThat(bring(refunded).added()).isEqualTo(1);
        assertThat(bring(paid).known()).isEqualTo(1);
        assertThat(gifts.totals(cory, GiftFilter.ALL))
                .extracting(GiftTotal::keptMinor)
                .containsExactly(0L);
        agrees();
    }

    @Test
    void a_treasurers_list_is_taken_and_what_is_wrong_in_it_is_told_by_line() throws IOException {
        String file = """
            Date;Amount;Name;Way;Note
            2026-10-01;20;Ana Lopez;cash;at the door
            2026-10-01;20;Ana Lopez;cash;at the door
            2026-10-02;twenty;Ben;cash;
            soon;5;Ben;cash;
            2031-01-01;5;Ben;cash;
            2026-10-03;-5;Ben;check;
            """;
        GiftFile first = bring(file);
        assertThat(List.of(first.added(), first.refused())).containsExactly(2, 4);
        assertThat(files.refused(cory, first.giftFileId(), Page.Wanted.first(3)).rows())
                .extracting(RefusedRow::line)
                .containsExactly(4, 5, 6);
        assertThat(files.refused(cory, first.giftFileId(), Page.Wanted.first(9)).rows())
                .allSatisfy(row -> assertThat(row.why().known()).isTrue());
        assertThat(bring(file).known()).as("two alike are two, and stay two").isEqualTo(2);
        assertThat(gifts.totals(cory, GiftFilter.ALL))
                .extracting(GiftTotal::keptMinor)
                .containsExactly(4_000L);
        agrees();
    }

    @Test
    void what_is_no_such_file_is_refused_whole() {
        for (String wrong : List.of("", "Name,Phone\nAna,5\n", "Date,Amount\n", "PK\u0003\u0004zip", "Date,Amount\n\0"))
            assertThatThrownBy(() -> bring(wrong)).as(wrong).isInstanceOf(Problem.Invalid.class);
        assertThat(files.page(cory, Page.Wanted.first(5)).rows()).isEmpty();
    }

    @Test
    void files_are_for_who_may_see_giving_here() throws IOException {
        GiftFile file = bring("Date,Amount\n2026-10-01,5\n");
        Actor.Member ora = here.member(Role.ORGANIZER);
        assertThatThrownBy(() -> files.page(ora, Page.Wanted.first(5))).isInstanceOf(Problem.Refused.class);
        assertThatThrownBy(() -> files.bring(ora, "x.csv", bytes("Date,Amount\n2026-10-01,5\n")))
                .isInstanceOf(Problem.Refused.class);
        Actor.Member stranger = NewOrganization.with(db).member(Role.ADMIN);
        assertThatThrownBy(() -> files.get(stranger, file.giftFileId())).isInstanceOf(Problem.Missing.class);
    }

    private GiftFile bring(String content) throws IOException {
        return files.finish(cory, files.bring(cory, "gifts.csv", bytes(content)));
    }

    private static ByteArrayInputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private void agrees() {
        assertThat(reckoning.reckon(cory))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.agrees()).isTrue());
    }
}
