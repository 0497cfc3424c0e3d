package org.rung.campaigns.ui;

import static org.rung.campaigns.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.campaigns.CampaignLimits;
import org.rung.campaigns.CampaignTerms;
import org.rung.common.Problem;
import org.springframework.stereotype.Component;

/** A few people first: then the campaign pauses by itself, and somebody looks. */
@Component
class SampleRow {
    private final CampaignLimits limits;

    SampleRow(CampaignLimits limits) {
        this.limits = limits;
    }

    Div of(Scene scene) {
        var campaign = scene.campaign();
        if (campaign.terms().sampleDone())
            return div(
                    "small muted",
                    new Span(scene.words(
                            "campaigns.sample.done", campaign.terms().sample().orElse(0))));
        var size = new IntegerField(scene.words("campaigns.sample.size"));
        size.setMin(1);
        size.setMax(CampaignTerms.LARGEST_SAMPLE);
        size.setClearButtonVisible(true);
        size.setPlaceholder(scene.words("campaigns.sample.none"));
        campaign.terms().sample().ifPresent(size::setValue);
        var save = button("btn ghost", scene.words("campaigns.schedule.save"), () -> {
            try {
                limits.set(
                        scene.actor(),
                        campaign.campaignId(),
                        Optional.ofNullable(size.getValue()),
                        campaign.terms().dayCap());
                said(scene.words("campaigns.saved"));
                scene.changed().run();
            } catch (Problem refused) {
                size.setErrorMessage(Sentences.of(refused));
                size.setInvalid(true);
            }
        });
        return div(
                "col handout",
                new H3(scene.words("campaigns.sample")),
                span("small muted", scene.words("campaigns.sample.how")),
                div("row wrap bottom", size, save));
    }
}
