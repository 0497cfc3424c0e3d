package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignPanel;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.scripts.ScriptPanels;
import org.rung.texting.WordingResults;

/** On a campaign's page: how people take each wording of its first text. */
@org.springframework.stereotype.Component
class WordingsPanel implements CampaignPanel {

    private final WordingResults results;

    private final ScriptPanels scripts;

    WordingsPanel(WordingResults results, ScriptPanels scripts) {
        this.results = results;
        this.scripts = scripts;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Optional<Component> panel(Actor actor, CampaignId campaignId) {
        if (!actor.may(Permission.SEE_CONVERSATIONS)) {
            return Optional.empty();
        }
        var found = results.of(actor, campaignId);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new WordingsCard(
                        found, words -> scripts.written(actor.organization(), words, Phrases.locale())));
    }
}
