package org.rung.promises.ui;

import static org.rung.promises.ui.PromiseWords.say;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import org.rung.accounts.Sentences;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Turn;
import org.rung.common.Problem;

/** Open promises with what they say about them under the thumb; what was said a moment ago, with the way back. */
class PromiseList extends UnorderedList {
    private final transient PromiseLook look;
    private final transient Runnable refresh;

    PromiseList(PromiseLook look, Runnable refresh) {
        this.look = look;
        this.refresh = refresh;
        addClassName("promises");
        getElement().setAttribute("aria-label", say("promises.list"));
        look.turning().forEach(promise -> add(item(promise)));
    }

    private ListItem item(Commitment promise) {
        ListItem item = new ListItem(words(promise), buttons(promise));
        item.addClassName("promises-row");
        return item;
    }

    private Div words(Commitment promise) {
        String title = PromiseWords.title(promise);
        Span name = new Span(promise.state().open() ? title : say("promises.became." + promise.state(), title));
        name.addClassName("strong");
        Div words = new Div(name);
        words.addClassName("promises-words");
        String line = line(promise);
        if (!line.isEmpty()) {
            Span small = new Span(line);
            small.addClassName("small");
            words.add(small);
        }
        return words;
    }

    private String line(Commitment promise) {
        if (!promise.state().open()) return promise.reason();
        String when = PromiseWords.day(promise, look.zone())
                .map(day -> say(
                        day.isBefore(look.today())
                                ? "promises.was"
                                : day.equals(look.today()) ? "promises.today" : "promises.by",
                        PromiseWords.day(day)))
                .orElseGet(() -> say("promises.noDay"));
        return promise.note().isBlank() ? when : when + " · " + promise.note();
    }

    private Div buttons(Commitment promise) {
        Div buttons = new Div();
        buttons.addClassName("promises-do");
        if (!promise.state().open()) {
            buttons.add(button(promise, "undo", () -> turn(promise, CommitmentState.PROMISED, "")));
            return buttons;
        }
        boolean confirmed = promise.state() == CommitmentState.CONFIRMED;
        NativeButton sure = button(
                promise,
                "confirmed",
                () -> turn(promise, confirmed ? CommitmentState.PROMISED : CommitmentState.CONFIRMED, ""));
        sure.getElement().setAttribute("aria-pressed", String.valueOf(confirmed));
        sure.setClassName("on", confirmed);
        buttons.add(
                sure,
                button(promise, "kept", () -> turn(promise, CommitmentState.KEPT, "")),
                button(
                        promise,
                        "cannot",
                        () -> new CannotDialog(
                                        PromiseWords.title(promise),
                                        why -> turn(promise, CommitmentState.RELEASED, why))
                                .open()));
        return buttons;
    }

    private NativeButton button(Commitment promise, String what, Runnable pressed) {
        NativeButton button = new NativeButton(say("promises.do." + what), click -> pressed.run());
        button.addClassName("chip");
        button.setAriaLabel(say("promises.do.label", say("promises.do." + what), PromiseWords.title(promise)));
        return button;
    }

    /** Pressed twice before the answer is here: the second press finds the same state gone, and its key used. */
    private void turn(Commitment promise, CommitmentState to, String reason) {
        String key = promise.commitmentId().value() + ":" + promise.state() + ":" + to + ":"
                + promise.turnedAt().map(at -> at.toEpochMilli()).orElse(0L);
        try {
            look.promises()
                    .turn(
                            look.actor(),
                            look.conversationId(),
                            promise.commitmentId(),
                            new Turn(promise.state(), to, reason, key));
        } catch (Problem.Conflict meanwhile) {
            Notification.show(Sentences.of(meanwhile), 6_000, Notification.Position.TOP_CENTER);
        }
        refresh.run();
    }
}
