package org.rung.filters;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rung.filters.Criterion.Choice;

/** The values of a line: chosen from many, or one that is written where something is compared. */
class FilterValues extends Div {
    private static final Set<String> WRITTEN = Set.of("place", "field", "source", "language", "tag");

    private final Runnable changed;
    private final MultiSelectComboBox<String> chosen = new MultiSelectComboBox<>();
    private final TextField written = new TextField();
    private List<Choice> choices = List.of();
    private String kind = "";

    FilterValues(Runnable changed) {
        this.changed = changed;
        addClassName("filter-values");
        chosen.setAriaLabel(getTranslation("filters.filter.values"));
        chosen.setPlaceholder(getTranslation("filters.filter.any"));
        chosen.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        chosen.setItemLabelGenerator(value -> FilterWords.value(this, choices, kind, value));
        chosen.addCustomValueSetListener(typed -> take(typed.getDetail()));
        chosen.addValueChangeListener(change -> {
            if (change.isFromClient()) changed.run();
        });
        written.setAriaLabel(getTranslation("filters.filter.value"));
        written.setMaxLength(40);
        written.setValueChangeMode(ValueChangeMode.LAZY);
        written.addValueChangeListener(change -> {
            if (change.isFromClient()) changed.run();
        });
        add(chosen, written);
    }

    List<String> values() {
        if (!written.isVisible()) return List.copyOf(chosen.getValue());
        return written.getValue().isBlank() ? List.of() : List.of(written.getValue());
    }

    void offer(FilterLineRow.Question asked, Comparison compare, List<Choice> choices, List<String> given) {
        this.choices = choices;
        this.kind = asked.kind();
        written.setVisible(compare != Comparison.IS);
        chosen.setVisible(compare == Comparison.IS);
        if (compare == Comparison.IS) {
            choose(given);
            // Values outside the first 200, and starts of postal codes, are typed.
            chosen.setAllowCustomValue(WRITTEN.contains(kind));
            return;
        }
        var date = compare == Comparison.BEFORE || compare == Comparison.AFTER;
        written.setPlaceholder(getTranslation(date ? "filters.value.date" : "filters.value." + compare));
        written.setValue(given.isEmpty() ? "" : given.getFirst());
        written.setSuffixComponent(
                compare == Comparison.WITHIN ? new Span(getTranslation("filters.value.days")) : null);
    }

    private void choose(List<String> given) {
        var items = new LinkedHashSet<>(given);
        choices.forEach(choice -> items.add(choice.value()));
        chosen.setItems(items);
        chosen.setValue(new LinkedHashSet<>(given));
    }

    private void take(String typed) {
        var value = typed.strip();
        if (value.isEmpty()) return;
        var now = new LinkedHashSet<>(chosen.getValue());
        now.add(value);
        choose(List.copyOf(now));
        changed.run();
    }
}
