package org.rung.texting.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.texting.ConversationChanged;
import org.rung.texting.ConversationId;

/**
 * A screen that looks on. The first news is there at once; what follows within a moment is one more look, however much it
 * was, so that a busy hour does not become queries without end.
 */
final class OpenDesk {
    private static final long MOMENT = 300;
    /** Of who sees everything, more happens. */
    private static final long LONG_MOMENT = 1_500;

    private final UI ui;
    private final Actor.Member actor;
    private final boolean all;
    private final OpenDesks.Watcher watcher;
    private final ScheduledExecutorService soon;
    private boolean resting;
    private @Nullable Optional<ConversationId> news;

    OpenDesk(UI ui, Actor.Member actor, boolean all, OpenDesks.Watcher watcher, ScheduledExecutorService soon) {
        this.ui = ui;
        this.actor = actor;
        this.all = all;
        this.watcher = watcher;
        this.soon = soon;
    }

    Actor.Member actor() {
        return actor;
    }

    OpenDesks.Watcher watcher() {
        return watcher;
    }

    boolean concerns(ConversationChanged change) {
        return all
                || change.texter().filter(actor.memberId()::equals).isPresent()
                // Whoever helps with it, though it is another's.
                || watcher instanceof OpenDesks.DeliveryWatcher screen
                        && change.conversationId().filter(screen::shows).isPresent();
    }

    synchronized void tell(Optional<ConversationId> conversation) {
        if (resting) {
            // Of several conversations none is named: the screen looks at everything it shows.
            news = news == null || news.equals(conversation) ? conversation : Optional.empty();
            return;
        }
        resting = true;
        show(conversation);
        try {
            soon.schedule(this::rested, all ? LONG_MOMENT : MOMENT, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            resting = false;
        }
    }

    /** Rare, and only for those who look at campaigns. */
    void tell(CampaignId campaign) {
        if (watcher instanceof OpenDesks.CampaignWatcher screen) {
            try {
                ui.access(() -> screen.changed(campaign));
            } catch (UIDetachedException closed) {
                // As below.
            }
        }
    }

    private synchronized void rested() {
        resting = false;
        var missed = news;
        news = null;
        if (missed != null) {
            tell(missed);
        }
    }

    private void show(Optional<ConversationId> conversation) {
        try {
            ui.access(() -> watcher.changed(conversation));
        } catch (UIDetachedException closed) {
            // The window was closed between the look and the call: nobody to tell.
        }
    }
}
