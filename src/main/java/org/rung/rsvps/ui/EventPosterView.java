package org.rung.rsvps.ui;

import static org.rung.rsvps.ui.Pieces.div;
import static org.rung.rsvps.ui.Pieces.span;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.rung.accounts.QrCode;
import org.rung.accounts.SignedIn;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.EventId;
import org.rung.events.EventState;
import org.rung.events.EventWhen;
import org.rung.events.Events;
import org.rung.events.EventsPaths;
import org.rung.settings.RungSettings;

/** An event to hang up: what, when, where, and a code to sign up; and one for the door, by which guests check themselves in. */
@Route(value = EventsPaths.EVENTS + "/:eventId/poster", autoLayout = false)
@RolesAllowed({"ORGANIZER", "COORDINATOR", "ADMIN"})
public class EventPosterView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Events events;
    private final transient SignedIn signedIn;
    private final transient RungSettings settings;
    private String title = "";

    EventPosterView(Events events, SignedIn signedIn, RungSettings settings) {
        this.events = events;
        this.signedIn = signedIn;
        this.settings = settings;
        addClassName("poster-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        try {
            Event event = events.get(
                    signedIn.actor(),
                    new EventId(Id.parse(
                            "event",
                            entering.getRouteParameters().get("eventId").orElse(""))));
            if (event.state() == EventState.DRAFT) throw new NotFoundException();
            boolean door =
                    entering.getLocation().getQueryParameters().getParameters().containsKey("door");
            show(event, door);
        } catch (Problem.Invalid | Problem.Missing gone) {
            throw new NotFoundException();
        }
    }

    private void show(Event event, boolean door) {
        removeAll();
        title = event.title();
        String link = settings.publicUrl() + "/"
                + (door ? EventsPaths.here(event.code(), event.doorPin()) : EventsPaths.open(event.code()));
        var picture = new Image(QrCode.of(link).data(), getTranslation("events.poster.picture"));
        picture.addClassName("poster-code");
        var poster = new Main(new H1(event.title()));
        poster.setId("content");
        poster.addClassName("poster");
        event.shifts().stream()
                .filter(shift -> !shift.cancelled())
                .limit(4)
                .forEach(shift -> poster.add(new Paragraph(EventWhen.span(shift, event.zone(), getLocale()))));
        String place = event.venue().line(false);
        if (!place.isEmpty()) poster.add(new Paragraph(place));
        poster.add(new Paragraph(getTranslation(door ? "events.poster.door" : "events.poster.line")), picture);
        var address = new Paragraph(link);
        address.addClassNames("mono", "poster-link");
        poster.add(address);
        if (door) poster.add(span("", getTranslation("events.poster.here", event.doorPin())));
        else event.keyword().ifPresent(word -> poster.add(span("", getTranslation("events.share.word", word.text()))));
        add(tools(event, door), poster);
    }

    private Div tools(Event event, boolean door) {
        var back = new Anchor("/" + EventsPaths.event(event.eventId()), "‹ " + event.title());
        back.addClassName("back");
        var print = new Button(
                getTranslation("events.poster.print"),
                click -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()")));
        print.addThemeVariants(ButtonVariant.PRIMARY);
        String own = "/" + EventsPaths.poster(event.eventId());
        var other = new Anchor(
                door ? own : own + "?door",
                getTranslation(door ? "events.poster.for.street" : "events.poster.for.door"));
        other.addClassNames("btn", "ghost", "small");
        other.setRouterIgnore(true);
        return div("poster-tools", back, div("actions", print, other));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
