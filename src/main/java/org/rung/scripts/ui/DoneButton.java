package org.rung.scripts.ui;

import com.vaadin.flow.component.html.NativeButton;

/** Closes the card that is open. */
class DoneButton extends NativeButton {
    DoneButton(Editing editing) {
        setText(getTranslation("scripts.studio.done"));
        addClickListener(click -> editing.close());
        addClassNames("btn", "ghost", "small", "start");
        getElement().setAttribute("type", "button");
    }
}
