package org.rung.rsvps.ui;

import static org.rung.rsvps.ui.Pieces.div;
import static org.rung.rsvps.ui.Pieces.doing;
import static org.rung.rsvps.ui.Pieces.section;
import static org.rung.rsvps.ui.Pieces.span;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.EventId;
import org.rung.events.EventState;
import org.rung.events.EventWhen;
import org.rung.events.Events;
import org.rung.events.EventsPaths;
import org.rung.events.Hosts;
import org.rung.events.Shift;
import org.rung.people.Supporters;
import org.rung.rsvps.EventPanel;
import org.rung.rsvps.RsvpState;
import org.rung.rsvps.Rsvps;
import org.rung.rsvps.ShiftCount;
import org.rung.settings.RungSettings;

/** One event: what it is, who comes, who hosts it, and what rooms above add. */
@Route(EventsPaths.EVENTS + "/:eventId")
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class EventView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Events events;
    private final transient Rsvps rsvps;
    private final transient Hosts hosts;
    private final transient Members members;
    private final transient Supporters supporters;
    private final transient RungSettings settings;
    private final transient List<EventPanel> panels;
    private final transient Actor.Member actor;
    private final Div head = new Div();
    private final Div facts = new Div();
    private final Div what = new Div();
    private final Div added = new Div();
    private transient EventId eventId = new EventId(0);
    private String title = "";

    EventView(
            Events events,
            Rsvps rsvps,
            Hosts hosts,
            Members members,
            Supporters supporters,
            RungSettings settings,
            List<EventPanel> panels,
            SignedIn signedIn,
            EventWatchers watchers) {
        this.events = events;
        this.rsvps = rsvps;
        this.hosts = hosts;
        this.members = members;
        this.supporters = supporters;
        this.settings = settings;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(EventPanel::order))
                .toList();
        this.actor = signedIn.actor();
        addClassNames("page", "event");
        watchers.watch(this, actor.organization(), this::count);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        try {
            eventId = new EventId(Id.parse(
                    "event", entering.getRouteParameters().get("eventId").orElse("")));
            Event event = events.get(actor, eventId);
            removeAll();
            var back = new Anchor("/" + EventsPaths.EVENTS, "‹ " + getTranslation("events.title"));
            back.addClassName("back");
            facts.addClassName("grid-2");
            added.addClassName("grid-2");
            add(back, head, facts);
            // An umbrella without times of its own has nobody to list: people come to what is held under it.
            if (!event.umbrella() || !event.shifts().isEmpty()) add(new PeopleCard(rsvps, actor, event));
            add(added);
            show(event);
        } catch (Problem.Invalid | Problem.Missing gone) {
            throw new NotFoundException();
        }
    }

    private void refresh() {
        show(events.get(actor, eventId));
        people();
    }

    /** Somebody said something: numbers and names change, what somebody is writing here stays. */
    private void count() {
        what.removeAll();
        what.add(what(events.get(actor, eventId)));
        people();
    }

    private void people() {
        getChildren().filter(PeopleCard.class::isInstance).forEach(card -> ((PeopleCard) card).refresh());
    }

    private void show(Event event) {
        title = event.title();
        head.removeAll();
        head.addClassName("page-head");
        head.add(new Div(new H1(event.title()), Pieces.state(event.state())), deeds(event));
        facts.removeAll();
        what.removeAll();
        what.add(what(event));
        facts.add(what, share(event), new HostsCard(hosts, members, supporters, settings, actor, event));
        added.removeAll();
        panels.forEach(panel -> panel.panel(actor, event).ifPresent(added::add));
    }

    private Component deeds(Event event) {
        var deeds = div("actions");
        if (!actor.may(Permission.RUN_CAMPAIGNS)) return deeds;
        if (event.state() == EventState.DRAFT) {
            var publish = new Button(
                    getTranslation("events.publish"),
                    click -> doing(() -> {
                        events.publish(actor, event.eventId());
                        refresh();
                    }));
            publish.addThemeVariants(ButtonVariant.PRIMARY);
            deeds.add(publish);
        }
        if (event.state() == EventState.DRAFT || event.state() == EventState.PUBLISHED) {
            var edit = new Anchor("/" + EventsPaths.edit(event.eventId()), getTranslation("events.edit"));
            edit.addClassNames("btn", "ghost");
            deeds.add(
                    edit,
                    new Button(
                            getTranslation("events.cancel"),
                            click -> new SureDialog(
                                            getTranslation("events.cancel.title", event.title()),
                                            getTranslation("events.cancel.line"),
                                            getTranslation("events.cancel"),
                                            getTranslation("events.keep"),
                                            () -> doing(() -> {
                                                events.cancel(actor, event.eventId());
                                                refresh();
                                            }))
                                    .open()));
        }
        return deeds;
    }

    private Component what(Event event) {
        var card = section(getTranslation("events.what"));
        var counts = rsvps.counts(
                actor.organization(),
                event.shifts().stream().map(Shift::shiftId).toList());
        for (Shift shift : event.shifts()) {
            card.add(shift(event, shift, counts.getOrDefault(shift.shiftId(), ShiftCount.NONE)));
        }
        if (event.shifts().isEmpty()) card.add(span("muted", getTranslation("events.shifts.none")));
        String place = event.venue().line(true);
        if (!place.isEmpty()) card.add(span("", place));
        if (event.venue().hidden()) card.add(span("small muted", getTranslation("events.hidden")));
        if (!event.venue().access().isEmpty())
            card.add(lines("small", event.venue().access()));
        if (!event.venue().online().isEmpty()) {
            card.add(new Anchor(event.venue().online(), event.venue().online()));
        }
        if (!event.about().isEmpty()) card.add(lines("", event.about()));
        return card;
    }

    private static Paragraph lines(String looks, String words) {
        var lines = new Paragraph(words);
        lines.addClassName("lines");
        if (!looks.isEmpty()) lines.addClassName(looks);
        return lines;
    }

    private Component shift(Event event, Shift shift, ShiftCount count) {
        var when = span(
                "strong",
                (shift.name().isEmpty() ? "" : shift.name() + ": ")
                        + EventWhen.span(shift, event.zone(), Sentences.language()) + " "
                        + EventWhen.zone(shift, event.zone(), Sentences.language()));
        String places = shift.capacity()
                .map(most -> getTranslation("events.places", count.seated(), most, count.of(RsvpState.WAITING)))
                .orElseGet(() -> getTranslation("events.coming", count.seated(), count.of(RsvpState.WAITING)));
        var line = div("event-shift-line", when, span("small muted", places));
        if (shift.cancelled()) line.add(span("chip bad", getTranslation("events.state.CANCELLED")));
        shift.capacity().ifPresent(most -> {
            var bar = div("bar");
            bar.getElement().setAttribute("aria-hidden", "true");
            var full = new Element("b");
            full.getStyle().set("width", Math.min(100, count.seated() * 100 / most) + "%");
            bar.getElement().appendChild(full);
            line.add(bar);
        });
        return line;
    }

    private Component share(Event event) {
        var card = section(getTranslation("events.share"));
        if (event.state() == EventState.DRAFT) {
            card.add(span("muted", getTranslation("events.share.draft")));
            return card;
        }
        String link = settings.publicUrl() + "/" + EventsPaths.open(event.code());
        var address = new Anchor("/" + EventsPaths.open(event.code()), link);
        address.addClassName("mono");
        address.setTarget("_blank");
        var poster = new Anchor("/" + EventsPaths.poster(event.eventId()), getTranslation("events.poster"));
        poster.addClassNames("btn", "ghost");
        card.add(address);
        event.keyword().ifPresent(word -> card.add(span("", getTranslation("events.share.word", word.text()))));
        card.add(div("actions", poster));
        return card;
    }

    @Override
    public String getPageTitle() {
        return title + " · Rung";
    }
}
