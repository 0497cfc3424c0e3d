package org.rung.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.rung.common.OrganizationId;
import org.rung.nodes.Everywhere;
import org.rung.nodes.Missed;
import org.rung.texting.ConversationChanged;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;

/** Open lists of who asks for help; each looks again when a conversation changes, at most once a second. */
@org.springframework.stereotype.Component
class HelpWatchers implements DisposableBean {
    private record Open(UI ui, Runnable look) {}

    private final Map<OrganizationId, Set<Open>> screens = new ConcurrentHashMap<>();
    private final Set<OrganizationId> waiting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService soon = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("help-lists").factory());

    void watch(Component screen, OrganizationId here, Runnable look) {
        screen.addAttachListener(attached -> {
            var open = new Open(attached.getUI(), look);
            screens.computeIfAbsent(here, id -> ConcurrentHashMap.newKeySet()).add(open);
            screen.addDetachListener(gone -> {
                gone.unregisterListener();
                screens.computeIfPresent(here, (id, all) -> {
                    all.remove(open);
                    return all.isEmpty() ? null : all;
                });
            });
        });
    }

    @Everywhere
    void changed(ConversationChanged change) {
        OrganizationId here = change.organizationId();
        if (screens.containsKey(here) && waiting.add(here)) {
            try {
                soon.schedule(() -> tell(here), 1, TimeUnit.SECONDS);
            } catch (RejectedExecutionException closing) {
                waiting.remove(here);
            }
        }
    }

    @EventListener
    void lookOnceMore(Missed missed) {
        screens.keySet().forEach(this::tell);
    }

    private void tell(OrganizationId here) {
        waiting.remove(here);
        for (Open open : screens.getOrDefault(here, Set.of())) {
            try {
                open.ui().access(open.look()::run);
            } catch (UIDetachedException closed) {
                // The window was closed between the look and the call: nobody to tell.
            }
        }
    }

    @Override
    public void destroy() {
        soon.shutdownNow();
    }
}
