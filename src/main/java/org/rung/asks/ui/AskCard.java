package org.rung.asks.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.rung.accounts.Sentences;
import org.rung.asks.AskNow;
import org.rung.asks.AskOutcome;
import org.rung.asks.Asks;
import org.rung.asks.NextAsk;
import org.rung.asks.OpenAsk;
import org.rung.commitments.AskId;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.ladder.StartingWords;
import org.rung.people.SupporterId;

/** The next ask with its reason, or the one that waits for an answer, and what came of it; or that they rest. */
class AskCard extends Section {
    private final Asks asks;
    private final Actor actor;
    private final SupporterId supporterId;
    private final ZoneId zone;

    AskCard(Asks asks, Actor actor, SupporterId supporterId, AskNow now, ZoneId zone) {
        this.asks = asks;
        this.actor = actor;
        this.supporterId = supporterId;
        this.zone = zone;
        addClassNames("card", "col", "ask-card");
        switch (now) {
            case AskNow.Propose(NextAsk ask) -> proposing(ask);
            case AskNow.Waiting(OpenAsk ask) -> waiting(ask);
            case AskNow.Thank thank -> resting(thank);
        }
    }

    private void proposing(NextAsk ask) {
        add(
                new H3(getTranslation(ask.back() ? "asks.next.back" : "asks.next.title")),
                words(ask.theirs().title(), ask.reason().in(getLocale(), zone)),
                small(ChanceWords.of(ask.chance())));
        if (!ask.words().isBlank()) {
            add(small(getTranslation("asks.next.words", ask.words())));
        }
        answers(ask.askId());
    }

    private void waiting(OpenAsk ask) {
        add(
                new H3(getTranslation("asks.next.waiting")),
                words(ask.title(), ask.reason().in(getLocale(), zone)),
                small(getTranslation("asks.next.asked", day(ask.askedAt()))));
        answers(ask.askId());
    }

    private void resting(AskNow.Thank thank) {
        add(
                new H3(getTranslation("asks.next.resting.title")),
                small(getTranslation(
                        "asks.next.resting." + thank.after(), day(thank.since()), day(thank.restsUntil()))));
    }

    private Div words(String title, String reason) {
        Span name = new Span(StartingWords.in(getLocale(), title));
        name.addClassName("strong");
        Span why = new Span(reason);
        why.addClassNames("small", "muted");
        Div words = new Div(name, why);
        words.addClassName("col");
        words.getStyle().set("gap", "2px");
        return words;
    }

    private static Paragraph small(String words) {
        Paragraph small = new Paragraph(words);
        small.addClassName("small");
        return small;
    }

    private void answers(AskId askId) {
        if (actor.may(Permission.RECORD_ACTIONS)) {
            Div answers = new Div(
                    button("asks.next.yes", "good", askId, AskOutcome.ACCEPTED, "asks.next.promised"),
                    button("asks.next.no", "ghost", askId, AskOutcome.DECLINED, "asks.next.resting"));
            answers.addClassNames("row", "wrap");
            add(answers);
        }
    }

    /** A promise or a rest follows: the whole page is drawn anew. */
    private NativeButton button(String words, String look, AskId askId, AskOutcome outcome, String after) {
        NativeButton button = new NativeButton(getTranslation(words), click -> {
            try {
                asks.asked(actor, supporterId, askId, outcome, "");
                Notification.show(getTranslation(after));
            } catch (Problem refused) {
                Notification.show(Sentences.of(refused));
            }
            getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
        });
        button.addClassNames("btn", look, "small");
        return button;
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(zone)
                .format(at);
    }
}
