package org.rung.cast;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** Everything the rooms announced in this run. */
@TestComponent
public class Announcements {
    private final List<Object> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void hear(Record announcement) {
        heard.add(announcement);
    }

    public <T> List<T> of(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
