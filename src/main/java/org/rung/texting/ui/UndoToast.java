package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.rung.texting.ConversationId;
import org.rung.texting.TextingPaths;

/** "Sent. Undo": there for as long as the server holds the text, also on the next conversation. */
final class UndoToast {

    private UndoToast() {}

    static void show(Component screen, Duration held, BooleanSupplier undo, ConversationId conversation) {
        UI ui = UI.getCurrent();
        Notification toast = new Notification();
        NativeButton button = new NativeButton(screen.getTranslation("texting.first.undo"), click -> {
            toast.close();
            if (undo.getAsBoolean()) {
                ui.navigate(TextingPaths.HOME);
                ui.navigate(TextingPaths.conversation(conversation));
            } else {
                Notification.show(ui.getTranslation("texting.undo.late"), 5_000, Notification.Position.BOTTOM_CENTER);
            }
        });
        button.addClassNames("btn", "ghost", "small");
        Div line = new Div(new Span(screen.getTranslation("texting.sent")), button);
        line.addClassName("row");
        toast.add(line);
        toast.setDuration((int) held.toMillis());
        toast.setPosition(Notification.Position.BOTTOM_CENTER);
        ui.add(toast);
        toast.open();
    }
}
