package org.rung.filters;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.filters.Criterion.Choice;

/** One line of a filter: what is asked, how it is held against a person, and with which values. */
class FilterLineRow extends Div {
    /** What one chooses first: a kind, and for some kinds which field of it. */
    record Question(String kind, String key) {}

    /** How a line holds its values against a person. */
    record How(boolean not, Comparison compare) {}

    private final FilterField field;
    private final Select<Question> question = new Select<>();
    private final Select<How> how = new Select<>();
    private final FilterValues values;
    private final Div trouble = new Div();

    FilterLineRow(FilterGroupBox box, FilterField field, FilterLine line) {
        this.field = field;
        addClassName("filter-line");
        var asked = new Question(line.kind(), line.key());
        var questions = new LinkedHashSet<>(questions());
        questions.add(asked);
        question.setItems(questions);
        question.setItemLabelGenerator(each -> FilterWords.question(this, each.kind(), each.key()));
        question.setValue(asked);
        question.setAriaLabel(getTranslation("filters.filter.question"));
        how.setItemLabelGenerator(this::said);
        how.setAriaLabel(getTranslation("filters.filter.how"));
        how.addClassName("filter-how");
        values = new FilterValues(field, this::changed);
        hows(new How(line.not(), line.compare()));
        offer(line.values());
        question.addValueChangeListener(change -> {
            hows(new How(false, comparisons().getFirst()));
            offer(List.of());
            changed();
        });
        how.addValueChangeListener(change -> {
            if (!change.isFromClient()) return;
            offer(values.values());
            changed();
        });
        var away = new Button("×", click -> box.remove(this));
        away.addThemeVariants(ButtonVariant.TERTIARY);
        away.setAriaLabel(getTranslation("filters.filter.remove"));
        away.addClassName("filter-away");
        trouble.addClassNames("filter-trouble", "small");
        trouble.getElement().setAttribute("role", "alert");
        add(question, how, values, away, trouble);
        tellTrouble();
    }

    Optional<FilterLine> line() {
        var given = values.values();
        if (given.isEmpty()) return Optional.empty();
        var asked = question.getValue();
        return Optional.of(new FilterLine(
                asked.kind(), asked.key(), how.getValue().not(), how.getValue().compare(), given));
    }

    void focus() {
        question.focus();
    }

    private void changed() {
        tellTrouble();
        field.changed();
    }

    /** A line that cannot be asked matches nobody, so it says at once that it cannot. */
    private void tellTrouble() {
        var wrong = line().flatMap(line -> field.filters().trouble(field.organizationId(), line));
        trouble.setText(wrong.map(Sentences::of).orElse(""));
        trouble.setVisible(wrong.isPresent());
    }

    private List<Question> questions() {
        var all = new ArrayList<Question>();
        for (var criterion : field.offered()) {
            if (criterion.kind().equals("place")) {
                List.of("city", "postal_code", "region", "country").forEach(key -> all.add(new Question("place", key)));
                continue;
            }
            var keys = field.choices(criterion.kind()).stream()
                    .map(Choice::key)
                    .distinct()
                    .toList();
            if (keys.isEmpty() && !criterion.kind().equals("field")) all.add(new Question(criterion.kind(), ""));
            keys.forEach(key -> all.add(new Question(criterion.kind(), key)));
        }
        return all;
    }

    private List<Comparison> comparisons() {
        return field.comparisons(question.getValue().kind(), question.getValue().key());
    }

    private void hows(How now) {
        var all = new LinkedHashSet<How>();
        for (var each : comparisons()) {
            all.add(new How(false, each));
            if (each == Comparison.IS || each == Comparison.WITHIN) all.add(new How(true, each));
        }
        all.add(now);
        how.setItems(all);
        how.setValue(now);
    }

    private String said(How each) {
        return getTranslation("filters.how." + (each.not() ? "NOT_" : "") + each.compare());
    }

    private void offer(List<String> given) {
        var asked = question.getValue();
        values.offer(
                asked,
                how.getValue().compare(),
                field.choices(asked.kind()).stream()
                        .filter(choice -> choice.key().equals(asked.key())
                                && !choice.value().isEmpty())
                        .toList(),
                given);
    }
}
