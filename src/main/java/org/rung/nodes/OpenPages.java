package org.rung.nodes;

import com.vaadin.flow.component.Component;
import org.rung.common.OrganizationId;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;

/**
 * The open pages of one kind on this server; each looks again when something of its organization moved. Whoever extends
 * it says at what, in methods that are {@link Everywhere}.
 */
public abstract class OpenPages implements DisposableBean {
    private final CalmScreens screens;

    protected OpenPages(CalmScreens screens) {
        this.screens = screens;
    }

    /** From when it is shown until it is left; look runs as its window. */
    public void watch(Component screen, OrganizationId here, Runnable look) {
        screens.watch(screen, here, look);
    }

    /** What happens within a moment is told together. */
    protected void tellSoon(OrganizationId here) {
        screens.tellSoon(here);
    }

    /** Once a minute too, where waiting is news. */
    protected void tellEveryMinute() {
        screens.tellEveryMinute();
    }

    @EventListener
    public void lookOnceMore(Missed missed) {
        screens.tellAll();
    }

    @Override
    public void destroy() {
        screens.close();
    }
}
