package org.rung.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.people.Shown;
import org.rung.people.Supporter;
import org.rung.people.Supporters;
import org.rung.people.Tag;

/** A person's tags: taken off by a tap, put on by typing. */
class TagEditor extends Div {
    TagEditor(Supporters supporters, Actor actor, Supporter supporter, Runnable changed) {
        addClassNames("row", "wrap", "tag-editor");
        for (var tag : supporter.tags()) {
            if (!actor.may(Permission.EDIT_PEOPLE)) {
                add(Shown.chip(tag.name(), "plain"));
                continue;
            }
            var chip = new Button(tag.name() + " ×", click -> {
                supporters.untag(actor, List.of(supporter.supporterId()), tag.name());
                changed.run();
            });
            chip.addThemeVariants(ButtonVariant.SMALL);
            chip.addClassName("filter-chip");
            chip.setAriaLabel(getTranslation("people.tags.remove", tag.name()));
            add(chip);
        }
        if (!actor.may(Permission.EDIT_PEOPLE)) return;
        var more = new ComboBox<String>();
        var worn = supporter.tags().stream().map(Tag::name).toList();
        more.setItems(supporters.tags(actor.organization()).stream()
                .map(Tag::name)
                .filter(name -> !worn.contains(name))
                .toList());
        more.setAllowCustomValue(true);
        more.setPlaceholder(getTranslation("people.tags.add"));
        more.setAriaLabel(getTranslation("people.tags.add"));
        more.addClassName("tag-add");
        more.addCustomValueSetListener(typed -> put(supporters, actor, supporter, typed.getDetail(), changed));
        more.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null)
                put(supporters, actor, supporter, change.getValue(), changed);
        });
        add(more);
    }

    private static void put(Supporters supporters, Actor actor, Supporter supporter, String name, Runnable changed) {
        if (name.isBlank()) return;
        supporters.tag(actor, List.of(supporter.supporterId()), name);
        changed.run();
    }
}
