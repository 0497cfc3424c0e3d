package org.rung.senders.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.common.Sentence;

/** Short words at the edge of the screen, read aloud by screen readers. */
final class Notices {
    private Notices() {}

    static void good(String words) {
        Notification.show(words, 4000, Notification.Position.BOTTOM_CENTER)
                .addThemeVariants(NotificationVariant.LUMO_SUCCESS);
    }

    static void bad(Sentence sentence) {
        bad(Sentences.of(sentence));
    }

    static void bad(Problem problem) {
        bad(Sentences.of(problem));
    }

    static void bad(String words) {
        Notification notice = Notification.show(words, 8000, Notification.Position.BOTTOM_CENTER);
        notice.addThemeVariants(NotificationVariant.LUMO_ERROR);
        notice.setAssertive(true);
    }
}
