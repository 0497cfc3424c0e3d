package org.rung.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import org.apache.catalina.connector.ClientAbortException;
import org.rung.accounts.Sentences;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a click could not do, said in a sentence; what nobody foresaw gets a number that the log knows too. */
class Mishaps implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    @Override
    public void error(ErrorEvent event) {
        var ui = UI.getCurrent();
        if (cause(event.getThrowable()) instanceof Problem problem) {
            if (ui != null) tell(ui, Sentences.of(problem));
            return;
        }
        if (hungUp(event.getThrowable())) return;
        var number = number();
        LOG.error("Mishap {}", number, event.getThrowable());
        if (ui != null) tell(ui, ui.getTranslation("shell.error.line", number));
    }

    /**
     * A tab was closed while it was being answered: nobody is left to tell, and nothing is wrong. Atmosphere, which carries
     * what is pushed, forgets the resource of a connection that closes and then stumbles over it (vaadin/flow#7177, #15571).
     */
    private static boolean hungUp(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof ClientAbortException) return true;
            var where = at.getStackTrace();
            if (at instanceof NullPointerException
                    && where.length > 0
                    && (where[0].getClassName().startsWith("org.atmosphere.")
                            || where[0].getClassName().endsWith(".AtmospherePushConnection"))) return true;
        }
        return false;
    }

    static Throwable cause(Throwable thrown) {
        var at = thrown;
        for (var next = at; next != null && !(at instanceof Problem); next = next.getCause()) at = next;
        return at;
    }

    static String number() {
        var id = Id.next();
        return Long.toString(Math.abs(id % 2_176_782_336L), 36);
    }

    private static void tell(UI ui, String sentence) {
        ui.access(() -> {
            var notification = Notification.show(sentence, 8_000, Notification.Position.BOTTOM_CENTER);
            notification.addThemeVariants(NotificationVariant.ERROR);
            notification.setAssertive(true);
        });
    }
}
