package org.rung.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.rung.common.Problem;

/** Asks why before something is done that others will want to understand; a refusal is shown where it can be answered. */
public class WhyDialog extends Dialog {
    private static final int LONGEST = 320;

    private final TextArea reason = new TextArea(getTranslation("accounts.why.label"));
    private final Div problem = new Div();
    private final transient Consumer<String> act;

    public WhyDialog(String title, String words, String yes, Consumer<String> act) {
        this.act = act;
        setHeaderTitle(title);
        setWidth("min(460px, 94vw)");
        reason.setMaxLength(LONGEST);
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        Div body = new Div(new Paragraph(words), reason, problem);
        body.addClassName("col");
        add(body);
        Button decide = new Button(yes, click -> decide());
        decide.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button(getTranslation("accounts.cancel"), click -> close()), decide);
    }

    @Override
    public void open() {
        super.open();
        reason.focus();
    }

    private void decide() {
        if (reason.getValue().isBlank()) {
            reason.setInvalid(true);
            reason.setErrorMessage(getTranslation("accounts.why.missing"));
            reason.focus();
            return;
        }
        try {
            act.accept(reason.getValue());
            close();
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
        }
    }
}
