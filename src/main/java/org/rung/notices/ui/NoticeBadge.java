package org.rung.notices.ui;

import java.util.Collection;
import java.util.Map;
import org.rung.accounts.MenuBadge;
import org.rung.accounts.WaitingChanged;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.notices.Notices;
import org.rung.notices.NoticesChanged;
import org.rung.notices.NoticesPaths;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** How many notices one has not read. */
@Component
class NoticeBadge implements MenuBadge {
    private final Notices notices;
    private final ApplicationEventPublisher announcements;

    NoticeBadge(Notices notices, ApplicationEventPublisher announcements) {
        this.notices = notices;
        this.announcements = announcements;
    }

    @Override
    public String path() {
        return NoticesPaths.NOTICES;
    }

    @Override
    public Map<MemberId, Integer> counts(OrganizationId here, Collection<Actor.Member> members) {
        return notices.unread(
                here,
                members.stream()
                        .filter(member -> member.may(Permission.RUN_CAMPAIGNS))
                        .map(Actor.Member::memberId)
                        .toList());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(NoticesChanged change) {
        announcements.publishEvent(new WaitingChanged(change.organizationId(), change.reader()));
    }
}
