package org.rung.bulk.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import org.rung.bulk.BulkWish;
import org.rung.bulk.BulkWork;
import org.rung.common.Actor;
import org.rung.filters.SelectionAction;
import org.rung.turf.Turf;
import org.rung.turf.TurfKind;
import org.rung.turf.Turfs;

/** Which frozen list to add people to. */
class ListDialog extends BulkDialog {
    ListDialog(BulkWork work, Turfs turfs, Actor actor, SelectionAction.Selection selection, long people) {
        this(work, turfs, actor, selection, people, new ComboBox<>());
    }

    private ListDialog(
            BulkWork work,
            Turfs turfs,
            Actor actor,
            SelectionAction.Selection selection,
            long people,
            ComboBox<Turf> list) {
        super(
                "LIST",
                people,
                () -> {
                    var turf = list.getValue();
                    if (turf == null) return false;
                    work.start(actor, BulkWish.list(turf.turfId(), selection.filter(), selection.chosen()));
                    return true;
                },
                list);
        list.setLabel(getTranslation("bulk.list"));
        list.setHelperText(getTranslation("bulk.list.help"));
        list.setWidthFull();
        list.setItemLabelGenerator(Turf::name);
        list.setItems(turfs.all(actor).stream()
                .filter(turf -> turf.kind() == TurfKind.LIST)
                .toList());
    }
}
