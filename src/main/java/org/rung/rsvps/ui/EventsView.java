package org.rung.rsvps.ui;

import static org.rung.rsvps.ui.Pieces.div;
import static org.rung.rsvps.ui.Pieces.span;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.events.EventFilter;
import org.rung.events.EventRow;
import org.rung.events.EventWhen;
import org.rung.events.Events;
import org.rung.events.EventsPaths;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.rung.rsvps.ShiftCount;

/** Events to come, the next first, and those that were. */
@Route(EventsPaths.EVENTS)
@Menu(title = "events.title", order = 25)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class EventsView extends Div implements HasDynamicTitle {
    private static final int SIZE = 30;

    private final transient Events events;
    private final transient Rsvps rsvps;
    private final transient Actor.Member actor;
    private final NativeButton upcoming = tab("events.upcoming", false);
    private final NativeButton past = tab("events.past", true);
    private final Div list = new Div();
    private boolean old;

    EventsView(Events events, Rsvps rsvps, SignedIn signedIn, EventWatchers watchers) {
        this.events = events;
        this.rsvps = rsvps;
        this.actor = signedIn.actor();
        addClassNames("page", "events");
        list.addClassName("event-list");
        var tabs = div("row", upcoming, past);
        tabs.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("events.which"));
        add(head(), tabs, list);
        show();
        watchers.watch(this, actor.organization(), this::show);
    }

    private Component head() {
        var head = div(
                "page-head",
                new Div(new H1(getTranslation("events.title")), span("muted", getTranslation("events.line"))));
        if (actor.may(Permission.RUN_CAMPAIGNS)) {
            var make = new Anchor("/" + EventsPaths.NEW_EVENT, getTranslation("events.new"));
            make.addClassName("btn");
            head.add(make);
        }
        return head;
    }

    private NativeButton tab(String words, boolean which) {
        var tab = new NativeButton(getTranslation(words), click -> {
            old = which;
            show();
        });
        tab.addClassName("chip");
        return tab;
    }

    private void show() {
        mark(upcoming, !old);
        mark(past, old);
        list.removeAll();
        append(Optional.empty());
        if (list.getComponentCount() == 0) {
            list.add(div(
                    "card empty",
                    new H2(getTranslation(old ? "events.none.past" : "events.none")),
                    new Paragraph(getTranslation(old ? "events.none.past.line" : "events.none.line"))));
        }
    }

    private static void mark(NativeButton tab, boolean on) {
        tab.setClassName("on", on);
        tab.getElement().setAttribute("aria-pressed", String.valueOf(on));
    }

    private void append(Optional<String> after) {
        var page = events.page(actor, old ? EventFilter.PAST : EventFilter.UPCOMING, new Page.Wanted(after, SIZE));
        var counts = rsvps.countsOf(
                actor.organization(),
                page.rows().stream().map(EventRow::eventId).toList());
        page.rows().forEach(row -> list.add(card(row, counts.getOrDefault(row.eventId(), ShiftCount.NONE))));
        page.next().ifPresent(next -> {
            var more = new Button(getTranslation("events.more"));
            more.addClickListener(click -> {
                list.remove(more);
                append(Optional.of(next));
            });
            list.add(more);
        });
    }

    private Component card(EventRow row, ShiftCount count) {
        var name = new H2(new Anchor("/" + EventsPaths.event(row.eventId()), row.title()));
        name.addClassName("grow");
        var top = div("row wrap", name, Pieces.state(row.state()));
        var card = div("card col pad event-card", top);
        row.startsAt()
                .ifPresent(start -> card.add(span(
                        "strong",
                        EventWhen.day(start, row.zone(), Sentences.language()) + ", "
                                + EventWhen.time(start, row.zone(), Sentences.language()))));
        if (!row.placeName().isEmpty()) card.add(span("", row.placeName()));
        if (row.umbrella()) card.add(span("chip", getTranslation("events.umbrella")));
        // Under an umbrella people come to what others hold.
        if (!row.umbrella() || count.seated() > 0) card.add(span("small muted", counted(count)));
        return card;
    }

    private String counted(ShiftCount count) {
        return old
                ? getTranslation("events.came", count.of(RsvpState.ATTENDED), count.of(RsvpState.NO_SHOW))
                : getTranslation("events.coming", count.seated(), count.of(RsvpState.WAITING));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("events.title") + " · Rung";
    }
}
