package org.rung.asks.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import org.rung.asks.AskOutcome;
import org.rung.asks.Asks;
import org.rung.asks.NextAsk;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.ladder.StartingWords;
import org.rung.people.SupporterId;

/** The next ask with its reason, and what came of it when it was put to them away from the desk. */
class AskCard extends Section {
    private final Asks asks;
    private final Actor actor;
    private final SupporterId supporterId;
    private final NextAsk ask;

    AskCard(Asks asks, Actor actor, SupporterId supporterId, NextAsk ask, ZoneId zone) {
        this.asks = asks;
        this.actor = actor;
        this.supporterId = supporterId;
        this.ask = ask;
        addClassNames("card", "col", "ask-card");
        getElement().setAttribute("aria-live", "polite");
        Span title = new Span(StartingWords.in(getLocale(), ask.title()));
        title.addClassName("strong");
        Span why = new Span(ask.reason().in(getLocale(), zone));
        why.addClassNames("small", "muted");
        Div words = new Div(title, why);
        words.addClassName("col");
        words.getStyle().set("gap", "2px");
        add(new H3(getTranslation(ask.back() ? "asks.next.back" : "asks.next.title")), words);
        if (!ask.words().isBlank()) {
            Paragraph said = new Paragraph(getTranslation("asks.next.words", ask.words()));
            said.addClassName("small");
            add(said);
        }
        if (actor.may(Permission.RECORD_ACTIONS)) {
            Div answers = new Div(
                    button("asks.next.yes", "good", AskOutcome.ACCEPTED, "asks.next.promised"),
                    button("asks.next.no", "ghost", AskOutcome.DECLINED, "asks.next.resting"));
            answers.addClassNames("row", "wrap");
            add(answers);
        }
    }

    private NativeButton button(String words, String look, AskOutcome outcome, String after) {
        NativeButton button = new NativeButton(getTranslation(words), click -> {
            asks.asked(actor, supporterId, ask.askId(), outcome, "");
            removeAll();
            add(new H3(getTranslation("asks.next.title")), new Paragraph(getTranslation(after)));
        });
        button.addClassNames("btn", look, "small");
        return button;
    }
}
