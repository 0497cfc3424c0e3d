package org.rung.reshaping.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.rung.ladder.Rule;

/** One way to a rung: all of these parts together. */
class WayFields extends Div {
    private final H3 title = new H3();
    private final Button gone;
    private final Div parts = new Div();
    private final List<PartFields> all = new ArrayList<>();

    WayFields(Consumer<WayFields> remove) {
        addClassNames("card", "col", "pad", "rule-way");
        getElement().setAttribute("role", "group");
        title.addClassName("grow");
        gone = new Button(getTranslation("reshaping.rule.way.remove"), click -> remove.accept(this));
        gone.addThemeVariants(ButtonVariant.SMALL);
        var head = new Div(title, gone);
        head.addClassName("row");
        parts.addClassName("col");
        var more = new Button(getTranslation("reshaping.rule.part.add"), click -> add(new PartFields(this::remove)));
        more.addThemeVariants(ButtonVariant.SMALL);
        add(head, parts, more);
        if (all.isEmpty()) add(new PartFields(this::remove));
    }

    WayFields(Rule.Way way, Consumer<WayFields> remove) {
        this(remove);
        List.copyOf(all).forEach(this::drop);
        way.allOf().forEach(evidence -> add(new PartFields(evidence, this::remove)));
    }

    void number(int number) {
        title.setText(getTranslation("reshaping.rule.way", number));
        getElement().setAttribute("aria-label", getTranslation("reshaping.rule.way", number));
        gone.setAriaLabel(getTranslation("reshaping.rule.way.remove") + ": " + title.getText());
    }

    private void add(PartFields part) {
        all.add(part);
        parts.add(part);
        counted();
    }

    private void remove(PartFields part) {
        if (all.size() > 1) drop(part);
    }

    private void drop(PartFields part) {
        all.remove(part);
        parts.remove(part);
        counted();
    }

    private void counted() {
        all.forEach(part -> part.alone(all.size() == 1));
    }

    Rule.Way written() {
        return new Rule.Way(all.stream().map(PartFields::written).toList());
    }
}
