package org.rung.filters;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import org.rung.common.OrganizationId;

/** Builds the lines of a filter by hand; rooms put it on their screens. Every change is told at once. */
public class FilterField extends Div {
    private final Filters filters;
    private final OrganizationId organizationId;
    private final Div lines = new Div();
    private final Consumer<List<FilterLine>> changed;

    public FilterField(
            Filters filters,
            OrganizationId organizationId,
            List<FilterLine> shown,
            Consumer<List<FilterLine>> changed) {
        this.filters = filters;
        this.organizationId = organizationId;
        this.changed = changed;
        addClassName("filter-field");
        lines.addClassName("filter-lines");
        var more = new Button(getTranslation("filters.filter.add"), click -> open());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        add(lines, more);
        shown.forEach(line -> lines.add(new FilterLineRow(this, line)));
    }

    /** The lines that say something; half-written ones are left out. */
    public List<FilterLine> lines() {
        return lines.getChildren()
                .map(FilterLineRow.class::cast)
                .flatMap(row -> row.line().stream())
                .toList();
    }

    private void open() {
        var row = new FilterLineRow(this, new FilterLine("tag", "", List.of()));
        lines.add(row);
        row.focus();
    }

    Filters filters() {
        return filters;
    }

    OrganizationId organizationId() {
        return organizationId;
    }

    void remove(FilterLineRow row) {
        lines.remove(row);
        changed.accept(lines());
    }

    void changed() {
        changed.accept(lines());
    }
}
