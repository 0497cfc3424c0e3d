package org.rung.reshaping.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/** Says what will be, and asks whether to go on. */
class SureDialog extends Dialog {
    SureDialog(String titleKey, String words, String doKey, Runnable deed) {
        setHeaderTitle(getTranslation(titleKey));
        setWidth("min(480px, 94vw)");
        add(new Paragraph(words));
        var yes = new Button(getTranslation(doKey), click -> {
            close();
            deed.run();
        });
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("reshaping.cancel"), click -> close()), yes);
    }
}
