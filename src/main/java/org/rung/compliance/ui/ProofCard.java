package org.rung.compliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.PhoneNumbers;
import org.rung.common.Sentence;
import org.rung.compliance.CompliancePaths;
import org.rung.compliance.NumberProof;
import org.rung.compliance.NumberProofs;
import org.rung.compliance.Reconsents;
import org.rung.consent.ConsentKind;
import org.rung.consent.PhoneConsent;
import org.rung.consent.SuppressionLine;
import org.rung.people.PeoplePaths;
import org.rung.people.Shown;
import org.rung.texting.TextingPaths;

/** Where a number stands, who has it, and each line that says why. */
class ProofCard extends Div {
    private final NumberProof proof;
    private final ZoneId zone;

    ProofCard(
            NumberProofs proofs,
            Reconsents reconsents,
            Actor.Member actor,
            NumberProof proof,
            ZoneId zone,
            Clock clock,
            Runnable changed) {
        this.proof = proof;
        this.zone = zone;
        addClassNames("card", "col", "proof");
        var title = new H2(PhoneNumbers.national(proof.phone()));
        title.addClassName("num");
        var head = new Div(title, Shown.consentChip(this, proof.stands().map(PhoneConsent::consent)));
        head.addClassNames("row", "wrap");
        proof.entries().stream()
                .filter(entry -> !entry.over(clock.instant()))
                .forEach(entry -> head.add(Entries.chip(this, entry.scope(), zone, proof.campaigns())));
        add(head);
        add(new Paragraph(getTranslation(
                proof.mayBeTexted(clock.instant()) ? "compliance.number.may" : "compliance.number.mayNot")));
        add(deeds(proofs, reconsents, actor, clock, changed));
        add(holders(), lines());
        if (!proof.changes().isEmpty()) add(changes());
        var traffic = proof.traffic();
        add(muted(
                traffic.texts() == 0
                        ? getTranslation("compliance.number.noTexts")
                        : getTranslation(
                                "compliance.number.texts",
                                traffic.texts(),
                                traffic.first()
                                        .map(at -> Entries.day(this, at, zone))
                                        .orElse(""),
                                traffic.last()
                                        .map(at -> Entries.day(this, at, zone))
                                        .orElse(""))));
        add(muted(getTranslation("compliance.number.asOf", Entries.time(this, clock.instant(), zone))));
    }

    private Component deeds(
            NumberProofs proofs, Reconsents reconsents, Actor.Member actor, Clock clock, Runnable changed) {
        var deeds = new Div();
        deeds.addClassNames("actions", "no-print");
        var print = new Button(getTranslation("compliance.number.print"));
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        deeds.add(print);
        if (actor.may(Permission.EXPORT)) {
            var language = getLocale();
            // In this screen's own session: the number stands in no address.
            var file = DownloadHandler.fromInputStream(asked -> {
                var bytes = new ByteArrayOutputStream();
                proofs.export(actor, proof.phone(), language, bytes);
                return new DownloadResponse(
                        new ByteArrayInputStream(bytes.toByteArray()), "proof.csv", "text/csv", bytes.size());
            });
            var anchor = new Anchor(file, getTranslation("compliance.number.file"));
            anchor.addClassNames("btn", "ghost", "small");
            deeds.add(anchor);
        }
        boolean out = proof.stands()
                .filter(at -> at.consent() == ConsentKind.OPTED_IN)
                .isEmpty();
        if (out && actor.may(Permission.EDIT_PEOPLE)) {
            deeds.add(new Button(
                    getTranslation("compliance.reconsent.open"),
                    click -> new ReconsentDialog(reconsents, actor, proof, zone, clock, changed).open()));
        }
        return deeds;
    }

    private Component holders() {
        var box = new Div(new H3(getTranslation("compliance.number.holders")));
        box.addClassName("col");
        if (proof.holders().isEmpty()) box.add(muted(getTranslation("compliance.number.nobody")));
        for (var holder : proof.holders()) {
            var name = new Anchor(
                    PeoplePaths.supporter(holder.supporter()),
                    holder.name().isEmpty() ? getTranslation("people.nameless") : holder.name());
            var row = new Div(name);
            row.addClassNames("row", "wrap");
            if (!holder.texted()) row.add(muted(getTranslation("compliance.number.other")));
            box.add(row);
        }
        return box;
    }

    private Component lines() {
        var box = new Div(new H3(getTranslation("compliance.number.said")));
        box.addClassName("col");
        if (proof.lines().isEmpty()) box.add(muted(getTranslation("compliance.number.unsaid")));
        proof.lines().forEach(line -> box.add(line(line)));
        return box;
    }

    private Component line(NumberProof.Line line) {
        var entry = line.entry();
        var how = line.evidence()
                .map(kept -> getTranslation("compliance.how." + kept.how()))
                .orElseGet(() -> getTranslation("people.source." + entry.source()));
        var who = proof.who(entry.actorKind(), entry.actorId());
        var head = new Div(
                Shown.consentChip(this, Optional.of(entry.kind())),
                strong(Entries.time(this, entry.happenedAt(), zone)),
                muted(who.map(name -> how + " · " + name).orElse(how)));
        head.addClassNames("row", "wrap");
        var box = new Div(head);
        box.addClassName("phone-box");
        var words = Sentence.said(entry.words(), getLocale());
        if (!words.isBlank()) box.add(new Paragraph("“" + words + "”"));
        line.heardIn().ifPresent(talk -> {
            var link = new Anchor(TextingPaths.conversation(talk), getTranslation("compliance.number.inThread"));
            link.addClassNames("small", "no-print");
            box.add(link);
        });
        line.evidence().filter(kept -> kept.file().isPresent()).ifPresent(kept -> {
            var link = new Anchor("/" + CompliancePaths.evidence(kept.evidenceId()), kept.name());
            link.setRouterIgnore(true);
            link.addClassName("small");
            var digest =
                    muted(kept.file().map(file -> "SHA-256 " + file.digest()).orElse(""));
            digest.addClassName("digest");
            box.add(link, digest);
        });
        return box;
    }

    private Component changes() {
        var box = new Div(new H3(getTranslation("compliance.number.changes")));
        box.addClassName("col");
        proof.changes().forEach(change -> box.add(change(change)));
        return box;
    }

    private Component change(SuppressionLine change) {
        var head = new Div(
                strong(getTranslation(
                        "compliance.change." + change.change(),
                        Entries.reach(this, change.scope(), zone, proof.campaigns()))),
                muted(Entries.time(this, change.recordedAt(), zone)
                        + proof.who(change.actorKind(), change.actorId())
                                .map(name -> " · " + name)
                                .orElse("")));
        head.addClassNames("row", "wrap");
        var box = new Div(head, new Paragraph(Sentence.said(change.reason(), getLocale())));
        box.addClassName("phone-box");
        return box;
    }

    private static Span strong(String words) {
        var span = new Span(words);
        span.addClassName("strong");
        return span;
    }

    private static Span muted(String words) {
        var span = new Span(words);
        span.addClassNames("muted", "small");
        return span;
    }
}
