package org.rung.bulk.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import org.rung.bulk.BulkKind;
import org.rung.bulk.BulkWish;
import org.rung.bulk.BulkWork;
import org.rung.common.Actor;
import org.rung.filters.SelectionAction;
import org.rung.people.Supporters;
import org.rung.people.Tag;

/** Which tag to put on, or to take off. */
class TagDialog extends BulkDialog {
    TagDialog(
            BulkWork work,
            Supporters supporters,
            Actor actor,
            SelectionAction.Selection selection,
            long people,
            BulkKind kind) {
        this(work, supporters, actor, selection, people, kind, new ComboBox<>());
    }

    private TagDialog(
            BulkWork work,
            Supporters supporters,
            Actor actor,
            SelectionAction.Selection selection,
            long people,
            BulkKind kind,
            ComboBox<String> tag) {
        super(
                kind.name(),
                people,
                () -> {
                    var name = tag.getValue();
                    if (name == null || name.isBlank()) return false;
                    work.start(
                            actor,
                            kind == BulkKind.TAG
                                    ? BulkWish.tag(name, selection.filter(), selection.chosen())
                                    : BulkWish.untag(name, selection.filter(), selection.chosen()));
                    return true;
                },
                tag);
        tag.setLabel(getTranslation("bulk.tag"));
        tag.setWidthFull();
        tag.setItems(
                supporters.tags(actor.organization()).stream().map(Tag::name).toList());
        if (kind == BulkKind.TAG) {
            tag.setAllowCustomValue(true);
            tag.addCustomValueSetListener(typed -> tag.setValue(typed.getDetail()));
            tag.setHelperText(getTranslation("bulk.tag.new"));
        }
    }
}
