package org.rung.watching;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** How many windows this server keeps for people: those that were closed without a word count until their session ends. */
@Component
class LiveScreens implements VaadinServiceInitListener {
    private final AtomicInteger open = new AtomicInteger();

    LiveScreens(MeterRegistry meters) {
        meters.gauge("rung.live.screens", open);
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(start -> {
            open.incrementAndGet();
            start.getUI().addDetachListener(end -> open.decrementAndGet());
        });
    }
}
