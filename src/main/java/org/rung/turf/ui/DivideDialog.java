package org.rung.turf.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.turf.FrozenTurfs;
import org.rung.turf.Turf;
import org.rung.turf.TurfPaths;

/** Into how many lists a turf is to be divided. */
class DivideDialog extends Dialog {

    DivideDialog(FrozenTurfs frozen, Actor actor, Turf turf) {
        setHeaderTitle(getTranslation("turf.divide.title", turf.name()));
        setWidth("min(460px, 92vw)");
        var parts = new IntegerField(getTranslation("turf.divide.parts"));
        parts.setMin(2);
        parts.setMax(FrozenTurfs.MOST_PARTS);
        parts.setStepButtonsVisible(true);
        parts.setValue(2);
        parts.setWidthFull();
        var body = new Div(new Paragraph(getTranslation("turf.divide.words")), parts);
        body.addClassName("col");
        add(body);
        var divide = new Button(getTranslation("turf.divide.do"), click -> {
            try {
                int many = parts.getValue() == null ? 0 : parts.getValue();
                int made = frozen.divide(actor, turf.turfId(), many).size();
                close();
                Notification.show(getTranslation("turf.divide.done", made));
                UI.getCurrent().navigate(TurfPaths.TURFS);
            } catch (Problem.Invalid wrong) {
                parts.setInvalid(true);
                parts.setErrorMessage(wrong.in(getLocale()));
                parts.focus();
            }
        });
        divide.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("turf.cancel"), click -> close()), divide);
    }
}
