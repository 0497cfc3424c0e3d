package org.rung.rsvps.ui;

import static org.rung.rsvps.ui.Pieces.div;
import static org.rung.rsvps.ui.Pieces.doing;
import static org.rung.rsvps.ui.Pieces.span;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.OneMember;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.events.Event;
import org.rung.events.EventsPaths;
import org.rung.events.Host;
import org.rung.events.Hosts;
import org.rung.people.Supporters;
import org.rung.settings.RungSettings;

/** Who hosts it, each with their link to the list at the door. */
class HostsCard extends Div {
    private final transient Hosts hosts;
    private final transient Members members;
    private final transient Supporters supporters;
    private final transient Actor.Member actor;
    private final transient Event event;
    private final Div list = div("col");
    private final String base;

    HostsCard(
            Hosts hosts,
            Members members,
            Supporters supporters,
            RungSettings settings,
            Actor.Member actor,
            Event event) {
        this.hosts = hosts;
        this.members = members;
        this.supporters = supporters;
        this.actor = actor;
        this.event = event;
        this.base = settings.publicUrl() + "/";
        addClassNames("card", "col");
        add(new H2(getTranslation("events.hosts")), span("small muted", getTranslation("events.hosts.line")), list);
        if (actor.may(Permission.RUN_CAMPAIGNS)) add(pick());
        show();
    }

    private OneMember pick() {
        var pick = new OneMember(getTranslation("events.hosts.add"), members, actor);
        pick.addValueChangeListener(change -> {
            if (change.getValue() == null) return;
            doing(() -> hosts.add(actor, event.eventId(), change.getValue().memberId()));
            pick.clear();
            show();
        });
        return pick;
    }

    private void show() {
        list.removeAll();
        List<Host> all = hosts.of(actor, event.eventId());
        var names = members.names(
                actor.organization(),
                all.stream().flatMap(one -> one.member().stream()).toList());
        var people = supporters.all(
                actor.organization(),
                all.stream().flatMap(one -> one.supporter().stream()).toList());
        for (Host host : all) {
            String name = host.member()
                    .map(id -> names.getOrDefault(id, ""))
                    .or(() -> host.supporter()
                            .flatMap(id -> Optional.ofNullable(people.get(id)))
                            .map(one -> (one.firstName() + " " + one.lastName()).strip()))
                    .orElse("");
            list.add(row(host, name));
        }
        if (all.isEmpty()) list.add(span("muted", getTranslation("events.hosts.none")));
    }

    private Div row(Host host, String name) {
        var row = div("row wrap", span("grow strong", name));
        boolean mine = host.member().filter(actor.memberId()::equals).isPresent();
        if (actor.may(Permission.RUN_CAMPAIGNS) || mine) {
            var door = new Anchor(base + EventsPaths.door(host.token()), getTranslation("events.hosts.door"));
            door.setTarget("_blank");
            door.getElement().setAttribute("aria-label", getTranslation("events.hosts.door.whose", name));
            row.add(door);
        }
        if (actor.may(Permission.RUN_CAMPAIGNS)) {
            var remove = new Button(
                    getTranslation("events.hosts.remove"),
                    click -> doing(() -> {
                        hosts.remove(actor, event.eventId(), host.eventHostId());
                        show();
                    }));
            remove.setAriaLabel(getTranslation("events.hosts.remove.whom", name));
            remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            row.add(remove);
        }
        return row;
    }
}
