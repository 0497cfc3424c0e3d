package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.function.Consumer;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignState;
import org.rung.scripts.Check;

/** The steps in a row: what is done, and where one is. */
class StepChips extends Div {
    StepChips(Campaign campaign, List<Check> checks, Step here, Consumer<Step> go) {
        addClassName("steps");
        getElement().setAttribute("role", "navigation");
        getElement().setAttribute("aria-label", getTranslation("campaigns.steps"));
        boolean draft = campaign.state() == CampaignState.DRAFT;
        for (var one : Step.values()) {
            boolean done = draft && one.done(campaign, checks);
            var name = getTranslation("campaigns.step." + (one == Step.START && !draft ? "PROGRESS" : one));
            var chip = button(
                    one == here ? "chip on" : done ? "chip good" : "chip",
                    done ? "✓ " + name : name,
                    () -> go.accept(one));
            if (one == here) {
                chip.getElement().setAttribute("aria-current", "step");
                // On a phone they do not all fit.
                chip.getElement()
                        .executeJs(
                                "const row = this.parentElement; requestAnimationFrame(() => "
                                        + "row.scrollLeft = this.offsetLeft - row.offsetLeft - (row.clientWidth - this.offsetWidth) / 2)");
            }
            if (one == Step.START && !draft) addComponentAsFirst(chip);
            else add(chip);
        }
    }
}
