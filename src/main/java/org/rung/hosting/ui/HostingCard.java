package org.rung.hosting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.stream.Collectors;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.events.Event;
import org.rung.events.EventWhen;
import org.rung.events.EventsPaths;
import org.rung.hosting.HostCandidate;
import org.rung.hosting.HostingRow;
import org.rung.hosting.HostingState;
import org.rung.hosting.Hostings;
import org.rung.people.PeoplePaths;

/** Applications to decide, what came of them, and whom one may ask. */
class HostingCard extends Div {
    private static final int SHOWN = 100;
    private static final int ASKED_AT_ONCE = 25;

    private final transient Hostings hostings;
    private final transient Members members;
    private final transient Actor.Member actor;
    private final transient Event event;
    private final boolean decides;

    HostingCard(Hostings hostings, Members members, Actor.Member actor, Event event) {
        this.hostings = hostings;
        this.members = members;
        this.actor = actor;
        this.event = event;
        this.decides = actor.may(Permission.RUN_CAMPAIGNS);
        addClassNames("card", "col");
        show();
    }

    private void show() {
        removeAll();
        add(new H2(getTranslation("hosting.title")), words("small muted", getTranslation("hosting.line")));
        List<HostingRow> rows = hostings.page(actor, event.eventId(), 0, SHOWN);
        rows.forEach(row -> add(row(row)));
        if (rows.isEmpty()) add(words("muted", getTranslation("hosting.none")));
        List<HostCandidate> candidates = hostings.candidates(actor, event.eventId(), ASKED_AT_ONCE);
        if (!candidates.isEmpty()) add(candidates(candidates));
    }

    private Component row(HostingRow row) {
        var hosting = row.hosting();
        var name = new Anchor("/" + PeoplePaths.supporter(hosting.supporterId()), row.name());
        name.addClassNames("strong", "grow");
        var top =
                div("row wrap", name, words(look(hosting.state()), getTranslation("hosting.state." + hosting.state())));
        var part = div("col event-words-part", top);
        hosting.startsAt()
                .ifPresent(start -> part.add(words(
                        "small",
                        EventWhen.day(start, event.zone(), Sentences.language()) + ", "
                                + EventWhen.time(start, event.zone(), Sentences.language()) + " · "
                                + hosting.venue().line(true))));
        if (!hosting.words().isEmpty()) part.add(words("small muted", hosting.words()));
        hosting.held()
                .ifPresent(held -> part.add(new Anchor("/" + EventsPaths.event(held), getTranslation("hosting.open"))));
        if (decides && hosting.state() == HostingState.APPLIED) {
            var approve = new Button(
                    getTranslation("hosting.approve"),
                    click -> new ApproveDialog(hostings, members, actor, row, this::show).open());
            approve.addThemeVariants(ButtonVariant.PRIMARY);
            approve.setAriaLabel(getTranslation("hosting.approve.whom", row.name()));
            var decline = new Button(
                    getTranslation("hosting.decline"),
                    click -> doing(() -> {
                        hostings.decline(actor, hosting.hostingId());
                        show();
                    }));
            decline.setAriaLabel(getTranslation("hosting.decline.whom", row.name()));
            part.add(div("actions", approve, decline));
        }
        return part;
    }

    private Component candidates(List<HostCandidate> candidates) {
        var part = div("col event-words-part", new H3(getTranslation("hosting.ask")));
        part.add(words(
                "small",
                candidates.stream()
                        .map(one -> getTranslation("hosting.ask.one", one.name(), one.came()))
                        .collect(Collectors.joining(", "))));
        if (decides) {
            part.add(div(
                    "actions",
                    new Button(
                            getTranslation("hosting.ask.do", candidates.size()),
                            click -> doing(() -> {
                                int asked = hostings.ask(
                                        actor,
                                        event.eventId(),
                                        candidates.stream()
                                                .map(HostCandidate::supporterId)
                                                .toList());
                                Notification.show(
                                        getTranslation("hosting.asked", asked),
                                        4_000,
                                        Notification.Position.TOP_CENTER);
                                show();
                            }))));
        }
        return part;
    }

    private static String look(HostingState state) {
        return switch (state) {
            case APPLIED -> "chip warn";
            case APPROVED -> "chip good";
            case ASKED, DECLINED -> "chip";
        };
    }

    private static Span words(String looks, String words) {
        var span = new Span(words);
        span.addClassNames(looks.split(" "));
        return span;
    }

    private static Div div(String looks, Component... inside) {
        var div = new Div(inside);
        div.addClassNames(looks.split(" "));
        return div;
    }

    private static void doing(Runnable act) {
        try {
            act.run();
        } catch (Problem refused) {
            Notification.show(Sentences.of(refused), 6_000, Notification.Position.TOP_CENTER);
        }
    }
}
