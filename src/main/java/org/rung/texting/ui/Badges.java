package org.rung.texting.ui;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.MenuBadge;
import org.rung.accounts.WaitingChanged;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.common.Permission;
import org.rung.messaging.MessageState;
import org.rung.messaging.TextMoved;
import org.rung.texting.ConversationChanged;
import org.rung.texting.Desk;
import org.rung.texting.TextingPaths;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.event.TransactionalEventListener;

/** Numbers beside the menu: replies that wait for one, and what waits in the organizers' inbox. */
@Configuration(proxyBeanMethods = false)
class Badges {

    private final ApplicationEventPublisher announcements;

    Badges(ApplicationEventPublisher announcements) {
        this.announcements = announcements;
    }

    @Bean
    static MenuBadge repliesBadge(Desk desk) {
        return new Badge(TextingPaths.REPLIES) {
            @Override
            public Map<MemberId, Integer> counts(OrganizationId here, Collection<Actor.Member> members) {
                return desk.waiting(members.stream()
                        .filter(member -> member.may(Permission.TEXT))
                        .map(Actor.Member::memberId)
                        .toList());
            }
        };
    }

    @Bean
    static MenuBadge inboxBadge(Desk desk) {
        return new Badge(TextingPaths.INBOX) {
            @Override
            public Map<MemberId, Integer> counts(OrganizationId here, Collection<Actor.Member> members) {
                var readers = members.stream()
                        .filter(member -> member.may(Permission.REPLY_TO_ANYONE))
                        .toList();
                if (readers.isEmpty()) return Map.of();
                int waiting = desk.forOrganizers(here);
                return readers.stream().collect(Collectors.toMap(Actor.Member::memberId, reader -> waiting));
            }
        };
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(ConversationChanged change) {
        announcements.publishEvent(new WaitingChanged(change.organizationId(), change.texter()));
    }

    /** A text that begins to wait for a person. */
    @TransactionalEventListener(fallbackExecution = true)
    void moved(TextMoved text) {
        if (text.state() == MessageState.HELD
                || text.state() == MessageState.UNCONFIRMED && text.errorCode().isPresent()) {
            announcements.publishEvent(new WaitingChanged(text.organizationId(), Optional.empty()));
        }
    }

    private abstract static class Badge implements MenuBadge {
        private final String path;

        Badge(String path) {
            this.path = path;
        }

        @Override
        public String path() {
            return path;
        }
    }
}
