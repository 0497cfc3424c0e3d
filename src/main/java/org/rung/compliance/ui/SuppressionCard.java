package org.rung.compliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.WhyDialog;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.compliance.CompliancePaths;
import org.rung.compliance.DoNotText;
import org.rung.compliance.SuppressionChoices;
import org.rung.consent.Suppression;
import org.rung.consent.SuppressionWay;
import org.rung.people.SupporterId;

/** What keeps a person's numbers from being texted, and the ways onto the list and off it. */
class SuppressionCard extends Div {
    private final DoNotText doNotText;
    private final SuppressionChoices choices;
    private final Members members;
    private final Actor actor;
    private final SupporterId supporter;
    private final List<PhoneNumber> phones;
    private final ZoneId zone;
    private final Clock clock;

    SuppressionCard(
            DoNotText doNotText,
            SuppressionChoices choices,
            Members members,
            Actor actor,
            SupporterId supporter,
            List<PhoneNumber> phones,
            ZoneId zone,
            Clock clock) {
        this.doNotText = doNotText;
        this.choices = choices;
        this.members = members;
        this.actor = actor;
        this.supporter = supporter;
        this.phones = phones;
        this.zone = zone;
        this.clock = clock;
        addClassNames("card", "col", "suppression-card");
        redraw();
    }

    private void redraw() {
        removeAll();
        add(new H3(getTranslation("compliance.card.title")));
        var now = clock.instant();
        var entries = doNotText.of(actor, phones).stream()
                .filter(entry -> !entry.over(now))
                .toList();
        var campaigns = doNotText.campaigns(actor, entries);
        var names = members.names(
                actor.organization(),
                entries.stream()
                        .filter(one -> one.actorKind().equals("MEMBER"))
                        .flatMap(one -> one.actorId().stream())
                        .map(MemberId::new)
                        .toList());
        if (entries.isEmpty()) add(muted(getTranslation("compliance.card.none")));
        for (var entry : entries) {
            var head = new Div(Entries.chip(this, entry.scope(), zone, campaigns));
            head.addClassNames("row", "wrap");
            if (phones.size() > 1) head.add(number(entry.phone()));
            var by = entry.actorId()
                    .filter(id -> entry.actorKind().equals("MEMBER"))
                    .map(id -> names.getOrDefault(new MemberId(id), ""))
                    .orElse("");
            var box = new Div(
                    head,
                    new Paragraph(entry.reason()),
                    muted(
                            by.isEmpty()
                                    ? Entries.day(this, entry.since(), zone)
                                    : getTranslation(
                                            "compliance.entry.by", by, Entries.day(this, entry.since(), zone))));
            box.addClassName("phone-box");
            if (actor.may(Permission.EDIT_PEOPLE)) box.add(lift(entry));
            add(box);
        }
        var deeds = new Div();
        deeds.addClassName("actions");
        if (actor.may(Permission.EDIT_PEOPLE)) deeds.add(suppress());
        var proof = new Anchor(
                CompliancePaths.NUMBERS + "?person=" + supporter.text(), getTranslation("compliance.card.proof"));
        proof.addClassNames("btn", "ghost", "small");
        if (actor.may(Permission.SEE_NUMBERS)) deeds.add(proof);
        add(deeds);
    }

    private Button suppress() {
        var button = new Button(
                getTranslation("compliance.suppress.open"),
                click -> new SuppressDialog(choices.fields(actor, Optional.empty()), SuppressionWay.HAND, draft -> {
                            doNotText.add(actor, phones, draft);
                            redraw();
                        })
                        .open());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private Button lift(Suppression entry) {
        var button = new Button(
                getTranslation("compliance.lift"),
                click -> new WhyDialog(
                                getTranslation("compliance.lift.title"),
                                getTranslation("compliance.lift.words"),
                                getTranslation("compliance.lift"),
                                why -> {
                                    doNotText.lift(actor, entry.suppressionId(), why, SuppressionWay.HAND);
                                    redraw();
                                })
                        .open());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private static Span number(PhoneNumber phone) {
        var number = new Span(PhoneNumbers.masked(phone));
        number.addClassNames("num", "nowrap", "small");
        return number;
    }

    private static Paragraph muted(String words) {
        var line = new Paragraph(words);
        line.addClassNames("muted", "small");
        return line;
    }
}
