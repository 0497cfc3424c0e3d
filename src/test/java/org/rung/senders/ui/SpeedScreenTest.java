package org.rung.senders.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rung.RungTest;
import org.rung.cast.NewOrganization;
import org.rung.cast.Phones;
import org.rung.cast.Screens;
import org.rung.cast.TestClock;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Role;
import org.rung.senders.CarrierClass;
import org.rung.senders.Registration;
import org.rung.senders.Sender;
import org.rung.senders.SenderDraft;
import org.rung.senders.SenderId;
import org.rung.senders.SenderKind;
import org.rung.senders.Senders;
import org.rung.senders.SendersPaths;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An admin says what a number is to the carriers, how fast it may send, and that it is given up. */
@RungTest
class SpeedScreenTest {
    @Autowired
    ApplicationContext house;

    @Autowired
    DSLContext db;

    @Autowired
    Senders senders;

    @Autowired
    TestClock clock;

    Actor.Member ada;

    @BeforeEach
    void an_admin() {
        clock.set(TestClock.TUESDAY_NOON);
        ada = NewOrganization.with(db).member(Role.ADMIN);
    }

    @Test
    void a_messaging_service_has_forty_numbers_and_room_for_their_people() {
        var service = add("MG%032x".formatted(Id.next()), "City service");
        seen(window -> {
            assertThat(Screens.on(window, SendersPaths.SENDERS))
                    .contains("Messaging service: up to 60 segments a minute")
                    .contains("Nobody has it yet; it is meant for 200");
            Screens.press(window, "Speed and registration: City service");
            IntegerField numbers = field(window, IntegerField.class, "Numbers in the service");
            numbers.setValue(40);
            assertThat(numbers.getHelperText()).contains("8,000 people");
            assertThat(field(window, IntegerField.class, "Segments a minute").getHelperText())
                    .contains("2,400");
            save(window);
            assertThat(Screens.words(window))
                    .contains("Messaging service: up to 2,400 segments a minute")
                    .contains("meant for 8,000");
        });

        assertThat(of(service).pacing().numbers()).isEqualTo(40);
    }

