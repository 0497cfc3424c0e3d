package org.rung.turf.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.turf.Drift;
import org.rung.turf.FrozenTurfs;
import org.rung.turf.Turf;

/** What a frozen list is, and how far it is from its filter by now. */
class FrozenCard extends Div {

    FrozenCard(FrozenTurfs frozen, Actor actor, Turf turf, Runnable changed) {
        addClassNames("notice", "col");
        add(new Span(getTranslation("turf.frozen")));
        frozen.drift(actor, turf.turfId()).ifPresent(drift -> {
            add(new Span(
                    drift.none()
                            ? getTranslation("turf.drift.none")
                            : getTranslation("turf.drift", drift.left(), drift.joined())));
            if (!drift.none() && actor.may(Permission.CUT_TURF)) add(anew(frozen, actor, turf, changed));
        });
    }

    private Button anew(FrozenTurfs frozen, Actor actor, Turf turf, Runnable changed) {
        var sure = new SureDialog(
                getTranslation("turf.drift.title", turf.name()),
                getTranslation("turf.drift.words"),
                getTranslation("turf.drift.anew"),
                getTranslation("turf.cancel"),
                () -> {
                    Drift drift = frozen.freezeAnew(actor, turf.turfId());
                    Notification.show(getTranslation("turf.drift.done", drift.left(), drift.joined()));
                    changed.run();
                });
        var button = new Button(getTranslation("turf.drift.anew"), click -> sure.open());
        button.addClassName("start");
        return button;
    }
}
