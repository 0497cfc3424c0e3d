package org.rung.filters.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.function.Supplier;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.filters.SelectionAction;
import org.rung.people.Supporters;
import org.rung.people.Tag;

/** What one may do with the chosen people of a list. */
class SelectionBar extends Div {
    private final Span chosen = new Span();
    private final Button put;

    SelectionBar(
            Supporters supporters,
            Actor actor,
            List<SelectionAction> actions,
            Supplier<SelectionAction.Selection> selection,
            Runnable done) {
        addClassNames("card", "selection-bar", "row", "wrap");
        setVisible(false);
        chosen.getElement().setAttribute("role", "status");
        var tag = new ComboBox<String>();
        tag.setItems(
                supporters.tags(actor.organization()).stream().map(Tag::name).toList());
        tag.setAllowCustomValue(true);
        tag.addCustomValueSetListener(typed -> tag.setValue(typed.getDetail()));
        tag.setPlaceholder(getTranslation("filters.select.tag"));
        tag.setAriaLabel(getTranslation("filters.select.tag"));
        put = new Button(getTranslation("filters.select.put"), click -> {
            var who = selection.get().chosen();
            if (who.isEmpty() || tag.getValue() == null) return;
            supporters.tag(actor, who, tag.getValue());
            Notification.show(getTranslation("filters.select.tagged", who.size(), tag.getValue()));
            done.run();
        });
        add(chosen);
        if (actor.may(Permission.EDIT_PEOPLE)) add(tag, put);
        actions.forEach(action -> add(action.button(actor, selection)));
    }

    void chosen(int people) {
        chosen.setText(getTranslation("filters.select.chosen", people));
        put.setEnabled(people > 0);
    }
}
