package org.rung.filters;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.FieldWords;
import org.rung.filters.Criterion.Choice;

/** The values of a line: chosen from many, or one that is written where something is compared. */
class FilterValues extends Div {
    private static final Set<String> WRITTEN = Set.of("name", "place", "field", "source", "language", "tag");

    private final Runnable changed;
    private final MultiSelectComboBox<String> chosen = new MultiSelectComboBox<>();
    private final TextField written = new TextField();
    private final DatePicker day = FieldWords.in(new DatePicker());
    private final AreaValues areas;
    private List<Choice> choices = List.of();
    private String kind = "";

    FilterValues(FilterField field, Runnable changed) {
        this.changed = changed;
        this.areas = new AreaValues(field.filters().map(), field.organizationId(), changed);
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
        day.setAriaLabel(getTranslation("filters.filter.value"));
        day.setPlaceholder(getTranslation("filters.value.date"));
        day.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        day.addValueChangeListener(change -> {
            if (change.isFromClient()) changed.run();
        });
        add(chosen, written, day, areas);
    }

    List<String> values() {
        if (areas.isVisible()) return areas.areas();
        if (day.isVisible())
            return day.getOptionalValue().map(LocalDate::toString).map(List::of).orElse(List.of());
        if (!written.isVisible()) return List.copyOf(chosen.getValue());
        return written.getValue().isBlank() ? List.of() : List.of(written.getValue());
    }

    void offer(FilterLineRow.Question asked, Comparison compare, List<Choice> choices, List<String> given) {
        this.choices = choices;
        this.kind = asked.kind();
        var date = compare == Comparison.BEFORE || compare == Comparison.AFTER;
        areas.setVisible(kind.equals("area"));
        day.setVisible(date);
        written.setVisible(compare != Comparison.IS && !date);
        chosen.setVisible(compare == Comparison.IS && !areas.isVisible());
        if (areas.isVisible()) {
            areas.show(given);
            return;
        }
        if (date) {
            day.setValue(day(given));
            return;
        }
        if (compare == Comparison.IS) {
            choose(given);
            // Values outside the first 200, and starts of postal codes, are typed.
            chosen.setAllowCustomValue(WRITTEN.contains(kind));
            return;
        }
        written.setPlaceholder(getTranslation("filters.value." + compare));
        written.setValue(given.isEmpty() ? "" : given.getFirst());
        written.setSuffixComponent(
                compare == Comparison.WITHIN ? new Span(getTranslation("filters.value.days")) : null);
    }

    /** What a filter of a program says in another way is chosen anew. */
    private static @Nullable LocalDate day(List<String> given) {
        try {
            return given.isEmpty() ? null : LocalDate.parse(given.getFirst());
        } catch (DateTimeParseException none) {
            return null;
        }
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
