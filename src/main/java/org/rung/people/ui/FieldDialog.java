package org.rung.people.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.people.CustomField;
import org.rung.people.FieldDraft;
import org.rung.people.FieldType;

/** A custom field's name, what it holds, and its choices, one a line. */
class FieldDialog extends Dialog {
    private final TextField label = new TextField(getTranslation("people.fields.label"));
    private final Select<FieldType> type = new Select<>();
    private final TextArea choices = new TextArea(getTranslation("people.fields.choices"));

    FieldDialog(Optional<CustomField> known, Consumer<FieldDraft> done) {
        setHeaderTitle(getTranslation(known.isPresent() ? "people.fields.change" : "people.fields.add"));
        setWidth("min(460px, 92vw)");
        label.setMaxLength(80);
        label.setWidthFull();
        label.setValue(known.map(CustomField::label).orElse(""));
        type.setLabel(getTranslation("people.fields.type"));
        type.setItems(FieldType.values());
        type.setItemLabelGenerator(each -> getTranslation("people.fields.type." + each));
        type.setWidthFull();
        type.addValueChangeListener(change -> choices.setVisible(change.getValue() == FieldType.CHOICE));
        choices.setVisible(false);
        type.setValue(known.map(CustomField::type).orElse(FieldType.TEXT));
        choices.setHelperText(getTranslation("people.fields.choices.help"));
        choices.setWidthFull();
        choices.setMaxLength(12_200);
        choices.setValue(known.map(field -> String.join("\n", field.choices())).orElse(""));
        var body = new Div(label, type, choices);
        body.addClassName("col");
        add(body);
        var save = new Button(getTranslation("people.save"), click -> save(done));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("people.cancel"), click -> close()), save);
    }

    private void save(Consumer<FieldDraft> done) {
        for (HasValidation input : List.<HasValidation>of(label, type, choices)) input.setInvalid(false);
        try {
            done.accept(new FieldDraft(
                    label.getValue(),
                    type.getValue(),
                    choices.getValue().lines().toList()));
            close();
        } catch (Problem.Invalid wrong) {
            say(
                    switch (wrong.field()) {
                        case "type" -> type;
                        case "choices" -> choices;
                        default -> label;
                    },
                    wrong);
        } catch (Problem.Conflict taken) {
            say(label, taken);
        }
    }

    private static void say(HasValidation input, Problem why) {
        input.setInvalid(true);
        input.setErrorMessage(Sentences.of(why));
    }
}
