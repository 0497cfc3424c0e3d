package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.rung.common.Actor;
import org.rung.people.SupporterId;
import org.rung.people.SupporterPanel;
import org.rung.texting.ConversationRow;
import org.rung.texting.SupporterTexts;
import org.rung.texting.TextingPaths;

/** A supporter's conversations, on their page. */
@org.springframework.stereotype.Component
class ConversationsPanel implements SupporterPanel {

    private static final int SHOWN = 20;

    private final SupporterTexts texts;

    ConversationsPanel(SupporterTexts texts) {
        this.texts = texts;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Component panel(Actor actor, SupporterId supporterId) {
        List<ConversationRow> rows = texts.conversations(actor, supporterId, SHOWN);
        Div card = new Div();
        card.addClassNames("card", "col", "pad");
        card.add(new H3(card.getTranslation("texting.panel")));
        for (ConversationRow row : rows) {
            Span campaign = new Span(
                    row.campaignName().isBlank() ? card.getTranslation("texting.noCampaign") : row.campaignName());
            Span state = new Span(card.getTranslation(row.closedReason()
                    .map(reason -> "texting.closed." + reason.name())
                    .orElse("texting.state." + row.state().name())));
            row.skip().ifPresent(skip -> state.add(": " + Skipping.said(card, skip)));
            state.addClassNames("small", "muted");
            Div words = new Div(campaign, state);
            words.addClassNames("grow", "reply-middle");
            Anchor open = new Anchor(
                    "/" + TextingPaths.conversation(row.conversationId()), card.getTranslation("texting.panel.open"));
            open.addClassNames("btn", "ghost", "small");
            Div line = new Div(words, open);
            line.addClassName("row");
            card.add(line);
        }
        if (rows.isEmpty()) {
            Span none = new Span(card.getTranslation("texting.panel.none"));
            none.addClassNames("small", "muted");
            card.add(none);
        }
        return card;
    }
}
