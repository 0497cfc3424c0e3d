package org.rung.campaigns.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.rung.accounts.SignedIn;
import org.rung.campaigns.Campaign;
import org.rung.campaigns.CampaignDraft;
import org.rung.campaigns.CampaignState;
import org.rung.campaigns.Campaigns;
import org.rung.common.Actor;
import org.rung.scripts.Check;

/**
 * One step of one campaign, as it is being drawn.
 *
 * @param changed draws the screen anew
 * @param moveOn draws it anew at the step where the work goes on
 */
record Scene(
        Div panel,
        Campaign campaign,
        List<Check> checks,
        boolean writable,
        Campaigns campaigns,
        SignedIn signedIn,
        Runnable changed,
        Runnable moveOn) {
    boolean draft() {
        return campaign.state() == CampaignState.DRAFT;
    }

    Actor.Member actor() {
        return signedIn.actor();
    }

    String words(String key, Object... details) {
        return panel.getTranslation(key, details);
    }

    Locale locale() {
        return UI.getCurrent().getLocale();
    }

    void head(Step step) {
        panel.add(new H2(words("campaigns.step." + step)), new Paragraph(words("campaigns.step." + step + ".how")));
    }

    void save(UnaryOperator<CampaignDraft> edit) {
        campaigns.change(actor(), campaign.campaignId(), edit.apply(CampaignDraft.of(campaign)));
        changed.run();
    }
}
