package org.rung.saved.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.filters.Filters;
import org.rung.filters.ListExtra;
import org.rung.saved.SavedFilter;
import org.rung.saved.SavedFilters;
import org.rung.saved.SavedPaths;

/** Above the list of supporters: loads a saved filter, and saves the one that is there. */
@org.springframework.stereotype.Component
class SavedTool implements ListExtra {
    private static final int MOST = 200;

    private final SavedFilters saved;
    private final Filters filters;

    SavedTool(SavedFilters saved, Filters filters) {
        this.saved = saved;
        this.filters = filters;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> above(Actor actor, Shown list) {
        if (!actor.may(Permission.SEE_PEOPLE)) return Optional.empty();
        var tool = new Div();
        tool.addClassNames("row", "wrap", "saved-tool");
        var load = new ComboBox<SavedFilter>();
        load.setPlaceholder(tool.getTranslation("saved.load"));
        load.setAriaLabel(tool.getTranslation("saved.load"));
        load.setItemLabelGenerator(SavedFilter::name);
        load.setClearButtonVisible(true);
        offer(actor, load);
        load.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null)
                list.show(change.getValue().filter());
        });
        tool.add(load);
        if (actor.may(Permission.CUT_TURF)) {
            var keep = new Button(tool.getTranslation("saved.save"), click -> ask(tool, actor, list, load));
            tool.add(keep);
        }
        tool.add(new Anchor(SavedPaths.SAVED, tool.getTranslation("saved.manage")));
        return Optional.of(tool);
    }

    private void offer(Actor actor, ComboBox<SavedFilter> load) {
        load.setItems(saved.page(actor, Page.Wanted.first(MOST)).rows().stream()
                .filter(each -> filters.isOpenTo(actor, each.filter()))
                .toList());
    }

    private void ask(Div tool, Actor actor, Shown list, ComboBox<SavedFilter> load) {
        if (list.filter().isEveryone() || list.isHalfWritten()) {
            Notification.show(
                    tool.getTranslation(list.filter().isEveryone() ? "saved.nothing" : "saved.half"),
                    6_000,
                    Notification.Position.BOTTOM_CENTER);
            return;
        }
        new NameDialog(tool.getTranslation("saved.save"), "", name -> {
                    var id = saved.save(actor, name, list.filter());
                    offer(actor, load);
                    load.setValue(saved.get(actor, id));
                    Notification.show(tool.getTranslation("saved.saved", name.strip()));
                })
                .open();
    }
}
