package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.Organizations;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.CampaignPanel;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.texting.EditedTexts;

/** On a campaign's page: first texts whose words texters have changed. */
@org.springframework.stereotype.Component
class EditedPanel implements CampaignPanel {

    private final EditedTexts texts;
    private final Members members;
    private final Organizations organizations;

    EditedPanel(EditedTexts texts, Members members, Organizations organizations) {
        this.texts = texts;
        this.members = members;
        this.organizations = organizations;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Component> panel(Actor actor, CampaignId campaignId) {
        if (!actor.may(Permission.SEE_CONVERSATIONS)) {
            return Optional.empty();
        }
        var first = texts.page(actor, campaignId, Page.Wanted.first(EditedCard.AT_ONCE));
        return first.rows().isEmpty()
                ? Optional.empty()
                : Optional.of(new EditedCard(
                        wanted -> texts.page(actor, campaignId, wanted),
                        who -> members.names(actor.organization(), who),
                        first,
                        organizations.get(actor.organization()).zone()));
    }
}
