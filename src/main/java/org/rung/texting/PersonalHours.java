package org.rung.texting;

import java.time.Clock;
import java.util.Optional;
import org.rung.accounts.Organization;
import org.rung.accounts.Organizations;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.messaging.TextingWindow;
import org.rung.people.Supporter;
import org.springframework.stereotype.Component;

/** When a person may be texted outside any campaign: the organization's hours and the law's, wherever they may be. */
@Component
public class PersonalHours {
    private final Organizations organizations;
    private final Clock clock;

    PersonalHours(Organizations organizations, Clock clock) {
        this.organizations = organizations;
        this.clock = clock;
    }

    public TextingWindow of(OrganizationId organizationId, Supporter person, PhoneNumber phone) {
        return of(organizations.get(organizationId), person, phone);
    }

    /** As above, for whoever has read the organization already. */
    public TextingWindow of(Organization organization, Supporter person, PhoneNumber phone) {
        var house = SendFacts.House.of(organization);
        return SendFacts.shown(person, Optional.empty()).window(phone, house, clock.instant());
    }
}