    @Test
    void a_registration_is_named_by_code_brand_and_class_and_each_class_says_what_carriers_take() {
        var number = add("+15105550141", "Eastside");
        seen(window -> {
            Screens.on(window, SendersPaths.SENDERS);
            Screens.press(window, "Speed and registration: Eastside");
            field(window, TextField.class, "Campaign code").setValue("CEAST01");
            field(window, TextField.class, "Brand").setValue("Neighbors");
            Select<CarrierClass> carrierClass = choice(window, "Class");
            assertThat(carrierClass.getItemLabelGenerator().apply(CarrierClass.T))
                    .isEqualTo("T: 75 segments a minute, all its numbers together");
            assertThat(carrierClass.getItemLabelGenerator().apply(CarrierClass.A))
                    .startsWith("A: 4,500");
            carrierClass.setValue(CarrierClass.T);
            save(window);
            assertThat(Screens.words(window))
                    .contains(
                            "Registered as CEAST01, class T: carriers take 75 segments a minute from all its numbers");
        });

        assertThat(of(number).pacing().registration())
                .contains(new Registration("Neighbors", "CEAST01", CarrierClass.T));
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_nothing_is_saved() {
        var number = add("+15105550142", "Eastside");
        seen(window -> {
            Screens.on(window, SendersPaths.SENDERS);
            Screens.press(window, "Speed and registration: Eastside");
            IntegerField rate = field(window, IntegerField.class, "Segments a minute");
            TextField area = field(window, TextField.class, "Area code");
            TextField code = field(window, TextField.class, "Campaign code");
            Select<CarrierClass> carrierClass = choice(window, "Class");

            rate.setValue(70_000);
            save(window);
            assertThat(rate.isInvalid()).isTrue();
            assertThat(rate.getErrorMessage()).contains("must be from 1 to 60,000");
            rate.clear();
            area.setValue("five");
            save(window);
            assertThat(rate.isInvalid()).isFalse();
            assertThat(area.isInvalid()).isTrue();
            area.setValue("510");
            carrierClass.setValue(CarrierClass.C);
            save(window);
            assertThat(code.isInvalid()).isTrue();
            code.setValue("CEAST02");
            carrierClass.setValue(null);
            save(window);
            assertThat(carrierClass.isInvalid()).isTrue();
            assertThat(carrierClass.getErrorMessage()).contains("choose the class");
        });

        assertThat(of(number).pacing()).isEqualTo(SenderDraft.pacing("+15105550142"));
    }

    @Test
    void a_number_that_looks_local_may_be_toll_free_and_then_has_no_registration() {
        var number = add("+15105550143", "Eastside");
        seen(window -> {
            Screens.on(window, SendersPaths.SENDERS);
            Screens.press(window, "Speed and registration: Eastside");
            Select<SenderKind> kind = choice(window, "Kind");
            kind.setValue(SenderKind.TOLL_FREE);
            assertThat(field(window, IntegerField.class, "Segments a minute").getHelperText())
                    .contains("180");
            assertThat(shown(window, TextField.class, "Campaign code")).isEmpty();
            save(window);
            assertThat(Screens.words(window)).contains("Toll-free number: up to 180 segments a minute");
        });

        assertThat(of(number).pacing().kind()).isEqualTo(SenderKind.TOLL_FREE);
    }

    @Test
    void who_connects_a_service_says_at_once_how_many_numbers_it_has() {
        String sid = "MG%032x".formatted(Id.next());
        seen(window -> {
            Screens.on(window, SendersPaths.SENDERS);
            field(window, TextField.class, "Account SID").setValue("AC%032x".formatted(Id.next()));
            window.find(com.vaadin.flow.component.textfield.PasswordField.class)
                    .all()
                    .getFirst()
                    .setValue("0123456789abcdef0123456789abcdef");
            field(window, TextField.class, "Number or messaging service").setValue(sid);
            assertThat(Screens.words(window)).contains("Speed and registration");
            IntegerField numbers = field(window, IntegerField.class, "Numbers in the service");
            numbers.setValue(401);
            Screens.press(window, "Connect");
            assertThat(numbers.isInvalid()).isTrue();
            assertThat(senders.all(ada)).isEmpty();
            numbers.setValue(12);
            Screens.press(window, "Connect");
        });

        assertThat(senders.all(ada)).singleElement().satisfies(sender -> {
            assertThat(sender.pacing().kind()).isEqualTo(SenderKind.SERVICE);
            assertThat(sender.pacing().numbers()).isEqualTo(12);
        });
    }

    @Test
    void a_card_says_how_many_people_have_the_number_and_when_it_is_nearly_full() {
        var number = add("+15105550144", "Eastside");
        people(number, 165);

        seen(window -> assertThat(Screens.on(window, SendersPaths.SENDERS))
                .contains("165 people have it; it is meant for 200")
                .contains("Nearly full"));
        people(number, 40);
        seen(window -> assertThat(Screens.on(window, SendersPaths.SENDERS)).contains("Full"));
    }

    @Test
    void retiring_asks_first_and_says_what_happens_to_whom() {
        var number = add("+15105550145", "Eastside");
        var other = add("+15105550146", "Westside");
        people(number, 3);
        seen(window -> {
            Screens.on(window, SendersPaths.SENDERS);
            Screens.press(window, "Retire: Eastside");
            assertThat(senders.all(ada)).hasSize(2);
            ConfirmDialog sure = window.find(ConfirmDialog.class).all().stream()
                    .filter(ConfirmDialog::isOpened)
                    .findFirst()
                    .orElseThrow();
            assertThat(sure.getElement().getProperty("header")).isEqualTo("Retire Eastside?");
            assertThat(sure.getElement().getProperty("message"))
                    .contains("3 people have this number in their phone")
                    .contains("leaves from another of your numbers")
                    .contains("not even STOP");
            com.vaadin.flow.component.ComponentUtil.fireEvent(sure, new ConfirmDialog.ConfirmEvent(sure, false));
            assertThat(Screens.words(window)).doesNotContain("Eastside").contains("Westside");
        });

        assertThat(senders.all(ada)).extracting(Sender::senderId).containsExactly(other);
    }

    @Test
    void the_last_number_says_that_everything_will_wait() {
        add("+15105550147", "Eastside");
        seen(window -> {
            Screens.on(window, SendersPaths.SENDERS);
            Screens.press(window, "Retire: Eastside");
            assertThat(window.find(ConfirmDialog.class)
                            .all()
                            .getFirst()
                            .getElement()
                            .getProperty("message"))
                    .contains("your only number: everything waits until you connect another");
        });
    }

    private void seen(Consumer<BrowserlessUIContext> looks) {
        new Screens(house, db).as(ada, looks);
    }

    private static void save(BrowserlessUIContext window) {
        Button save = window.find(PacingDialog.class)
                .all()
                .getFirst()
                .getFooter()
                .getElement()
                .getChildren()
                .flatMap(each -> each.getComponent().stream())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(each -> each.getText().equals("Save"))
                .findFirst()
                .orElseThrow();
        save.click();
        window.roundTrip();
    }

    private static <C extends Component> C field(BrowserlessUIContext window, Class<C> type, String label) {
        return shown(window, type, label).orElseThrow(() -> new AssertionError("No field " + label));
    }

    /** The one in the dialog, where one is open. */
    private static <C extends Component> Optional<C> shown(BrowserlessUIContext window, Class<C> type, String label) {
        List<C> all = window.find(type).all().stream()
                .filter(each -> label.equals(each.getElement().getProperty("label")))
                .filter(SpeedScreenTest::visible)
                .toList();
        return all.stream()
                .filter(each -> each.findAncestor(PacingDialog.class) != null)
                .findFirst()
                .or(() -> window.find(PacingDialog.class).all().isEmpty()
                        ? all.stream().findFirst()
                        : Optional.empty());
    }

    private static boolean visible(Component part) {
        return part.isVisible()
                && part.getParent().map(SpeedScreenTest::visible).orElse(true);
    }

    @SuppressWarnings("unchecked")
    private static <T> Select<T> choice(BrowserlessUIContext window, String label) {
        return field(window, Select.class, label);
    }

    private SenderId add(String address, String label) {
        return senders.add(
                ada,
                new SenderDraft(
                        "AC%032x".formatted(Id.next()), "0123456789abcdef0123456789abcdef", address, label, false));
    }

    private Sender of(SenderId number) {
        return senders.all(ada).stream()
                .filter(sender -> sender.senderId().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private void people(SenderId number, int people) {
        for (int i = 0; i < people; i++) {
            db.execute(
                    "insert into threads (thread_id, organization_id, phone, sender_id, created_at) values (?, ?, ?, ?, ?)",
                    Id.next(),
                    ada.organization().value(),
                    Phones.fresh().text(),
                    number.value(),
                    "2026-10-01 12:00:00");
        }
    }
}
