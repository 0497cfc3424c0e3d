package org.rung.promises.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Why they cannot: one tap, or words of one's own. */
class CannotDialog extends Dialog {
    private final transient Consumer<String> said;
    private final TextField own = new TextField();

    CannotDialog(String title, Consumer<String> said) {
        this.said = said;
        setHeaderTitle(getTranslation("promises.cannot"));
        setWidth("min(420px, 94vw)");
        Div usual = new Div(
                usual("promises.cannot.cameUp"), usual("promises.cannot.otherDay"), usual("promises.cannot.mistake"));
        usual.addClassName("promises-usual");
        own.setLabel(getTranslation("promises.cannot.own"));
        own.setMaxLength(320);
        own.setWidthFull();
        Button save = new Button(getTranslation("promises.cannot.save"), click -> {
            if (own.getValue().isBlank()) {
                own.setErrorMessage(getTranslation("promises.cannot.missing"));
                own.setInvalid(true);
                own.focus();
            } else {
                take(own.getValue());
            }
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div body = new Div(new Paragraph(title), usual, own);
        body.addClassNames("col", "promises-dialog");
        add(body);
        getFooter().add(new Button(getTranslation("promises.cancel"), click -> close()), save);
    }

    private NativeButton usual(String words) {
        String why = getTranslation(words);
        NativeButton button = new NativeButton(why, click -> take(why));
        button.addClassName("chip");
        return button;
    }

    private void take(String why) {
        close();
        said.accept(why);
    }
}
