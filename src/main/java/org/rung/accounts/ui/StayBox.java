package org.rung.accounts.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import org.rung.accounts.door.StaySignedIn;

/** Never ticked beforehand: it may be a computer that others use. */
class StayBox extends Checkbox {
    StayBox() {
        setLabel(getTranslation("accounts.stay"));
        setHelperText(getTranslation("accounts.stay.not"));
        getElement().setAttribute("name", StaySignedIn.BOX);
        addClassName("stay-box");
    }
}
