package org.rung.merging.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.filters.ListLink;
import org.rung.merging.MergingPaths;
import org.springframework.stereotype.Component;

/** From the list of everyone to those who may be in it twice. */
@Component
class DuplicatesLink implements ListLink {
    @Override
    public Optional<Anchor> link(Actor actor) {
        return actor.may(Permission.EDIT_PEOPLE)
                ? Optional.of(
                        new Anchor(MergingPaths.DUPLICATES, UI.getCurrent().getTranslation("merging.title")))
                : Optional.empty();
    }
}
