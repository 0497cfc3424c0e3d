package org.rung.payments;

import java.util.Collection;
import java.util.Map;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.people.OwnLinks;
import org.rung.people.SupporterId;
import org.rung.settings.RungSettings;
import org.springframework.stereotype.Component;

/** What {@code {giveLink}} becomes in a text. */
@Component
class GiveLinksInTexts implements OwnLinks {
    private static final String SAMPLE = "AsLongAsYourOwnLinkIs0";

    private final GiveLinks links;
    private final RungSettings settings;

    GiveLinksInTexts(GiveLinks links, RungSettings settings) {
        this.links = links;
        this.settings = settings;
    }

    @Override
    public boolean ready(OrganizationId organizationId) {
        return links.ready(organizationId);
    }

    @Override
    public String sample() {
        return settings.publicUrl() + "/" + PaymentsPaths.own(SAMPLE);
    }

    @Override
    public Map<SupporterId, String> of(Actor actor, Collection<SupporterId> supporters) {
        return links.toGive(actor, supporters);
    }
}
