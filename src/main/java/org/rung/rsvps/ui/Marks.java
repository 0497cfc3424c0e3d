package org.rung.rsvps.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.shared.HasValidationProperties;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;

/** Fields that hold what could not be taken. */
final class Marks {
    /** When Vaadin's calendar takes the whole window. */
    private static final String PHONE = "(max-width: 450px), (max-height: 450px)";

    private static final String LEAD =
            "if (matchMedia($0).matches) this.scrollIntoView({block: 'center'}); else this.focus();";

    private Marks() {}

    /** Marks it, says why beside it, and leads there. */
    static <F extends Component & HasValidationProperties & Focusable<?>> void put(F field, Problem.Invalid wrong) {
        field.setErrorMessage(Sentences.of(wrong));
        field.setInvalid(true);
        // On a phone the focus opens the calendar over the whole form, and hides what it leads to.
        if (field instanceof DateTimePicker) field.getElement().executeJs(LEAD, PHONE);
        else field.focus();
    }
}
