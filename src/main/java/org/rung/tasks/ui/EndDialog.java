package org.rung.tasks.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.BiConsumer;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.tasks.TaskOutcome;
import org.rung.tasks.Tasks;

/** What came of a task. */
class EndDialog extends Dialog {
    private final RadioButtonGroup<TaskOutcome> outcome = new RadioButtonGroup<>();
    private final TextArea note = new TextArea(getTranslation("tasks.note"));

    EndDialog(String title, BiConsumer<TaskOutcome, String> decided) {
        setHeaderTitle(getTranslation("tasks.end"));
        setWidth("min(440px, 94vw)");
        outcome.setLabel(title);
        outcome.setItems(TaskOutcome.values());
        outcome.setItemLabelGenerator(one -> getTranslation("tasks.outcome." + one));
        outcome.setValue(TaskOutcome.GOOD);
        note.setMaxLength(Tasks.LONGEST_NOTE);
        note.setWidthFull();
        var body = new Div(outcome, note);
        body.addClassName("col");
        add(body);
        var save = new Button(getTranslation("tasks.end.save"), click -> {
            try {
                decided.accept(outcome.getValue(), note.getValue());
                close();
            } catch (Problem refused) {
                note.setErrorMessage(Sentences.of(refused));
                note.setInvalid(true);
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("tasks.cancel"), click -> close()), save);
    }
}
