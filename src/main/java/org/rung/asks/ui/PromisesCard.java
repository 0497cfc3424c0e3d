package org.rung.asks.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.accounts.Sentences;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.ladder.StartingWords;

/** Open promises with what became of them to say, and the earlier ones, which can be put right. */
class PromisesCard extends Section {
    private static final List<CommitmentState> ENDS =
            List.of(CommitmentState.KEPT, CommitmentState.BROKEN, CommitmentState.RELEASED);

    private final Commitments commitments;
    private final Actor actor;
    private final DateTimeFormatter day;

    PromisesCard(Commitments commitments, Actor actor, List<Commitment> promises, ZoneId zone) {
        this.commitments = commitments;
        this.actor = actor;
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(zone);
        addClassNames("card", "col", "promises");
        add(new H3(getTranslation("asks.promises.title")));
        List<Commitment> open =
                promises.stream().filter(one -> one.state().open()).toList();
        List<Commitment> earlier =
                promises.stream().filter(one -> !one.state().open()).toList();
        add(open.isEmpty() ? none() : list(open));
        if (!earlier.isEmpty()) {
            Details details = new Details(getTranslation("asks.promises.earlier", earlier.size()), list(earlier));
            details.setWidthFull();
            add(details);
        }
    }

    private Span none() {
        Span none = new Span(getTranslation("asks.promises.none"));
        none.addClassNames("small", "muted");
        return none;
    }

    private UnorderedList list(List<Commitment> promises) {
        UnorderedList list = new UnorderedList();
        list.addClassName("promise-list");
        promises.forEach(promise -> list.add(item(promise)));
        return list;
    }

    private ListItem item(Commitment promise) {
        String title = promise.title().isBlank()
                ? getTranslation("asks.promises.family." + promise.family())
                : StartingWords.in(getLocale(), promise.title());
        Span name = new Span(title);
        name.addClassName("strong");
        Span when = new Span(when(promise));
        when.addClassNames("small", "muted");
        Div words = new Div(name, when);
        words.addClassNames("col", "promise-words");
        ListItem item = new ListItem(words);
        if (!promise.state().open()) {
            item.add(became(promise));
        }
        if (actor.may(Permission.RECORD_ACTIONS)) {
            Div buttons = new Div();
            buttons.addClassNames("row", "wrap");
            ENDS.stream()
                    .filter(state -> state != promise.state())
                    .map(state -> button(promise, state, title))
                    .forEach(buttons::add);
            item.add(buttons);
        }
        return item;
    }

    private String when(Commitment promise) {
        String promised = date(promise.promisedAt());
        return promise.dueAt()
                .map(due -> getTranslation("asks.promises.due", promised, date(due)))
                .orElseGet(() -> getTranslation("asks.promises.promised", promised));
    }

    private Div became(Commitment promise) {
        Span chip = new Span(getTranslation("asks.promises.state." + promise.state()));
        chip.addClassNames(
                "chip",
                switch (promise.state()) {
                    case KEPT -> "good";
                    case BROKEN -> "warn";
                    case PROMISED, CONFIRMED, RELEASED -> "plain";
                });
        Span how = new Span(Stream.concat(
                        promise.settledAt().stream().map(this::date),
                        promise.settledBy().stream().map(by -> getTranslation("asks.promises.by." + by)))
                .collect(Collectors.joining(" · ")));
        how.addClassNames("small", "muted");
        Div became = new Div(chip, how);
        became.addClassNames("row", "wrap");
        return became;
    }

    private NativeButton button(Commitment promise, CommitmentState state, String title) {
        NativeButton button =
                new NativeButton(getTranslation("asks.promises.do." + state), click -> settle(promise, state));
        button.addClassNames("btn", "small", state == CommitmentState.KEPT ? "good" : "ghost");
        button.setAriaLabel(getTranslation("asks.promises.do.label." + state, title));
        return button;
    }

    /** Where they stand and what to ask next may follow: the whole page is drawn anew. */
    private void settle(Commitment promise, CommitmentState state) {
        try {
            commitments.settle(actor, promise.commitmentId(), state);
            Notification.show(getTranslation("asks.promises.done." + state));
        } catch (Problem refused) {
            Notification.show(Sentences.of(refused));
        }
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
    }

    private String date(Instant at) {
        return day.format(at);
    }
}
