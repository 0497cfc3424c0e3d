package org.rung.texting.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.rung.campaigns.CampaignId;
import org.rung.campaigns.Handout;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.texting.Assignments;
import org.rung.texting.Batch;
import org.springframework.stereotype.Component;

/** Hands out first texts from a campaign's page, and says what became of it. */
@Component
class HandingOut implements Handout {

    private final Assignments assignments;
    private final I18NProvider words;

    HandingOut(Assignments assignments, I18NProvider words) {
        this.assignments = assignments;
        this.words = words;
    }

    @Override
    public String handOut(
            Actor actor, CampaignId campaignId, MemberId texter, int count, Optional<Duration> returnsAfter) {
        Batch batch = assignments.handOut(actor, campaignId, texter, count, returnsAfter);
        Locale locale =
                UI.getCurrent() == null ? Locale.ENGLISH : UI.getCurrent().getLocale();
        String given = words.getTranslation("texting.handout.given", locale, batch.firstTexts());
        return batch.why()
                .map(why -> given + " " + words.getTranslation("texting.why." + why.name(), locale))
                .orElse(given);
    }
}
