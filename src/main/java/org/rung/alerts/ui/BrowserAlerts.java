package org.rung.alerts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.function.Consumer;

/** The browser's own side of being woken. */
@Tag("rung-alerts")
@JavaScript("context://elements/alerts.js")
class BrowserAlerts extends Component {

    BrowserAlerts(Consumer<Said> listener) {
        addListener(Said.class, listener::accept);
    }

    void turnOn(String publicKey) {
        getElement().callJsFunction("turnOn", publicKey);
    }

    void turnOff() {
        getElement().callJsFunction("turnOff");
    }

    /** What is so, or what has just been done; a subscription where there is one. */
    @DomEvent("alerts-said")
    public static class Said extends ComponentEvent<BrowserAlerts> {
        final String what;
        final String endpoint;
        final String key;
        final String auth;

        public Said(
                BrowserAlerts source,
                boolean fromClient,
                @EventData("event.detail.what") String what,
                @EventData("event.detail.endpoint") String endpoint,
                @EventData("event.detail.key") String key,
                @EventData("event.detail.auth") String auth) {
            super(source, fromClient);
            this.what = what;
            this.endpoint = endpoint;
            this.key = key;
            this.auth = auth;
        }
    }
}
