package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.rung.accounts.QrCode;

/** A link to hand over: to copy, and as a picture that a phone's camera reads. */
class LinkDialog extends Dialog {
    LinkDialog(String title, String line, String text, boolean picture, Component... more) {
        setHeaderTitle(title);
        setWidth("min(460px, 94vw)");
        var under = new Paragraph(line);
        under.addClassName("muted");
        var field = new TextField(getTranslation("accounts.link"));
        field.setValue(text);
        field.setReadOnly(true);
        field.setWidthFull();
        var copy = new CopyButton(text);
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        var column = new Div(under);
        column.addClassName("col");
        if (picture) {
            var code = new Image(QrCode.of(text).data(), getTranslation("accounts.link.picture"));
            code.addClassName("qr");
            column.add(code);
        }
        column.add(field);
        column.add(more);
        add(column);
        getFooter().add(new Button(getTranslation("accounts.close"), click -> close()), copy);
    }
}
