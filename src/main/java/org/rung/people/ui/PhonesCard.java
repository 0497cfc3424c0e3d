package org.rung.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.consent.PhoneConsent;
import org.rung.people.Shown;
import org.rung.people.Supporter;
import org.rung.people.Supporters;

/** A person's numbers: where each stands, who else has it, and what was said about it by hand. */
class PhonesCard extends Div {
    private final Supporters supporters;
    private final Consents consents;
    private final Actor actor;
    private final Supporter supporter;
    private final Clock clock;
    private final Times times;
    private final Runnable changed;

    PhonesCard(
            Supporters supporters,
            Consents consents,
            Actor actor,
            Supporter supporter,
            Clock clock,
            Times times,
            Runnable changed) {
        this.supporters = supporters;
        this.consents = consents;
        this.actor = actor;
        this.supporter = supporter;
        this.clock = clock;
        this.times = times;
        this.changed = changed;
        addClassNames("card", "col", "phones-card");
        var standing = consents.of(actor.organization(), supporter.phones());
        add(new H3(getTranslation("people.phones.title")));
        if (supporter.phones().isEmpty()) add(muted(getTranslation("people.phones.none")));
        for (var phone : supporter.phones()) add(phone(phone, Optional.ofNullable(standing.get(phone))));
    }

    private Div phone(PhoneNumber phone, Optional<PhoneConsent> standing) {
        var number = new Span(PhoneNumbers.masked(phone));
        number.addClassNames("num", "nowrap", "phone-number");
        var head = new Div(number, Shown.consentChip(this, standing.map(PhoneConsent::consent)));
        head.addClassNames("row", "wrap");
        if (actor.may(Permission.SEE_NUMBERS)) head.add(reveal(phone, number));
        var box = new Div(head);
        box.addClassName("phone-box");
        standing.ifPresent(at -> box.add(muted(getTranslation("people.phones.since", times.day(at.since())))));
        var sharing = supporters.byPhone(actor, phone).size() - 1;
        if (sharing > 0) box.add(muted(getTranslation("people.phones.shared", sharing)));
        if (actor.may(Permission.EDIT_PEOPLE)) box.add(byHand(phone, standing));
        return box;
    }

    private Button reveal(PhoneNumber phone, Span number) {
        var reveal = new Button(getTranslation("people.phones.reveal"));
        reveal.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        reveal.addClickListener(click -> {
            supporters.revealed(actor, supporter.supporterId());
            number.setText(PhoneNumbers.national(phone));
            reveal.setVisible(false);
        });
        return reveal;
    }

    private Div byHand(PhoneNumber phone, Optional<PhoneConsent> standing) {
        var in = standing.filter(PhoneConsent::textable).isPresent();
        var actions = new Div();
        actions.addClassName("actions");
        // Whoever said stop comes back by their own word, or by what shows it: see compliance.
        var stopped =
                standing.filter(at -> at.consent() == ConsentKind.OPTED_OUT).isPresent();
        if (!in && !stopped) actions.add(button("people.phones.optIn", phone, ConsentKind.OPTED_IN));
        if (!stopped) {
            actions.add(button("people.phones.optOut", phone, ConsentKind.OPTED_OUT));
        }
        return actions;
    }

    private Button button(String words, PhoneNumber phone, ConsentKind kind) {
        var button = new Button(
                getTranslation(words),
                click -> new EvidenceDialog(kind, evidence -> {
                            consents.record(actor, phone, kind, ConsentSource.MEMBER, evidence, clock.instant());
                            changed.run();
                        })
                        .open());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private static Paragraph muted(String words) {
        var line = new Paragraph(words);
        line.addClassNames("muted", "small");
        return line;
    }
}
