package org.rung.ladder;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/** A standing as a small ladder; says it in words to those who do not see it. */
public class LadderMini extends Div {
    public LadderMini(Standing standing) {
        addClassName("ladder-mini");
        for (int position = 1; position <= standing.rungs(); position++) {
            Element step = new Element("i");
            if (position <= standing.position()) {
                step.getClassList().add("on");
            }
            getElement().appendChild(step);
        }
        String title = getTranslation(
                "ladder.mini", standing.position(), standing.rungs(), StartingWords.in(getLocale(), standing.rung()));
        getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", title)
                .setAttribute("title", title);
    }
}
