package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rung.campaigns.CampaignProgress;

/** How far a campaign is, in numbers that move while one looks. */
class Progress extends Div {
    private final Div bar = bar(0, 0);
    private final Span texted = span("muted num", "");
    private final Map<String, Element> numbers = new LinkedHashMap<>();

    Progress(Component where, CampaignProgress.Counts counts) {
        addClassNames("col", "progress");
        var cards = div("counts");
        for (var state : new String[] {"NEEDS_FIRST_TEXT", "AWAITING_REPLY", "NEEDS_RESPONSE", "CLOSED"}) {
            var number = new Element("b");
            numbers.put(state, number);
            var card = div("count");
            card.getElement().appendChild(number);
            card.add(span("small muted", where.getTranslation("campaigns.conversations." + state)));
            cards.add(card);
        }
        add(bar, texted, cards);
        show(counts);
    }

    final void show(CampaignProgress.Counts counts) {
        fill(bar, counts.texted(), counts.all());
        texted.setText(getTranslation("campaigns.list.texted", counts.texted(), counts.all()));
        number("NEEDS_FIRST_TEXT", counts.needsFirstText());
        number("AWAITING_REPLY", counts.awaitingReply());
        number("NEEDS_RESPONSE", counts.needsResponse());
        number("CLOSED", counts.closed());
    }

    private void number(String state, long number) {
        numbers.getOrDefault(state, new Element("b"))
                .setText(NumberFormat.getIntegerInstance(getLocale()).format(number));
    }
}
