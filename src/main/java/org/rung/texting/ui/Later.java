package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What happens on a screen a while later; when the screen goes, nothing of it happens any more. */
final class Later {
    private final Component screen;
    private final ScheduledExecutorService timer;
    private final List<Future<?>> waiting = new ArrayList<>();

    Later(Component screen, ScheduledExecutorService timer) {
        this.screen = screen;
        this.timer = timer;
        screen.addDetachListener(gone -> forget());
    }

    /** On the thread of the screen's window; only while the screen is shown. */
    void after(Duration pause, Runnable act) {
        waiting.removeIf(Future::isDone);
        screen.getUI().ifPresent(ui -> {
            try {
                waiting.add(timer.schedule(() -> on(ui, act), pause.toMillis(), TimeUnit.MILLISECONDS));
            } catch (RejectedExecutionException closing) {
                // The house is closing, and every window with it.
            }
        });
    }

    void forget() {
        waiting.forEach(one -> one.cancel(false));
        waiting.clear();
    }

    private void on(UI ui, Runnable act) {
        try {
            var unused = ui.access(() -> {
                if (screen.isAttached()) act.run();
            });
        } catch (UIDetachedException closed) {
            // The window was closed in this moment.
        }
    }
}
