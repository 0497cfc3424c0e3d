package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.role;
import static org.rung.live.ui.LiveWords.say;
import static org.rung.live.ui.LiveWords.span;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.ToLongFunction;
import org.rung.help.HelpPaths;
import org.rung.live.Live;
import org.rung.live.LivePage;
import org.rung.texting.TextingPaths;

/** What a person must see to now, and the way there; one sentence where there is nothing. */
class NeedsCard extends Div {
    private final List<Need> needs;
    private final Span nothing = span("muted", say("live.needs.none"));

    NeedsCard(LivePage page) {
        addClassNames("card", "pad", "col", "live-needs");
        needs = List.of(
                new Need("help", HelpPaths.HELP, one -> one.numbers().helped()),
                new Need("late", TextingPaths.INBOX, one -> one.numbers().late()),
                new Need("held", TextingPaths.HELD, LivePage::undecided),
                new Need("failing", "", one -> one.numbers().failing()),
                new Need("review", "#live-texters", LivePage::toReview),
                new Need("overdue", "#live-texters", LivePage::overdue));
        var list = role(div("people-list"), "list");
        needs.forEach(list::add);
        add(new H2(say("live.needs")), nothing, list);
        show(page);
    }

    final void show(LivePage page) {
        needs.forEach(need -> need.show(page));
        nothing.setVisible(needs.stream().noneMatch(Need::isVisible));
    }

    private static final class Need extends Div {
        private final String name;
        private final transient ToLongFunction<LivePage> many;
        private final Span line = span("grow", "");

        Need(String name, String path, ToLongFunction<LivePage> many) {
            this.name = name;
            this.many = many;
            addClassNames("row", "wrap");
            role(this, "listitem");
            add(line);
            if (!path.isEmpty()) {
                var way = new Anchor(path.startsWith("#") ? path : "/" + path, say("live.needs.look"));
                way.addClassNames("btn", "ghost", "small");
                way.setRouterIgnore(path.startsWith("#"));
                way.getElement().setAttribute("aria-label", say("live.look." + name));
                add(way);
            }
        }

        void show(LivePage page) {
            long now = many.applyAsLong(page);
            setVisible(now > 0);
            line.setText(say("live.needs." + name, now, Live.LATE.toMinutes()));
        }
    }
}
