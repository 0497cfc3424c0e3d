package org.rung.texting.ui;

import org.rung.accounts.MenuBadge;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.texting.Desk;
import org.rung.texting.TextingPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Numbers beside the menu: replies that wait for one, and what waits in the organizers' inbox. */
@Configuration(proxyBeanMethods = false)
class Badges {

    @Bean
    MenuBadge repliesBadge(Desk desk) {
        return new Badge(TextingPaths.REPLIES) {
            @Override
            public int count(Actor actor) {
                return desk.waiting(actor);
            }
        };
    }

    @Bean
    MenuBadge inboxBadge(Desk desk) {
        return new Badge(TextingPaths.INBOX) {
            @Override
            public int count(Actor actor) {
                return actor.may(Permission.REPLY_TO_ANYONE) ? desk.inbox(actor) : 0;
            }
        };
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
