package org.rung.rsvps.ui;

import static org.rung.rsvps.ui.Pieces.div;
import static org.rung.rsvps.ui.Pieces.say;
import static org.rung.rsvps.ui.Pieces.span;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.maps.AreaMap;
import org.rung.maps.Dot;
import org.rung.maps.TileServer;
import org.rung.rsvps.Gathered;

/** How far away an umbrella's day is, how many hold one and have signed up, and where: a map, and the same by state. */
class UmbrellaCard extends Div {
    UmbrellaCard(Gathered gathered, Optional<TileServer> tiles) {
        addClassNames("card", "col", "gatherings");
        var title = div("row wrap", new H2(say("events.gatherings")));
        gathered.countdown().ifPresent(days -> title.add(span("chip", Sentences.of(days.said()))));
        add(title);
        if (gathered.all().isEmpty()) {
            add(span("muted", say("events.gatherings.none")));
            return;
        }
        add(span("", say("events.gatherings.count", gathered.all().size(), gathered.signedUp())));
        List<Dot> dots = gathered.dots().stream()
                .map(dot -> new Dot(
                        dot.point(),
                        dot.gatherings(),
                        say("rsvps.page.map.dot", dot.gatherings(), dot.town().isEmpty() ? 0 : 1, dot.town())))
                .toList();
        if (!dots.isEmpty()) {
            var map = new AreaMap(tiles, say("events.gatherings.map"));
            map.only(dots);
            add(map);
        }
        add(new H3(say("events.gatherings.where")), regions(gathered.regions()));
    }

    private static UnorderedList regions(List<Gathered.Region> regions) {
        var list = new UnorderedList();
        list.addClassName("gatherings-where");
        for (var region : regions) {
            list.add(new ListItem(
                    span("strong", region.name().isEmpty() ? say("events.gatherings.nowhere") : region.name()),
                    span("small muted", say("events.gatherings.region", region.gatherings(), region.signedUp()))));
        }
        return list;
    }
}
