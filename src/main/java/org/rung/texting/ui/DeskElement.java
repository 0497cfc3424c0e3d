package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** An element of desk.js: whatever it tells the server has one shape, and its name says who listens. */
abstract class DeskElement extends Component {

    private final transient Map<String, Consumer<Said>> listeners = new HashMap<>();

    DeskElement() {
        addListener(
                Said.class,
                said -> listeners.getOrDefault(said.what, nobody -> {}).accept(said));
    }

    void on(String what, Consumer<Said> listener) {
        listeners.put(what, listener);
    }

    /** What was said; what does not belong to it is empty. The request makes a text one, however often it is sent. */
    @DomEvent("desk-said")
    public static class Said extends ComponentEvent<Component> {
        final String what;
        final String id;
        final String body;
        final String request;
        final String message;
        final String reason;

        public Said(
                Component source,
                boolean fromClient,
                @EventData("event.detail.what") String what,
                @EventData("event.detail.id") String id,
                @EventData("event.detail.body") String body,
                @EventData("event.detail.request") String request,
                @EventData("event.detail.message") String message,
                @EventData("event.detail.reason") String reason) {
            super(source, fromClient);
            this.what = what;
            this.id = id;
            this.body = body;
            this.request = request;
            this.message = message;
            this.reason = reason;
        }
    }
}
