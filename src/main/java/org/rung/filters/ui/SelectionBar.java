package org.rung.filters.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.text.NumberFormat;
import java.util.List;
import java.util.function.Supplier;
import org.rung.common.Actor;
import org.rung.filters.SelectionAction;

/** What one may do with the chosen people of a list, or with everyone it shows. */
class SelectionBar extends Div {
    private final Span who = new Span();
    private int chosen;
    private long found;
    private boolean more;

    SelectionBar(Actor actor, List<SelectionAction> actions, Supplier<SelectionAction.Selection> selection) {
        addClassNames("card", "selection-bar", "row", "wrap");
        setVisible(false);
        who.getElement().setAttribute("role", "status");
        who.addClassName("strong");
        add(who);
        actions.forEach(action -> add(action.button(actor, selection)));
    }

    void chosen(int people) {
        chosen = people;
        tell();
    }

    /** How many the list shows; that many or more. */
    void found(long people, boolean more) {
        found = people;
        this.more = more;
        tell();
    }

    private void tell() {
        who.setText(
                chosen > 0
                        ? getTranslation("filters.select.chosen", chosen)
                        : getTranslation(
                                "filters.select.all",
                                found,
                                NumberFormat.getIntegerInstance(getLocale()).format(found) + (more ? "+" : "")));
    }
}
