package org.rung.senders.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.senders.SendersPaths;
import org.rung.senders.simulator.SimulatedFile;
import org.rung.senders.simulator.SimulatedText;
import org.rung.senders.simulator.Simulator;
import org.rung.senders.simulator.Temper;

/** Any simulated phone, as its owner sees it; texts can be typed in by hand. */
@Route(SendersPaths.SIMULATOR)
@Menu(title = "senders.simulator.title", order = 90)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class SimulatorView extends Div implements HasDynamicTitle {
    private final Simulator simulator;
    private final Actor.Member actor;
    private final TextField search = new TextField();
    private final Div phones = new Div();
    private final PhoneScreen screen;
    private Optional<PhoneNumber> shown = Optional.empty();
    private Runnable stopWatching = () -> {};

    SimulatorView(Simulator simulator, SignedIn signedIn) {
        this.simulator = simulator;
        this.actor = signedIn.actor();
        this.screen = new PhoneScreen(this::say, new PhonePicture(this::send));
        addClassNames("page", "simulator");
        Div head = new Div(new Div(
                new H1(getTranslation("senders.simulator.title")),
                SendersView.muted(getTranslation("senders.simulator.lead"))));
        head.addClassName("page-head");
        add(head);
        search.setLabel(getTranslation("senders.simulator.search"));
        search.setPlaceholder("+1 510 555 0132");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> list());
        search.addKeyPressListener(Key.ENTER, press -> openTyped());
        phones.addClassName("simulator-list");
        phones.getElement().setAttribute("role", "list");
        Div left = new Div(search, phones);
        left.addClassNames("card", "col", "simulator-phones");
        Div both = new Div(left, screen);
        both.addClassName("simulator-both");
        add(both);
        list();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        stopWatching = simulator.watch(phone -> ui.access(() -> changed(phone)));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopWatching.run();
    }

    private void changed(PhoneNumber phone) {
        list();
        if (shown.filter(phone::equals).isPresent()) {
            show(phone);
        }
    }

    private void list() {
        List<PhoneNumber> found = asked(() -> simulator.phones(actor, search.getValue()), List.of());
        if (shown.isEmpty() && !found.isEmpty()) {
            show(found.getFirst());
        }
        phones.removeAll();
        found.forEach(phone -> phones.add(row(phone)));
        if (found.isEmpty()) {
            phones.add(SendersView.muted(getTranslation("senders.simulator.nobody")));
        }
    }

    private Div row(PhoneNumber phone) {
        Span number = new Span(PhoneNumbers.national(phone));
        number.addClassNames("num", "grow");
        Span temper = new Span(
                getTranslation("senders.temper." + Temper.of(phone).name().toLowerCase(Locale.ROOT)));
        temper.addClassNames("chip");
        NativeButton open = new NativeButton();
        open.add(number, temper);
        open.addClassName("simulator-row");
        open.getElement()
                .setAttribute(
                        "aria-pressed",
                        String.valueOf(shown.filter(phone::equals).isPresent()));
        open.addClickListener(click -> {
            show(phone);
            list();
        });
        Div item = new Div(open);
        item.getElement().setAttribute("role", "listitem");
        return item;
    }

    private void openTyped() {
        try {
            show(PhoneNumbers.read(search.getValue(), "US"));
            list();
        } catch (Problem.Invalid wrong) {
            Notices.bad(wrong);
        }
    }

    private void show(PhoneNumber phone) {
        shown = Optional.of(phone);
        var texts = asked(() -> simulator.screen(actor, phone), List.<SimulatedText>of());
        screen.show(phone, texts, asked(() -> simulator.files(actor, texts), Map.<String, List<SimulatedFile>>of()));
    }

    private void say(String words) {
        if (shown.isPresent()) {
            try {
                simulator.text(actor, shown.get(), words);
                show(shown.get());
            } catch (Problem problem) {
                Notices.bad(problem);
            }
        }
    }

    private void send(String type, byte[] content) {
        if (shown.isPresent()) {
            try {
                simulator.send(actor, shown.get(), type, content);
                show(shown.get());
            } catch (Problem problem) {
                Notices.bad(problem);
            }
        }
    }

    private <T> T asked(java.util.function.Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (Problem problem) {
            Notices.bad(problem);
            return otherwise;
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("senders.simulator.title") + " · Rung";
    }
}
