package org.rung.filters.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.filters.FilterField;
import org.rung.filters.FilterLine;
import org.rung.filters.FilterWords;
import org.rung.filters.Filters;
import org.rung.filters.SupporterFilter;

/** The filter over a list: built when it is open, else a chip each that takes its line away. */
class FilterPanel extends Div {
    private final Filters filters;
    private final Actor actor;
    private final OrganizationId organization;
    private final Runnable changed;
    private final Div builder = new Div();
    private final Div chips = new Div();
    private SupporterFilter filter = SupporterFilter.EVERYONE;
    private Optional<FilterField> field = Optional.empty();

    FilterPanel(Filters filters, Actor actor, Runnable changed) {
        this.filters = filters;
        this.actor = actor;
        this.organization = actor.organization();
        this.changed = changed;
        addClassName("filter-panel");
        builder.addClassNames("card", "pad");
        builder.setVisible(false);
        chips.addClassNames("row", "wrap", "filter-chips");
        add(builder, chips);
    }

    /** What its lines say; what is searched for beside them it does not know. */
    SupporterFilter filter() {
        return filter;
    }

    boolean isHalfWritten() {
        return builder.isVisible() && field.filter(FilterField::isHalfWritten).isPresent();
    }

    void filter(SupporterFilter filter) {
        this.filter = filter.searching("");
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
        var open = new FilterField(filters, actor, filter, built -> {
            filter = built;
            showChips();
            changed.run();
        });
        field = Optional.of(open);
        builder.add(open);
    }

    private void showChips() {
        chips.removeAll();
        // The open builder says the same.
        chips.setVisible(!filter.groups().isEmpty() && !builder.isVisible());
        if (!chips.isVisible()) return;
        if (filter.isPlain()) filter.lines().forEach(line -> chips.add(chip(line)));
        else FilterWords.groups(this, filters, organization, filter).forEach(words -> chips.add(group(words)));
    }

    private Button chip(FilterLine line) {
        var words = FilterWords.line(this, filters, organization, line);
        return chip(words, () -> new SupporterFilter("", without(line)));
    }

    private List<FilterLine> without(FilterLine line) {
        return filter.lines().stream().filter(each -> !each.equals(line)).toList();
    }

    /** Takes away nothing: of groups joined by "or" one fewer would be another question. */
    private Span group(String words) {
        var chip = new Span(words);
        chip.addClassNames("chip", "plain", "filter-said");
        return chip;
    }

    private Button chip(String words, Supplier<SupporterFilter> less) {
        var chip = new Button(words + " ×", click -> {
            filter(less.get());
            changed.run();
        });
        chip.addThemeVariants(ButtonVariant.SMALL);
        chip.setAriaLabel(getTranslation("filters.filter.removeLine", words));
        chip.addClassName("filter-chip");
        return chip;
    }
}
