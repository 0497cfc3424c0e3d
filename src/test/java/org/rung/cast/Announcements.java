package org.rung.cast;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/** Everything the rooms announced in this run. */
@TestComponent
public class Announcements {
    private final Queue<Object> heard = new ConcurrentLinkedQueue<>();

    @EventListener
    void hear(Record announcement) {
        heard.add(announcement);
    }

    public <T> List<T> of(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
