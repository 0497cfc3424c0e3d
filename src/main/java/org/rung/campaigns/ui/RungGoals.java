package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.campaigns.CampaignGoals;
import org.rung.common.Problem;
import org.rung.ladder.Ladder;
import org.rung.ladder.Rung;
import org.rung.ladder.StartingWords;
import org.springframework.stereotype.Component;

/** The rungs that a campaign may be after, ladder by ladder. */
@Component
class RungGoals {
    private final CampaignGoals goals;

    RungGoals(CampaignGoals goals) {
        this.goals = goals;
    }

    Div of(Scene scene) {
        var all = div("col", span("muted small", scene.words("campaigns.goal.rungs")));
        for (var ladder : goals.ladders(scene.actor())) all.add(row(scene, ladder));
        return all;
    }

    private Div row(Scene scene, Ladder ladder) {
        var name = StartingWords.in(scene.locale(), ladder.name());
        var chips = div("row wrap", span("small goal-ladder", name));
        chips.getElement().setAttribute("role", "group");
        chips.getElement().setAttribute("aria-label", name);
        ladder.rungs().stream().filter(rung -> rung.position() > 1).forEach(rung -> chips.add(chip(scene, rung)));
        return chips;
    }

    private NativeButton chip(Scene scene, Rung rung) {
        boolean on = scene.campaign()
                .terms()
                .goalRung()
                .filter(rung.rungId()::equals)
                .isPresent();
        var chip = button(on ? "chip on goal" : "chip goal", StartingWords.in(scene.locale(), rung.name()), () -> {
            try {
                goals.reach(
                        scene.actor(),
                        scene.campaign().campaignId(),
                        on ? Optional.empty() : Optional.of(rung.rungId()));
                scene.changed().run();
            } catch (Problem refused) {
                said(Sentences.of(refused));
            }
        });
        chip.getElement().setAttribute("aria-pressed", String.valueOf(on));
        chip.setEnabled(scene.writable() && scene.draft());
        return chip;
    }
}
