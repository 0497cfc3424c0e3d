package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import org.rung.common.Actor;
import org.rung.texting.Assignments;
import org.rung.texting.HomeCard;

/** The end of an evening: what is unsent goes to the others, so that nobody waits for a texter who sleeps. */
class DoneCard extends HomeCard {

    DoneCard(Component screen, Assignments assignments, Actor.Member actor, int firstTexts, int replies) {
        super(
                screen.getTranslation("texting.leave"),
                screen.getTranslation("texting.leave.line"),
                way(screen, assignments, actor, firstTexts, replies));
    }

    private static NativeButton way(
            Component screen, Assignments assignments, Actor.Member actor, int firstTexts, int replies) {
        NativeButton leave = new NativeButton(
                screen.getTranslation("texting.leave.do"),
                click -> ask(screen, assignments, actor, firstTexts, replies));
        leave.addClassNames("btn", "ghost");
        return leave;
    }

    private static void ask(
            Component screen, Assignments assignments, Actor.Member actor, int firstTexts, int replies) {
        Dialog dialog = Ask.dialog(screen, "texting.leave");
        dialog.add(new Paragraph(screen.getTranslation("texting.leave.first", firstTexts)));
        Checkbox too = new Checkbox(screen.getTranslation("texting.leave.replies", replies), firstTexts == 0);
        too.setVisible(replies > 0);
        dialog.add(too);
        Ask.finish(
                screen,
                dialog,
                "texting.leave.do",
                () -> {
                    int back = assignments.leave(actor, too.getValue());
                    Notification.show(
                            screen.getTranslation("texting.leave.done", back),
                            5_000,
                            Notification.Position.BOTTOM_CENTER);
                    screen.getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
                },
                ButtonVariant.PRIMARY);
    }
}
