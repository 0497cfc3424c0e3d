package org.rung.tasks.ui;

import com.vaadin.flow.component.Component;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.MenuBadge;
import org.rung.accounts.WaitingChanged;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.rung.nodes.OpenScreens;
import org.rung.tasks.Tasks;
import org.rung.tasks.TasksChanged;
import org.rung.tasks.TasksPaths;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

/** How many are due, beside the menu; and open lists, told that tasks moved once that is true for everyone. */
@org.springframework.stereotype.Component
class TaskScreens implements MenuBadge {
    private final OpenScreens open = new OpenScreens();
    private final Tasks tasks;
    private final ApplicationEventPublisher announce;

    TaskScreens(Tasks tasks, ApplicationEventPublisher announce) {
        this.tasks = tasks;
        this.announce = announce;
    }

    void watch(OrganizationId organizationId, Component screen, Runnable redraw) {
        screen.addAttachListener(attached -> {
            var watch = open.watch(organizationId, screen, redraw);
            screen.addDetachListener(gone -> {
                gone.unregisterListener();
                watch.remove();
            });
        });
    }

    @Override
    public String path() {
        return TasksPaths.TASKS;
    }

    @Override
    public Map<MemberId, Integer> counts(OrganizationId organizationId, Collection<Actor.Member> members) {
        List<MemberId> ids = members.stream().map(Actor.Member::memberId).toList();
        return tasks.due(organizationId, ids);
    }

    @Everywhere
    void changed(TasksChanged changed) {
        open.tell(changed.organizationId());
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        open.tellAll();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void count(TasksChanged changed) {
        announce.publishEvent(new WaitingChanged(changed.organizationId(), Optional.empty()));
    }
}
