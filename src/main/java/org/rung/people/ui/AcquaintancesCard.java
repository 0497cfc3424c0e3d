package org.rung.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.people.Relationship;
import org.rung.people.Relationships;
import org.rung.people.Shown;
import org.rung.people.Supporter;

/** Who in the organization knows this person. */
class AcquaintancesCard extends Div {
    AcquaintancesCard(
            Relationships relationships, Members members, Actor.Member actor, Supporter supporter, Runnable changed) {
        addClassNames("card", "col");
        add(new H3(getTranslation("people.knows.title")));
        var known = relationships.of(actor, supporter.supporterId());
        var names = members.names(
                actor.organization(),
                known.stream()
                        .map(Relationship::knowerMember)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()));
        if (known.isEmpty()) {
            var line = new Paragraph(getTranslation("people.knows.none"));
            line.addClassNames("muted", "small");
            add(line);
        }
        for (var each : known) {
            var name = each.knowerMember().map(names::get).orElseGet(() -> getTranslation("people.knows.supporter"));
            var row = new Div(new Span(name), Shown.chip(getTranslation("people.knows." + each.kind()), "plain"));
            row.addClassNames("row", "wrap");
            add(row);
        }
        var mine = known.stream()
                .filter(each -> each.knowerMember().equals(Optional.of(actor.memberId())))
                .findFirst();
        var say = new Button(
                getTranslation(mine.isPresent() ? "people.knows.change" : "people.knows.say"),
                click -> new AcquaintanceDialog(relationships, actor, supporter.supporterId(), mine, changed).open());
        say.addThemeVariants(ButtonVariant.SMALL);
        var actions = new Div(say);
        actions.addClassName("actions");
        mine.ifPresent(each -> {
            var forget = new Button(getTranslation("people.knows.forget"), click -> {
                relationships.forget(actor, supporter.supporterId());
                changed.run();
            });
            forget.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            actions.add(forget);
        });
        add(actions);
    }
}
