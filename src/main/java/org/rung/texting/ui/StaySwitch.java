package org.rung.texting.ui;

import com.vaadin.flow.component.html.NativeButton;
import org.rung.common.Actor;
import org.rung.texting.Choices;

/** Whether one stays with a conversation after answering, or goes on to the next one that waits. */
class StaySwitch extends NativeButton {

    private final Choices choices;
    private final Actor.Member actor;
    private boolean stays;

    StaySwitch(Choices choices, Actor.Member actor) {
        this.choices = choices;
        this.actor = actor;
        this.stays = choices.stays(actor);
        addClassName("link");
        getElement().setAttribute("title", getTranslation("texting.stayTitle"));
        addClickListener(click -> turn());
        setText(words());
    }

    void turn() {
        stays = !stays;
        choices.stay(actor, stays);
        setText(words());
    }

    boolean stays() {
        return stays;
    }

    private String words() {
        return getTranslation(stays ? "texting.stay" : "texting.goOn");
    }

    /** What pressing it would change to. */
    String otherWords() {
        return getTranslation(stays ? "texting.goOn" : "texting.stay");
    }
}
