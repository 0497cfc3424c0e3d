package org.rung.accounts.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** A link to hand over: to copy, and as a picture that a phone's camera reads. */
class LinkDialog extends Dialog {
    LinkDialog(String title, String line, String text, boolean picture) {
        setHeaderTitle(title);
        setWidth("min(460px, 94vw)");
        var under = new Paragraph(line);
        under.addClassName("muted");
        var field = new TextField(getTranslation("accounts.link"));
        field.setValue(text);
        field.setReadOnly(true);
        field.setWidthFull();
        var copy = new Button(getTranslation("accounts.copy"));
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        // In the browser, because only a click there may write to its clipboard.
        copy.getElement()
                .executeJs(
                        "this.addEventListener('click', () => { const said = () => { this.textContent = $1; };"
                                + " if (navigator.clipboard) navigator.clipboard.writeText($0).then(said);"
                                + " else { const f = $2.inputElement; f.select(); document.execCommand('copy'); said(); } })",
                        text,
                        getTranslation("accounts.copied"),
                        field.getElement());
        var column = new Div(under);
        column.addClassName("col");
        if (picture) {
            var code = new Image(QrCode.of(text), getTranslation("accounts.link.picture"));
            code.addClassName("qr");
            column.add(code);
        }
        column.add(field);
        add(column);
        getFooter().add(new Button(getTranslation("accounts.close"), click -> close()), copy);
    }
}
