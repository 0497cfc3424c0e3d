package org.rung.bulk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import java.text.NumberFormat;
import java.util.function.BooleanSupplier;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;

/** Asks once more, with the exact number, before something is done with many people. */
class BulkDialog extends Dialog {
    private final Div problem = new Div();
    private final Button go;

    /**
     * @param people exactly how many
     * @param act begins it; false when the dialog should stay open
     */
    BulkDialog(String kind, long people, BooleanSupplier act, Component... fields) {
        setHeaderTitle(getTranslation("bulk.do." + kind));
        setWidth("min(480px, 92vw)");
        var words = new Paragraph(getTranslation(
                "bulk.ask." + kind,
                people,
                NumberFormat.getIntegerInstance(getLocale()).format(people)));
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        var body = new Div(words);
        body.add(fields);
        body.add(problem);
        body.addClassName("col");
        add(body);
        go = new Button(getTranslation("bulk.go." + kind), click -> start(act));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        if (kind.equals("ERASE")) go.addThemeVariants(ButtonVariant.ERROR);
        go.setEnabled(people > 0);
        getFooter().add(new Button(getTranslation("bulk.back"), click -> close()), go);
    }

    private void start(BooleanSupplier act) {
        problem.setText("");
        try {
            if (!act.getAsBoolean()) return;
            close();
            Notification.show(getTranslation("bulk.begun"), 4_000, Notification.Position.BOTTOM_CENTER);
        } catch (Problem why) {
            problem.setText(Sentences.of(why));
        }
    }

    /** Whether what must be filled in is. */
    void ready(boolean ready) {
        go.setEnabled(ready);
    }
}
