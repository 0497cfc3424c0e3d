package org.rung.rsvps.ui;

import static org.rung.rsvps.ui.Pieces.div;
import static org.rung.rsvps.ui.Pieces.doing;
import static org.rung.rsvps.ui.Pieces.span;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.events.Event;
import org.rung.events.EventWhen;
import org.rung.people.PeoplePaths;
import org.rung.rsvps.RsvpDraft;
import org.rung.rsvps.RsvpFilter;
import org.rung.rsvps.RsvpRow;
import org.rung.rsvps.RsvpSource;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;

/** Who said what, by name. */
class PeopleCard extends Div {
    private static final int SIZE = 50;

    private final transient Rsvps rsvps;
    private final transient Actor.Member actor;
    private final transient Event event;
    private final TextField search = new TextField();
    private final Div chips = div("row wrap");
    private final Div list = new Div();
    private Optional<RsvpState> only = Optional.empty();
    private int pages = 1;

    PeopleCard(Rsvps rsvps, Actor.Member actor, Event event) {
        this.rsvps = rsvps;
        this.actor = actor;
        this.event = event;
        addClassNames("card", "col");
        search.setPlaceholder(getTranslation("rsvps.search"));
        search.setAriaLabel(getTranslation("rsvps.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> again());
        list.addClassName("rsvp-list");
        chips.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("rsvps.which"));
        add(new H2(getTranslation("rsvps.title")), div("row wrap", search, chips), list);
        refresh();
    }

    private void again() {
        pages = 1;
        refresh();
    }

    void refresh() {
        chips();
        list.removeAll();
        List<RsvpRow> rows = new ArrayList<>();
        Optional<String> next = Optional.empty();
        var filter = new RsvpFilter(Optional.empty(), only.map(Set::of).orElse(Set.of()), search.getValue());
        for (int page = 0; page < pages && (page == 0 || next.isPresent()); page++) {
            var found = rsvps.page(actor, event.eventId(), filter, new Page.Wanted(next, SIZE));
            rows.addAll(found.rows());
            next = found.next();
        }
        // A list without items is none to whoever hears it read.
        if (rows.isEmpty()) list.getElement().removeAttribute("role");
        else list.getElement().setAttribute("role", "list");
        rows.forEach(row -> list.add(row(row)));
        if (rows.isEmpty()) list.add(span("muted", getTranslation("rsvps.none")));
        next.ifPresent(more -> list.add(new Button(getTranslation("events.more"), click -> {
            pages++;
            refresh();
        })));
    }

    private void chips() {
        var counts =
                rsvps.countsOf(actor.organization(), List.of(event.eventId())).get(event.eventId());
        chips.removeAll();
        if (counts == null) return;
        for (RsvpState state : RsvpState.values()) {
            if (counts.of(state) == 0) continue;
            boolean on = only.filter(state::equals).isPresent();
            var chip = new NativeButton(getTranslation("rsvps.state." + state) + " " + counts.of(state), click -> {
                only = on ? Optional.empty() : Optional.of(state);
                again();
            });
            chip.addClassName("chip");
            chip.setClassName("on", on);
            chip.getElement().setAttribute("aria-pressed", String.valueOf(on));
            chips.add(chip);
        }
    }

    private Component row(RsvpRow row) {
        String shown = row.name().isEmpty() ? getTranslation("rsvps.nameless") : row.name();
        var name = new Anchor("/" + PeoplePaths.supporter(row.rsvp().supporterId()), shown);
        name.addClassNames("grow", "clip");
        var line = div("row rsvp-row", name);
        if (event.shifts().size() > 1) {
            event.shift(row.rsvp().shiftId())
                    .ifPresent(shift -> line.add(span(
                            "small muted",
                            shift.name().isEmpty()
                                    ? EventWhen.start(shift, event.zone(), Sentences.language())
                                    : shift.name())));
        }
        line.add(span(
                "chip " + look(row.rsvp().state()),
                getTranslation("rsvps.state." + row.rsvp().state())));
        if (actor.may(Permission.RECORD_ACTIONS) && row.rsvp().state() != RsvpState.ATTENDED)
            line.add(menu(row, shown));
        line.getElement().setAttribute("role", "listitem");
        return line;
    }

    private Component menu(RsvpRow row, String shown) {
        var button = new NativeButton("⋯");
        button.addClassName("link");
        button.setAriaLabel(getTranslation("rsvps.change", shown));
        button.getElement().setAttribute("aria-haspopup", "menu");
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        for (RsvpState wish : List.of(RsvpState.COMING, RsvpState.MAYBE, RsvpState.CANNOT)) {
            if (wish == row.rsvp().state()) continue;
            menu.addItem(
                    getTranslation("rsvps.say." + wish),
                    click -> doing(() -> {
                        rsvps.say(
                                actor,
                                new RsvpDraft(
                                        row.rsvp().shiftId(),
                                        row.rsvp().supporterId(),
                                        wish,
                                        RsvpSource.MEMBER,
                                        Optional.empty(),
                                        false));
                        refresh();
                    }));
        }
        return button;
    }

    private static String look(RsvpState state) {
        return switch (state) {
            case COMING, ATTENDED -> "good";
            case WAITING, MAYBE -> "warn";
            case NO_SHOW -> "bad";
            case CANNOT -> "";
        };
    }
}
