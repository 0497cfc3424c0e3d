package org.rung.rsvps.ui;

import static org.rung.rsvps.ui.Pieces.div;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.EventDraft;
import org.rung.events.EventId;
import org.rung.events.Events;
import org.rung.events.EventsPaths;
import org.rung.events.Keyword;
import org.rung.events.Locality;
import org.rung.events.ShiftDraft;
import org.rung.events.Venue;

/** A new event, or changing one. */
@Route(EventsPaths.NEW_EVENT)
@RouteAlias(EventsPaths.EVENTS + "/:eventId/edit")
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class EventFormView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Events events;
    private final transient SignedIn signedIn;
    private final TextField title = new TextField(getTranslation("events.form.title"));
    private final TextArea about = new TextArea(getTranslation("events.form.about"));
    private final ComboBox<ZoneId> zone = new ComboBox<>(getTranslation("events.form.zone"));
    private final TextField place = new TextField(getTranslation("events.form.place"));
    private final TextField address = new TextField(getTranslation("events.form.address"));
    private final TextField town = new TextField(getTranslation("events.form.town"));
    private final TextField postalCode = new TextField(getTranslation("events.form.postal-code"));
    private final Checkbox hidden = new Checkbox(getTranslation("events.form.hidden"));
    private final TextArea access = new TextArea(getTranslation("events.form.access"));
    private final TextField online = new TextField(getTranslation("events.form.online"));
    private final TextField keyword = new TextField(getTranslation("events.form.keyword"));
    private final Checkbox umbrella = new Checkbox(getTranslation("events.form.umbrella"));
    private final TextArea kit = new TextArea(getTranslation("events.form.kit"));
    private final ShiftFields shifts = new ShiftFields();
    private final Div problem = new Div();
    private transient Optional<Event> event = Optional.empty();

    EventFormView(Events events, SignedIn signedIn) {
        this.events = events;
        this.signedIn = signedIn;
        addClassNames("page", "event-edit");
        title.setMaxLength(EventDraft.LONGEST_TITLE);
        title.setRequiredIndicatorVisible(true);
        about.setMaxLength(EventDraft.LONGEST_ABOUT);
        about.addClassName("wide");
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc") && !id.startsWith("System"))
                .sorted()
                .map(ZoneId::of)
                .toList());
        zone.setItemLabelGenerator(one -> one.getId().replace('_', ' ').replace("/", " / "));
        place.setMaxLength(Venue.LONGEST_NAME);
        place.setPlaceholder(getTranslation("events.form.place.example"));
        address.setMaxLength(Venue.LONGEST_ADDRESS);
        town.setMaxLength(Locality.LONGEST_TOWN);
        postalCode.setMaxLength(Locality.LONGEST_CODE);
        postalCode.setHelperText(getTranslation("events.form.postal-code.help"));
        hidden.setHelperText(getTranslation("events.form.hidden.help"));
        access.setMaxLength(Venue.LONGEST_ACCESS);
        access.setPlaceholder(getTranslation("events.form.access.example"));
        access.addClassName("wide");
        online.setMaxLength(Venue.LONGEST_ONLINE);
        online.setHelperText(getTranslation("events.form.online.help"));
        keyword.setMaxLength(20);
        keyword.setHelperText(getTranslation("events.form.keyword.help"));
        umbrella.setHelperText(getTranslation("events.form.umbrella.help"));
        umbrella.addValueChangeListener(change -> kit.setVisible(change.getValue()));
        kit.setMaxLength(EventDraft.LONGEST_KIT);
        kit.setHelperText(getTranslation("events.form.kit.help"));
        kit.addClassName("wide");
        kit.setVisible(false);
        problem.addClassNames("notice", "bad", "wide");
        problem.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        try {
            event = entering.getRouteParameters()
                    .get("eventId")
                    .map(word -> events.get(signedIn.actor(), new EventId(Id.parse("event", word))));
        } catch (Problem.Invalid | Problem.Missing gone) {
            throw new NotFoundException();
        }
        zone.setValue(event.map(Event::zone).orElse(signedIn.organization().zone()));
        event.ifPresentOrElse(this::fill, () -> shifts.add(Optional.empty(), zone.getValue()));
        build();
    }

    private void fill(Event known) {
        title.setValue(known.title());
        about.setValue(known.about());
        place.setValue(known.venue().name());
        address.setValue(known.venue().address());
        town.setValue(known.venue().locality().town());
        postalCode.setValue(known.venue().locality().postalCode());
        hidden.setValue(known.venue().hidden());
        access.setValue(known.venue().access());
        online.setValue(known.venue().online());
        keyword.setValue(known.keyword().map(Keyword::text).orElse(""));
        umbrella.setValue(known.umbrella());
        kit.setValue(known.kit());
        shifts.show(known.shifts(), known.zone());
    }

    private void build() {
        removeAll();
        String back = event.map(Event::eventId).map(EventsPaths::event).orElse(EventsPaths.EVENTS);
        var save = new Button(getTranslation("events.form.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var away = new Anchor("/" + back, getTranslation("events.form.cancel"));
        away.addClassNames("btn", "ghost");
        var form = div(
                "card pad form",
                title,
                zone,
                about,
                new H2(getTranslation("events.form.when")),
                shifts,
                new H2(getTranslation("events.form.where")),
                place,
                address,
                town,
                postalCode,
                hidden,
                online,
                access,
                new H2(getTranslation("events.form.more")),
                keyword,
                umbrella,
                kit,
                problem,
                div("actions", save, away));
        add(div("page-head", new H1(heading())), form);
    }

    private String heading() {
        return getTranslation(event.isPresent() ? "events.form.change" : "events.new");
    }

    private void mark(Problem.Invalid wrong) {
        switch (wrong.field()) {
            case "title" -> Marks.put(title, wrong);
            case "about" -> Marks.put(about, wrong);
            case "placeName" -> Marks.put(place, wrong);
            case "streetAddress" -> Marks.put(address, wrong);
            case "town" -> Marks.put(town, wrong);
            case "postalCode" -> Marks.put(postalCode, wrong);
            case "access" -> Marks.put(access, wrong);
            case "online" -> Marks.put(online, wrong);
            case "keyword" -> Marks.put(keyword, wrong);
            case "kit" -> Marks.put(kit, wrong);
            default -> problem.scrollIntoView();
        }
    }

    private void save() {
        problem.setText("");
        List.of(title, place, address, town, postalCode, online, keyword).forEach(field -> field.setInvalid(false));
        List.of(about, access, kit).forEach(field -> field.setInvalid(false));
        var wrongs = new ArrayList<Problem.Invalid>();
        try {
            var clock = Optional.ofNullable(zone.getValue())
                    .orElse(signedIn.organization().zone());
            // What is wrong with the times has marked itself; the title is marked after it, and leads.
            var times = shifts.read(clock, wrongs::add);
            var draft = draft(clock, times);
            if (wrongs.isEmpty()) keep(draft);
        } catch (Problem.Invalid wrong) {
            wrongs.addFirst(wrong);
            mark(wrong);
        } catch (Problem wrong) {
            problem.setText(Sentences.of(wrong));
            problem.scrollIntoView();
        }
        if (!wrongs.isEmpty())
            problem.setText(wrongs.stream().map(Sentences::of).distinct().collect(Collectors.joining(" ")));
    }

    private EventDraft draft(ZoneId clock, List<ShiftDraft> times) {
        return new EventDraft(
                title.getValue(),
                about.getValue(),
                clock,
                new Venue(
                        place.getValue(),
                        address.getValue(),
                        new Locality(town.getValue(), postalCode.getValue()),
                        hidden.getValue(),
                        access.getValue(),
                        online.getValue()),
                Keyword.of(keyword.getValue()),
                times,
                umbrella.getValue(),
                event.flatMap(Event::under),
                kit.getValue());
    }

    private void keep(EventDraft draft) {
        var actor = signedIn.actor();
        EventId saved = event.map(known -> {
                    events.change(actor, known.eventId(), draft, known.sequence());
                    return known.eventId();
                })
                .orElseGet(() -> events.make(actor, draft));
        getUI().ifPresent(ui -> ui.navigate(EventsPaths.event(saved)));
    }

    @Override
    public String getPageTitle() {
        return heading() + " · Rung";
    }
}
