package org.rung.filters;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rung.filters.Criterion.Choice;

/** One line of a filter: what is asked, and which values may match. */
class FilterLineRow extends Div {
    /** What one chooses first: a kind, and for some kinds which field of it. */
    record Question(String kind, String key) {}

    private final FilterField field;
    private final Select<Question> question = new Select<>();
    private final MultiSelectComboBox<String> values = new MultiSelectComboBox<>();
    private List<Choice> choices = List.of();

    FilterLineRow(FilterField field, FilterLine line) {
        this.field = field;
        addClassName("filter-line");
        var asked = new Question(line.kind(), line.key());
        var questions = new ArrayList<>(questions());
        if (!questions.contains(asked)) questions.add(asked);
        question.setItems(questions);
        question.setItemLabelGenerator(this::asked);
        question.setValue(asked);
        question.setAriaLabel(getTranslation("filters.filter.question"));
        question.addValueChangeListener(change -> {
            values.clear();
            offer(List.of());
            field.changed();
        });
        values.setAriaLabel(getTranslation("filters.filter.values"));
        values.setPlaceholder(getTranslation("filters.filter.any"));
        values.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        values.setItemLabelGenerator(this::shown);
        values.addCustomValueSetListener(typed -> take(typed.getDetail()));
        values.addValueChangeListener(change -> {
            if (change.isFromClient()) field.changed();
        });
        offer(line.values());
        values.setValue(new LinkedHashSet<>(line.values()));
        var is = new Span(getTranslation("filters.filter.is"));
        is.addClassName("muted");
        var away = new Button("×", click -> field.remove(this));
        away.addThemeVariants(ButtonVariant.TERTIARY);
        away.setAriaLabel(getTranslation("filters.filter.remove"));
        away.addClassName("filter-away");
        add(question, is, values, away);
    }

    Optional<FilterLine> line() {
        if (values.getValue().isEmpty()) return Optional.empty();
        return Optional.of(
                new FilterLine(question.getValue().kind(), question.getValue().key(), List.copyOf(values.getValue())));
    }

    void focus() {
        question.focus();
    }

    private List<Question> questions() {
        var all = new ArrayList<Question>();
        for (var criterion : field.filters().all()) {
            switch (criterion.kind()) {
                case "place" ->
                    List.of("city", "postal_code", "region", "country")
                            .forEach(key -> all.add(new Question("place", key)));
                case "field" ->
                    criterion.choices(field.organizationId()).stream()
                            .map(Choice::key)
                            .distinct()
                            .forEach(key -> all.add(new Question("field", key)));
                default -> {
                    var keys = criterion.choices(field.organizationId()).stream()
                            .map(Choice::key)
                            .distinct()
                            .toList();
                    if (keys.isEmpty()) all.add(new Question(criterion.kind(), ""));
                    else keys.forEach(key -> all.add(new Question(criterion.kind(), key)));
                }
            }
        }
        return all;
    }

    private void offer(List<String> also) {
        var asked = question.getValue();
        choices = field
                .filters()
                .criterion(asked.kind())
                .map(criterion -> criterion.choices(field.organizationId()))
                .orElse(List.of())
                .stream()
                .filter(choice -> choice.key().equals(asked.key()))
                .toList();
        var items = new LinkedHashSet<>(also);
        choices.forEach(choice -> items.add(choice.value()));
        values.setItems(items);
        // Values outside the first 200, and starts of postal codes, are typed.
        values.setAllowCustomValue(
                Set.of("place", "field", "source", "language", "tag").contains(asked.kind()));
    }

    private void take(String typed) {
        var value = typed.strip();
        if (value.isEmpty()) return;
        var chosen = new LinkedHashSet<>(values.getValue());
        chosen.add(value);
        offer(List.copyOf(chosen));
        values.setValue(chosen);
        field.changed();
    }

    private String asked(Question asked) {
        return FilterWords.question(this, asked.kind(), asked.key());
    }

    private String shown(String value) {
        return FilterWords.value(this, choices, question.getValue().kind(), value);
    }
}
