package org.rung.watching.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.senders.Sender;
import org.rung.senders.SenderId;
import org.rung.senders.SendersPaths;
import org.rung.watching.Health;

/** Each sender: whether it runs, how fast it is just now, and what to do when it does not. */
class SendersPart extends Section {
    private final transient Consumer<SenderId> resume;

    SendersPart(Health health, Consumer<SenderId> resume) {
        this.resume = resume;
        addClassNames("card", "col");
        add(new H2(getTranslation("watching.senders")));
        health.senders().forEach(pace -> add(row(pace)));
        health.registrations().forEach(shared -> add(row(shared)));
        if (health.senders().isEmpty()) {
            var none = new Span(getTranslation("watching.senders.none"));
            none.addClassName("muted");
            add(none, new Anchor(SendersPaths.SENDERS, getTranslation("watching.senders.add")));
        }
    }

    private Div row(Health.Pace pace) {
        Sender sender = pace.sender();
        boolean paused = sender.pausedAt().isPresent();
        var name = new H3(sender.label().isBlank() ? address(sender) : sender.label());
        var address = new Span(address(sender));
        address.addClassNames("muted", "small", "num");
        var names = new Div(name, address);
        var state = new Span(getTranslation(paused ? "watching.sender.paused" : "watching.sender.running"));
        state.addClassNames("chip", paused ? "warn" : "good");
        var row = new Div(names, speed(pace), state);
        row.addClassName("health-sender");
        if (paused) {
            row.add(why(sender));
        }
        return row;
    }

    /** What carriers allow for all numbers of a registration, once. */
    private Div row(Health.Shared shared) {
        var name = new H3(
                getTranslation("watching.registration", shared.registration().code()));
        var line = new Span(getTranslation(
                "watching.registration.line",
                getTranslation(
                        "watching.registration.class", shared.registration().carrierClass()),
                shared.senders()));
        line.addClassNames("muted", "small");
        var row = new Div(new Div(name, line), speed(shared.segments(), OptionalInt.of(shared.cap())));
        row.addClassName("health-sender");
        return row;
    }

    private Div speed(Health.Pace pace) {
        var speed = speed(pace.segments(), pace.cap());
        var lane = new Span(getTranslation("watching.sender.waiting", pace.waiting()));
        lane.addClassNames("muted", "small", "num");
        speed.add(lane);
        return speed;
    }

    private Div speed(int segments, OptionalInt cap) {
        var words = new Span(
                cap.isPresent()
                        ? getTranslation("watching.sender.pace.cap", segments, cap.getAsInt())
                        : getTranslation("watching.sender.pace", segments));
        words.addClassNames("small", "num");
        var speed = new Div(words);
        cap.ifPresent(most -> speed.add(bar(Math.min(100, 100 * segments / most))));
        speed.addClassName("health-pace");
        return speed;
    }

    /** The sentence above it says the same. */
    private static Div bar(int percent) {
        var bar = new Div();
        bar.addClassName("bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        var full = new Element("b");
        full.getStyle().set("width", percent + "%");
        bar.getElement().appendChild(full);
        return bar;
    }

    private Div why(Sender sender) {
        String reason = sender.pauseReason().orElse("");
        var words = new Span(
                reason.equals("KEY")
                        ? getTranslation("watching.sender.why.key")
                        : sender.pausedByItself()
                                ? getTranslation("watching.sender.why", reason, CodeWords.meaning(this, reason, true))
                                : getTranslation("watching.sender.why.hand"));
        words.addClassName("grow");
        var go = new Button(getTranslation("watching.sender.resume"), click -> resume.accept(sender.senderId()));
        go.setAriaLabel(getTranslation("watching.sender.resume") + ": " + address(sender));
        var why = new Div(words, go);
        why.addClassNames("notice", "warn", "row", "wrap");
        return why;
    }

    private static String address(Sender sender) {
        try {
            return PhoneNumbers.national(new PhoneNumber(sender.address()));
        } catch (Problem.Invalid service) {
            return sender.address();
        }
    }
}
