package org.rung.reshaping.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rung.common.Id;
import org.rung.ladder.Ladder;
import org.rung.ladder.Rule;
import org.rung.ladder.RuleSentences;
import org.rung.ladder.Rung;
import org.rung.ladder.RungId;
import org.rung.ladder.Shape;
import org.rung.ladder.StartingWords;
import org.rung.reshaping.LadderDraft;

/** One rung as it is to be: what it takes, in sentences, and what may be done with it. */
class RungCard extends ListItem {
    private final Shape shape;
    private final Rung rung;
    private final String name;
    private final transient Consumer<Shape> change;

    /** @param change of the draft as it was when this was drawn, so that a dialog that stood open overwrites nobody */
    RungCard(LadderDraft draft, Ladder today, Rung rung, BiConsumer<LadderDraft, Shape> change) {
        this.shape = draft.shape();
        this.rung = rung;
        this.name = StartingWords.in(getLocale(), rung.name());
        this.change = next -> change.accept(draft, next);
        addClassNames("card", "col", "pad", "rules-rung");
        Optional<Rung> before = today.rungs().stream()
                .filter(one -> one.rungId().equals(rung.rungId()))
                .findFirst();
        var title = new H2(rung.position() + " " + name);
        title.addClassName("grow");
        var head = new Div(title);
        head.addClassNames("row", "wrap");
        if (before.isEmpty()) head.add(chip("reshaping.rung.new", "good"));
        else if (!before.get().rule().equals(rung.rule()) || before.get().confirmed() != rung.confirmed())
            head.add(chip("reshaping.rung.changed", "warn"));
        if (rung.confirmed()) head.add(chip("reshaping.rung.confirmed", "neutral"));
        add(head, rule(), deeds());
        shape.gone().entrySet().stream()
                .filter(gone -> gone.getValue().equals(rung.rungId()))
                .forEach(gone -> today.rungs().stream()
                        .filter(one -> one.rungId().equals(gone.getKey()))
                        .forEach(one -> add(small(
                                getTranslation("reshaping.rung.takes", StartingWords.in(getLocale(), one.name()))))));
    }

    private Div rule() {
        var said = new Div();
        if (rung.position() == 1) {
            said.add(small(getTranslation("reshaping.rule.lowest")));
        } else if (rung.rule().isEmpty()) {
            said.add(small(getTranslation("reshaping.rule.hand")));
        } else {
            List<String> ways = RuleSentences.of(rung.rule().get(), getLocale());
            said.add(small(getTranslation("reshaping.rule.ways", ways.size())));
            var list = new UnorderedList();
            ways.forEach(way -> list.add(new ListItem(way)));
            said.add(list);
            if (!rung.byHand())
                said.add(small(
                        getTranslation("reshaping.rule.fades", rung.rule().get().days())));
        }
        return said;
    }

    private Div deeds() {
        var deeds = new Div();
        deeds.addClassNames("row", "wrap");
        if (rung.position() > 1) {
            deeds.add(button("reshaping.rule.edit", () -> new RuleDialog(name, rung, this::reached).open()));
            Rung below = shape.rungs().get(rung.position() - 2);
            String belowName = StartingWords.in(getLocale(), below.name());
            if (shape.rungs().size() > 2) {
                deeds.add(button(
                        "reshaping.merge",
                        () -> new SureDialog(
                                        "reshaping.merge.title",
                                        getTranslation("reshaping.merge.words", name, belowName),
                                        "reshaping.merge.do",
                                        () -> change.accept(merged(below)))
                                .open()));
                deeds.add(button(
                        "reshaping.retire",
                        () -> new SureDialog(
                                        "reshaping.retire.title",
                                        getTranslation("reshaping.retire.words", name, belowName),
                                        "reshaping.retire.do",
                                        () -> change.accept(shape.without(rung.rungId(), below.rungId())))
                                .open()));
            }
        }
        if (shape.rungs().size() < Shape.MOST)
            deeds.add(button(
                    "reshaping.add",
                    () -> new NameDialog(
                                    "reshaping.add.title",
                                    "reshaping.add.words",
                                    true,
                                    (words, blurb) -> change.accept(RulesView.with(
                                            shape,
                                            rung,
                                            new Rung(new RungId(Id.next()), 1, words, blurb, Optional.empty()))))
                            .open()));
        return deeds;
    }

    private void reached(Optional<Rule> rule, boolean confirmed) {
        change.accept(shape.with(shape.rungs().stream()
                .map(one -> one.rungId().equals(rung.rungId()) ? one.reachedBy(rule, confirmed) : one)
                .toList()));
    }

    /** Whoever would stand on either stands on the one below, and what led to either leads there. */
    private Shape merged(Rung below) {
        List<Rule.Way> ways = new ArrayList<>(Stream.concat(below.rule().stream(), rung.rule().stream())
                .flatMap(rule -> rule.anyOf().stream())
                .distinct()
                .toList());
        Optional<Rule> both = below.position() == 1 || ways.isEmpty() ? Optional.empty() : Optional.of(new Rule(ways));
        Shape without = shape.without(rung.rungId(), below.rungId());
        return without.with(without.rungs().stream()
                .map(one -> one.rungId().equals(below.rungId())
                        ? one.reachedBy(both, below.confirmed() && rung.confirmed())
                        : one)
                .toList());
    }

    private Button button(String key, Runnable deed) {
        var button = new Button(getTranslation(key), click -> deed.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation(key) + ": " + name);
        return button;
    }

    private Span chip(String key, String tone) {
        var chip = new Span(getTranslation(key));
        chip.addClassNames("chip", tone);
        return chip;
    }

    private static Paragraph small(String words) {
        var small = new Paragraph(words);
        small.addClassNames("small", "muted");
        return small;
    }
}
