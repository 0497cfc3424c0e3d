package org.rung.payments.ui;

import static org.rung.payments.ui.PaymentWords.said;
import static org.rung.payments.ui.PaymentWords.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** One person's own link to give by, to be put into a text. */
class GiveLinkDialog extends Dialog {
    /** @param answering in a conversation, whose answer it can go into */
    GiveLinkDialog(String name, String address, boolean answering) {
        setHeaderTitle(say("payments.link.title"));
        setWidth("min(480px, 94vw)");
        TextField link = new TextField(say("payments.link.field"));
        link.setValue(address);
        link.setReadOnly(true);
        link.setWidthFull();
        Button copy = new Button(say("payments.link.copy"), click -> {
            // In the browser, because only a click there may write to its clipboard; over plain HTTP it has none.
            link.getElement()
                    .executeJs(
                            "const field = this.inputElement; field.focus(); field.select();"
                                    + " if (navigator.clipboard) navigator.clipboard.writeText($0);"
                                    + " else document.execCommand('copy')",
                            address);
            said(say("payments.link.copied"));
        });
        Button put = new Button(say("payments.link.put"), click -> {
            getElement().executeJs("document.querySelector('rung-composer')?.put($0)", address);
            close();
        });
        put.addThemeVariants(ButtonVariant.PRIMARY);
        put.setVisible(answering);
        if (!answering) copy.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(say("payments.link.words", name)), link);
        getFooter().add(new Button(say("payments.link.close"), click -> close()), copy, put);
    }
}
