package org.rung.help.ui;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.MenuBadge;
import org.rung.accounts.WaitingChanged;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.help.Help;
import org.rung.help.HelpChanged;
import org.rung.help.HelpPaths;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** How many wait for one's help, beside the menu. */
@Component
class HelpBadge implements MenuBadge {
    private final Help help;
    private final ApplicationEventPublisher announce;

    HelpBadge(Help help, ApplicationEventPublisher announce) {
        this.help = help;
        this.announce = announce;
    }

    @Override
    public String path() {
        return HelpPaths.HELP;
    }

    @Override
    public Map<MemberId, Integer> counts(OrganizationId organizationId, Collection<Actor.Member> members) {
        return help.waiting(
                organizationId,
                members.stream()
                        .filter(member -> member.may(Permission.SEE_CONVERSATIONS))
                        .map(Actor.Member::memberId)
                        .toList());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(HelpChanged change) {
        announce.publishEvent(new WaitingChanged(change.organizationId(), Optional.empty()));
    }
}
