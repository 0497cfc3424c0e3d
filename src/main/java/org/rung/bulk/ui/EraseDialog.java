package org.rung.bulk.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.rung.bulk.BulkWish;
import org.rung.bulk.BulkWork;
import org.rung.common.Actor;
import org.rung.filters.SelectionAction;

/** Erasing has no way back: whoever does it types how many people they are. */
class EraseDialog extends BulkDialog {
    EraseDialog(BulkWork work, Actor actor, SelectionAction.Selection selection, long people) {
        this(work, actor, selection, people, new TextField());
    }

    private EraseDialog(
            BulkWork work, Actor actor, SelectionAction.Selection selection, long people, TextField number) {
        super(
                "ERASE",
                people,
                () -> {
                    work.start(actor, BulkWish.erase(selection.filter(), selection.chosen(), people));
                    return true;
                },
                number);
        number.setLabel(getTranslation("bulk.erase.number", people));
        number.setWidthFull();
        number.setMaxLength(9);
        number.getElement().setAttribute("inputmode", "numeric");
        number.setValueChangeMode(ValueChangeMode.EAGER);
        number.addValueChangeListener(change -> ready(isThat(change.getValue(), people)));
        ready(false);
    }

    /** With or without the signs that people put between thousands. */
    private static boolean isThat(String typed, long people) {
        return people > 0 && typed.replaceAll("[\\s.,']", "").equals(Long.toString(people));
    }
}
