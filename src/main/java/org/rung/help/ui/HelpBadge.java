package org.rung.help.ui;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.MenuBadge;
import org.rung.accounts.WaitingChanged;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.help.HelpChanged;
import org.rung.help.HelpPaths;
import org.rung.help.Helpers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** How many wait for one's help, beside the menu. */
@Component
class HelpBadge implements MenuBadge {
    private final Helpers helpers;
    private final ApplicationEventPublisher announce;

    HelpBadge(Helpers helpers, ApplicationEventPublisher announce) {
        this.helpers = helpers;
        this.announce = announce;
    }

    @Override
    public String path() {
        return HelpPaths.HELP;
    }

    @Override
    public Map<MemberId, Integer> counts(OrganizationId organizationId, Collection<Actor.Member> members) {
        return helpers.waiting(organizationId, members);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(HelpChanged change) {
        announce.publishEvent(new WaitingChanged(change.organizationId(), Optional.empty()));
    }
}
