package org.rung.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.help.Help;
import org.rung.help.HelpPaths;
import org.rung.help.HelpRow;
import org.rung.help.Helpers;
import org.rung.texting.HomeCard;
import org.rung.texting.HomePart;
import org.rung.texting.TextingPaths;

/** At home: who asks for one's help, and how what one asked stands. */
@org.springframework.stereotype.Component
class HelpAtHome implements HomePart {
    private final Help help;
    private final Helpers helpers;

    HelpAtHome(Help help, Helpers helpers) {
        this.help = help;
        this.helpers = helpers;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Component> card(Actor.Member actor) {
        var cards = new Div();
        cards.addClassName("desk-cards");
        int waiting = helpers.waiting(actor.organization(), List.of(actor)).getOrDefault(actor.memberId(), 0);
        if (waiting > 0) {
            cards.add(new HomeCard(
                    HelpWords.say("help.home", waiting),
                    HelpWords.say("help.home.line"),
                    HomeCard.way(UI.getCurrent(), "help.home.open", HelpPaths.HELP, true)));
        }
        List<HelpRow> asked = help.asked(actor);
        if (!asked.isEmpty()) {
            cards.add(asked(asked));
        }
        return cards.getComponentCount() == 0 ? Optional.empty() : Optional.of(cards);
    }

    private static Component asked(List<HelpRow> rows) {
        var card = new Div(new H2(HelpWords.say("help.mine")));
        card.addClassNames("card", "col", "pad", "help-mine");
        rows.forEach(row -> card.add(line(row)));
        return card;
    }

    private static Component line(HelpRow row) {
        String name = HelpWords.who(row);
        var who = new Span(name);
        who.addClassName("strong");
        var how = new Span(how(row));
        how.addClassNames("small", "muted");
        var words = new Div(who, how);
        words.addClassNames("grow", "reply-middle");
        var line = new Div(words);
        line.addClassName("row");
        if (row.request().outcome().isEmpty()) {
            var open = new Anchor(
                    "/" + TextingPaths.conversation(row.request().conversationId()), HelpWords.say("help.mine.open"));
            open.addClassNames("btn", "ghost", "small");
            open.getElement().setAttribute("aria-label", HelpWords.say("help.mine.openOf", name));
            line.add(open);
        }
        return line;
    }

    private static String how(HelpRow row) {
        return row.request()
                .outcome()
                .map(outcome -> HelpWords.say(
                        "help.outcome." + outcome.name(), row.settler().orElse("")))
                .orElseGet(() -> row.taker()
                        .map(taker -> HelpWords.say("help.with.taker", taker))
                        .or(() -> row.to().map(to -> HelpWords.say("help.with.to", to)))
                        .orElse(HelpWords.say("help.with.anyone")));
    }
}
