package org.rung.accounts.door;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.concurrent.Executor;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Seats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Shows the sign-in page on every open screen of a session that was ended, and then ends the session. */
@Component
class ScreensClose implements Seats.Closing {
    private static final Logger LOG = LoggerFactory.getLogger(ScreensClose.class);

    private final Executor aside =
            task -> Thread.ofVirtual().name("screens-close").start(task);

    @Override
    public void close(HttpSession session) {
        // Aside, because the one who suspends may hold the lock of a session of their own.
        aside.execute(() -> {
            try {
                for (var screens : VaadinSession.getAllSessions(session)) leave(screens);
                session.invalidate();
            } catch (IllegalStateException alreadyOver) {
                LOG.debug("The session had ended by itself.");
            }
        });
    }

    private static void leave(VaadinSession screens) {
        screens.accessSynchronously(() -> {
            for (var ui : new ArrayList<>(screens.getUIs())) {
                ui.getPage().setLocation("/" + AccountsPaths.SIGN_IN + "?ended");
                if (ui.getPushConfiguration().getPushMode().isEnabled()) ui.push();
            }
        });
    }
}
