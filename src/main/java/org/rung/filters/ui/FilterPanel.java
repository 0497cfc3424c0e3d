package org.rung.filters.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.rung.common.OrganizationId;
import org.rung.filters.FilterField;
import org.rung.filters.FilterLine;
import org.rung.filters.FilterWords;
import org.rung.filters.Filters;

/** The lines of the filter over a list: built when it is open, else a chip each that takes its line away. */
class FilterPanel extends Div {
    private final Filters filters;
    private final OrganizationId organization;
    private final Runnable changed;
    private final Div builder = new Div();
    private final Div chips = new Div();
    private List<FilterLine> lines = List.of();

    FilterPanel(Filters filters, OrganizationId organization, Runnable changed) {
        this.filters = filters;
        this.organization = organization;
        this.changed = changed;
        addClassName("filter-panel");
        builder.addClassNames("card", "pad");
        builder.setVisible(false);
        chips.addClassNames("row", "wrap", "filter-chips");
        add(builder, chips);
    }

    List<FilterLine> lines() {
        return lines;
    }

    void lines(List<FilterLine> lines) {
        this.lines = lines;
        show();
    }

    void toggle() {
        builder.setVisible(!builder.isVisible());
        show();
    }

    private void show() {
        if (builder.isVisible()) showBuilder();
        showChips();
    }

    private void showBuilder() {
        builder.removeAll();
        builder.add(new FilterField(filters, organization, lines, built -> {
            lines = built;
            showChips();
            changed.run();
        }));
    }

    private void showChips() {
        chips.removeAll();
        // The open builder says the same.
        chips.setVisible(!lines.isEmpty() && !builder.isVisible());
        lines.forEach(line -> chips.add(chip(line)));
    }

    private Button chip(FilterLine line) {
        var words = FilterWords.line(this, filters, organization, line);
        var chip = new Button(words + " ×", click -> {
            lines(lines.stream().filter(each -> !each.equals(line)).toList());
            changed.run();
        });
        chip.addThemeVariants(ButtonVariant.SMALL);
        chip.setAriaLabel(getTranslation("filters.filter.removeLine", words));
        chip.addClassName("filter-chip");
        return chip;
    }
}
