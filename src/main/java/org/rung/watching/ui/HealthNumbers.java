package org.rung.watching.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.text.NumberFormat;
import java.time.Duration;
import org.rung.watching.Health;
import org.rung.watching.WatchingPaths;

/** What waits, how late it is, how much arrives. */
class HealthNumbers extends Div {
    private final transient Health health;
    private final NumberFormat whole = NumberFormat.getIntegerInstance(getLocale());
    private final NumberFormat share = NumberFormat.getPercentInstance(getLocale());

    HealthNumbers(Health health) {
        this.health = health;
        share.setMaximumFractionDigits(1);
        addClassNames("kpi", "health-numbers");
        var queue = health.queue();
        add(
                number(
                        whole.format(queue.waiting()),
                        "watching.waiting",
                        getTranslation("watching.waiting.how", queue.queued(), queue.held(), queue.parked())),
                number(
                        age(late()),
                        "watching.oldest",
                        getTranslation(late().toSeconds() < 60 ? "watching.oldest.fine" : "watching.oldest.how")),
                number(
                        health.day().share().map(share::format).orElse("–"),
                        "watching.delivered",
                        getTranslation(
                                "watching.delivered.how",
                                health.day().delivered(),
                                health.day().failed(),
                                health.week().share().map(share::format).orElse("–"))),
                number(
                        health.lag().map(this::age).orElse("–"),
                        "watching.lag",
                        getTranslation("watching.lag.how", health.day().sent())),
                doubt());
        if (health.forPerson() > 0) {
            add(held());
        }
    }

    private Duration late() {
        return health.queue()
                .oldest()
                .map(due -> Duration.between(due, health.at()))
                .filter(since -> !since.isNegative())
                .orElse(Duration.ZERO);
    }

    private Component doubt() {
        var queue = health.queue();
        return number(
                whole.format(queue.unconfirmed()),
                "watching.unconfirmed",
                queue.doubtSince()
                        .map(since ->
                                getTranslation("watching.unconfirmed.since", age(Duration.between(since, health.at()))))
                        .orElseGet(() -> getTranslation("watching.unconfirmed.none")));
    }

    private Component held() {
        return card(
                health.forPerson() >= 200 ? "200+" : whole.format(health.forPerson()),
                "watching.held",
                new Anchor(WatchingPaths.HELD, getTranslation("watching.held.go")));
    }

    private Component number(String value, String label, String how) {
        var words = new Span(how);
        words.addClassNames("muted", "small");
        return card(value, label, words);
    }

    private Component card(String value, String label, Component below) {
        var name = new Span(getTranslation(label));
        name.addClassNames("small", "strong");
        var card = new Div(name);
        card.addClassName("card");
        var number = new Element("b");
        number.setText(value);
        card.getElement().appendChild(number);
        card.add(below);
        return card;
    }

    /** The two largest units are as exact as anyone needs. */
    private String age(Duration since) {
        if (since.toMinutes() < 1) return getTranslation("watching.age.seconds", Math.max(0, since.toSeconds()));
        if (since.toHours() < 1) return getTranslation("watching.age.minutes", since.toMinutes());
        if (since.toDays() < 2) return getTranslation("watching.age.hours", since.toHours(), since.toMinutesPart());
        return getTranslation("watching.age.days", since.toDays());
    }
}
