package org.rung.compliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.senders.Registration;
import org.rung.senders.Sender;
import org.rung.senders.SendersPaths;

/** What carriers know of each number, and what is missing; changed with the senders. */
class RegistrationsCard extends Div {
    RegistrationsCard(List<Sender> senders, Actor actor) {
        addClassNames("card", "col");
        var head = new Div(new H2(getTranslation("compliance.registrations.title")));
        head.addClassNames("row", "wrap");
        if (actor.may(Permission.ADMINISTER))
            head.add(new Anchor(SendersPaths.SENDERS, getTranslation("compliance.change")));
        add(head, muted(getTranslation("compliance.registrations.line")));
        if (senders.isEmpty()) add(muted(getTranslation("compliance.registrations.none")));
        senders.forEach(sender -> add(row(sender)));
    }

    private Component row(Sender sender) {
        var name = new Span(sender.label().isBlank() ? sender.address() : sender.label() + " · " + sender.address());
        name.addClassNames("strong", "num");
        var box = new Div(name);
        box.addClassNames("phone-box");
        var registration = sender.pacing().registration();
        if (registration.isEmpty()) {
            boolean needed = sender.pacing().kind().registers();
            var chip = new Span(
                    getTranslation(needed ? "compliance.registrations.missing" : "compliance.registrations.unneeded"));
            chip.addClassNames("chip", needed ? "bad" : "plain");
            box.add(chip);
            return box;
        }
        box.add(facts(registration.get()));
        var missing = registration.get().missing();
        if (!missing.isEmpty()) {
            var words = String.join(
                    ", ",
                    missing.stream()
                            .map(field -> getTranslation("senders.pacing." + field))
                            .toList());
            var chip = new Span(getTranslation("compliance.registrations.lacks", words));
            chip.addClassNames("chip", "warn");
            box.add(chip);
        }
        return box;
    }

    private Component facts(Registration registration) {
        var facts = new Div();
        facts.addClassNames("row", "wrap", "small");
        fact(facts, "senders.pacing.brand", registration.brand());
        fact(facts, "senders.pacing.code", registration.code());
        fact(facts, "senders.pacing.useCase", registration.useCase());
        fact(facts, "senders.pacing.status", getTranslation("senders.registration." + registration.status()));
        fact(facts, "senders.pacing.class", registration.carrierClass().name());
        fact(
                facts,
                "senders.pacing.vetting",
                registration.vetting().map(String::valueOf).orElse(""));
        return facts;
    }

    private void fact(Div into, String name, String value) {
        if (value.isBlank()) return;
        var label = muted(getTranslation(name) + ": ");
        into.add(new Span(label, new Span(value)));
    }

    private static Span muted(String words) {
        var span = new Span(words);
        span.addClassNames("muted", "small");
        return span;
    }
}
