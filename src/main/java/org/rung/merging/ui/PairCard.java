package org.rung.merging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.stream.Stream;
import org.rung.merging.Duplicate;
import org.rung.merging.Likeness;
import org.rung.merging.MergingPaths;
import org.rung.people.PeoplePaths;
import org.rung.people.Shown;
import org.rung.people.Supporter;

/** Two people who look alike, why, and what to do about it. */
class PairCard extends Div {

    PairCard(Duplicate pair, Runnable apart) {
        addClassNames("card", "col", "pad", "pair-card");
        getElement().setAttribute("role", "listitem");
        var both = new Div(person(pair.first()), person(pair.other()));
        both.addClassName("pair-both");
        add(reasons(this, pair.why()), both, deeds(pair, apart));
    }

    static Div reasons(Component reader, Set<Likeness> why) {
        var chips = new Div();
        chips.addClassNames("row", "wrap", "pair-why");
        why.forEach(each -> chips.add(Shown.chip(
                reader.getTranslation("merging.why." + each),
                each == Likeness.EMAIL_OF_ANOTHER_NAME ? "plain" : "warn")));
        return chips;
    }

    private Component person(Supporter one) {
        var name =
                new Anchor(PeoplePaths.supporter(one.supporterId()), Shown.name(this, one.firstName(), one.lastName()));
        name.addClassName("strong");
        var box = new Div(name);
        box.addClassName("pair-person");
        Stream.concat(
                        Stream.of(one.email(), (one.city() + " " + one.postalCode()).strip()),
                        one.phones().stream().limit(2).map(Shown::number))
                .filter(each -> !each.isBlank())
                .forEach(each -> {
                    var line = new Span(each);
                    line.addClassNames("small", "muted");
                    box.add(line);
                });
        return box;
    }

    private Component deeds(Duplicate pair, Runnable apart) {
        var first = Shown.name(this, pair.first().firstName(), pair.first().lastName());
        var other = Shown.name(this, pair.other().firstName(), pair.other().lastName());
        var compare = new Anchor(
                MergingPaths.pair(pair.first().supporterId(), pair.other().supporterId()),
                getTranslation("merging.compare"));
        compare.addClassNames("btn", "small");
        compare.getElement().setAttribute("aria-label", getTranslation("merging.compare.whom", first, other));
        var not = new Button(getTranslation("merging.apart"), click -> apart.run());
        not.setAriaLabel(getTranslation("merging.apart.whom", first, other));
        not.addThemeVariants(ButtonVariant.TERTIARY);
        var deeds = new Div(compare, not);
        deeds.addClassName("actions");
        return deeds;
    }
}
