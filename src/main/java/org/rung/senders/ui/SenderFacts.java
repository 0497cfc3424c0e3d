package org.rung.senders.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.OptionalInt;
import org.rung.senders.Pacing;
import org.rung.senders.Room;
import org.rung.senders.SenderRates;

/** What a number may do, in sentences: its speed, its registration, and how many people have it. */
class SenderFacts extends Div {
    private static final int NEARLY_FULL = 80;

    SenderFacts(Pacing pacing, SenderRates rates) {
        addClassNames("col", "sender-facts");
        OptionalInt own = rates.own(pacing);
        String kind = getTranslation("senders.kind." + pacing.kind());
        if (own.isPresent()) {
            add(new Span(getTranslation("senders.facts.speed", kind, own.getAsInt())));
        } else {
            add(new Span(pacing.registration().isPresent() ? kind : getTranslation("senders.facts.unbound", kind)));
        }
        pacing.registration()
                .ifPresent(each -> add(new Span(getTranslation(
                        "senders.facts.registered",
                        each.code(),
                        each.carrierClass().name(),
                        rates.aMinute(each.carrierClass())))));
    }

    SenderFacts with(Room room) {
        long places = room.places().orElse(0);
        Span words = new Span(getTranslation("senders.facts.people", room.people(), places));
        Div line = new Div(words);
        line.addClassNames("row", "wrap");
        if (room.percent() >= NEARLY_FULL) {
            Span chip = new Span(getTranslation(room.full() ? "senders.facts.full" : "senders.facts.filling"));
            chip.addClassNames("chip", "warn");
            line.add(chip);
        }
        add(line, bar(room.percent()));
        return this;
    }

    /** The sentence above it says the same. */
    private static Div bar(int percent) {
        Div bar = new Div();
        bar.addClassName("bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        Element filled = new Element("b");
        filled.getStyle().set("width", percent + "%");
        bar.getElement().appendChild(filled);
        return bar;
    }
}
