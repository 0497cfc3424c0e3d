package org.rung.people.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rung.accounts.FieldWords;
import org.rung.people.CustomField;
import org.rung.people.FieldType;

/** What one writes or chooses a custom field's value with; the value goes in and out as it is kept. */
class FieldInput {
    private final Component component;
    private final Supplier<String> get;
    private final Consumer<String> set;

    FieldInput(CustomField field) {
        switch (field.type()) {
            case TEXT, NUMBER -> {
                var text = new TextField(field.label());
                text.setMaxLength(500);
                if (field.type() == FieldType.NUMBER) text.getElement().setAttribute("inputmode", "decimal");
                component = text;
                get = text::getValue;
                set = text::setValue;
            }
            case DATE -> {
                var day = FieldWords.in(new DatePicker(field.label()));
                component = day;
                get = () -> day.getValue() == null ? "" : day.getValue().toString();
                set = value -> day.setValue(value.isEmpty() ? null : LocalDate.parse(value));
            }
            case YES_NO, CHOICE -> {
                var one = new Select<String>();
                one.setLabel(field.label());
                one.setEmptySelectionAllowed(true);
                one.setItemLabelGenerator(value -> value == null ? "" : shown(one, field, value));
                var choices = new ArrayList<String>();
                if (field.type() == FieldType.CHOICE) choices.addAll(field.choices());
                else {
                    choices.add(FieldType.YES);
                    choices.add(FieldType.NO);
                }
                one.setItems(choices);
                component = one;
                get = () -> one.getValue() == null ? "" : one.getValue();
                set = value -> {
                    // A choice may have been taken out since it was made.
                    if (!value.isEmpty() && !choices.contains(value)) {
                        choices.add(value);
                        one.setItems(choices);
                    }
                    one.setValue(value.isEmpty() ? null : value);
                };
            }
            default -> throw new IllegalStateException("Every type has an input");
        }
    }

    Component component() {
        return component;
    }

    String value() {
        return get.get();
    }

    void value(String kept) {
        set.accept(kept);
    }

    /** How a value reads. */
    static String shown(Component reader, CustomField field, String value) {
        return field.type() == FieldType.YES_NO && !value.isEmpty()
                ? reader.getTranslation("people.field." + value)
                : value;
    }
}
