package org.rung.giving.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;

/** A form in a dialog; a refusal is shown where it can be answered. */
abstract class GivingDialog extends Dialog {
    private final Div body = new Div();
    private final Div problem = new Div();
    private final transient Runnable done;

    GivingDialog(String title, String yes, Runnable done) {
        this.done = done;
        setHeaderTitle(title);
        setWidth("min(480px, 94vw)");
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        body.addClassNames("col", "giving-dialog");
        add(body, problem);
        Button save = new Button(yes, click -> tried());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("giving.cancel"), click -> close()), save);
    }

    void fields(Component... fields) {
        body.add(fields);
    }

    TextField text(String words, int longest) {
        TextField field = new TextField(getTranslation(words));
        field.setMaxLength(longest);
        field.setWidthFull();
        return field;
    }

    TextField amount(String currency) {
        TextField field = new TextField(getTranslation("giving.amount.in", currency));
        field.setMaxLength(30);
        field.setWidthFull();
        field.getElement().setAttribute("inputmode", "decimal");
        field.setRequiredIndicatorVisible(true);
        return field;
    }

    /** @throws Problem with what a person should see */
    abstract void save();

    private void tried() {
        try {
            save();
            close();
            done.run();
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
        }
    }
}
