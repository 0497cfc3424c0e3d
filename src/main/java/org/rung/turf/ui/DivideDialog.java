package org.rung.turf.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Set;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.turf.Acquainting;
import org.rung.turf.FrozenTurfs;
import org.rung.turf.Turf;
import org.rung.turf.TurfPaths;

/** Divides a turf into lists: so many by chance, or one for each texter with the people they know. */
class DivideDialog extends Dialog {
    private enum How {
        CHANCE,
        KNOWN
    }

    private final FrozenTurfs frozen;
    private final Acquainting acquainting;
    private final Actor actor;
    private final Turf turf;
    private final RadioButtonGroup<How> how = new RadioButtonGroup<>(getTranslation("turf.divide.how"));
    private final IntegerField parts = new IntegerField(getTranslation("turf.divide.parts"));
    private final MemberPick texters;
    private final Paragraph words = new Paragraph();

    DivideDialog(FrozenTurfs frozen, Acquainting acquainting, Members members, Actor actor, Turf turf) {
        this.frozen = frozen;
        this.acquainting = acquainting;
        this.actor = actor;
        this.turf = turf;
        texters = new MemberPick(getTranslation("turf.divide.texters"), members, actor, Set.of());
        setHeaderTitle(getTranslation("turf.divide.title", turf.name()));
        setWidth("min(500px, 92vw)");
        parts.setMin(2);
        parts.setMax(FrozenTurfs.MOST_PARTS);
        parts.setStepButtonsVisible(true);
        parts.setValue(2);
        parts.setWidthFull();
        how.setItems(How.values());
        how.setItemLabelGenerator(each -> getTranslation("turf.divide.how." + each));
        how.setValue(How.CHANCE);
        how.addValueChangeListener(change -> show());
        var body = new Div(how, words, parts, texters);
        body.addClassName("col");
        add(body);
        var divide = new Button(getTranslation("turf.divide.do"), click -> divide());
        divide.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("turf.cancel"), click -> close()), divide);
        show();
    }

    private void show() {
        var chance = how.getValue() == How.CHANCE;
        parts.setVisible(chance);
        texters.setVisible(!chance);
        words.setText(getTranslation(chance ? "turf.divide.words" : "turf.divide.words.known"));
    }

    private void divide() {
        try {
            int made = how.getValue() == How.CHANCE
                    ? frozen.divide(actor, turf.turfId(), parts.getValue() == null ? 0 : parts.getValue())
                            .size()
                    : acquainting
                            .divide(actor, turf.turfId(), texters.getValue())
                            .size();
            close();
            Notification.show(getTranslation("turf.divide.done", made));
            UI.getCurrent().navigate(TurfPaths.TURFS);
        } catch (Problem.Invalid wrong) {
            if (how.getValue() == How.CHANCE) {
                parts.setInvalid(true);
                parts.setErrorMessage(wrong.in(getLocale()));
                parts.focus();
            } else {
                texters.setInvalid(true);
                texters.setErrorMessage(wrong.in(getLocale()));
                texters.focus();
            }
        }
    }
}
