package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Optional;
import org.rung.campaigns.OneOfHousehold;
import org.rung.campaigns.Reach;
import org.rung.turf.Turf;
import org.rung.turf.TurfPaths;
import org.rung.turf.Turfs;
import org.springframework.stereotype.Component;

/** Whose turf it is, and how many in it can be texted. */
@Component
class WhoCard implements StepCard {
    private final Turfs turfs;
    private final OneOfHousehold households;
    private final Reach reach;

    WhoCard(Turfs turfs, OneOfHousehold households, Reach reach) {
        this.turfs = turfs;
        this.households = households;
        this.reach = reach;
    }

    @Override
    public Step step() {
        return Step.WHO;
    }

    @Override
    public void show(Scene scene) {
        var pick = new ComboBox<Turf>(scene.words("campaigns.who.turf"));
        var all = turfs.all(scene.actor());
        pick.setItems(all);
        pick.setItemLabelGenerator(Turf::name);
        pick.setWidthFull();
        pick.setReadOnly(!scene.writable() || !scene.draft());
        if (!scene.draft()) pick.setHelperText(scene.words("campaigns.frozen"));
        scene.campaign()
                .turf()
                .flatMap(id ->
                        all.stream().filter(turf -> turf.turfId().equals(id)).findFirst())
                .ifPresent(pick::setValue);
        pick.addValueChangeListener(change -> scene.save(
                draft -> draft.withTurf(Optional.ofNullable(change.getValue()).map(Turf::turfId))));
        scene.panel().add(pick);
        reach.textable(scene.actor(), scene.campaign())
                .ifPresent(textable -> scene.panel()
                        .add(div("big-number", span("strong num", scene.words("campaigns.who.count", textable)))));
        scene.panel().add(new HouseholdBox(households, scene));
        if (scene.writable() && scene.draft())
            scene.panel().add(link("btn ghost small start", TurfPaths.TURFS, scene.words("campaigns.who.cut")));
    }
}
