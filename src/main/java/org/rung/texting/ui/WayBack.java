package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import org.rung.common.Actor;

/** From replies back to the card one left for them; nothing where one came another way. The browser window remembers it. */
@Tag("rung-way-back")
@JavaScript("context://elements/endings.js")
@JavaScript("context://elements/desk.js")
class WayBack extends Component {

    WayBack(Actor.Member actor) {
        getElement().setAttribute("words", getTranslation("texting.wayBack"));
        getElement().setAttribute("me", actor.memberId().text());
    }
}
