package org.rung.compliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import java.util.function.Consumer;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.compliance.SuppressionFields;
import org.rung.consent.SuppressionDraft;
import org.rung.consent.SuppressionWay;

/** Puts somebody, or a file of numbers, on the do-not-text list: how long, and why. */
class SuppressDialog extends Dialog {
    private final SuppressionFields fields;
    private final Div problem = new Div();

    SuppressDialog(SuppressionFields fields, SuppressionWay way, Consumer<SuppressionDraft> act, Component... above) {
        this.fields = fields;
        setHeaderTitle(getTranslation("compliance.suppress.title"));
        setWidth("min(480px, 94vw)");
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        var body = new Div();
        body.addClassName("col");
        body.add(above);
        body.add(fields, problem);
        add(body);
        var go = new Button(
                getTranslation("compliance.suppress.go"),
                click -> fields.draft(way).ifPresent(draft -> go(draft, act)));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("compliance.cancel"), click -> close()), go);
    }

    private void go(SuppressionDraft draft, Consumer<SuppressionDraft> act) {
        problem.setText("");
        try {
            act.accept(draft);
            close();
            Notification.show(getTranslation("compliance.suppress.done"), 4_000, Notification.Position.BOTTOM_CENTER);
        } catch (Problem.Invalid wrong) {
            if (wrong.field().equals("until") || wrong.field().equals("reason")) {
                fields.refuse(wrong, Sentences.of(wrong));
            } else {
                problem.setText(Sentences.of(wrong));
            }
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
        }
    }
}
