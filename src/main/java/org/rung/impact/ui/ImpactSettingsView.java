package org.rung.impact.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.rung.accounts.SignedIn;
import org.rung.impact.ImpactPaths;
import org.rung.impact.Leaders;

/** Whether there is a leaderboard. */
@Route(ImpactPaths.SETTINGS)
@RolesAllowed("ADMIN")
public class ImpactSettingsView extends Div implements HasDynamicTitle {

    ImpactSettingsView(Leaders leaders, SignedIn signedIn) {
        addClassName("page");
        Span line = new Span(getTranslation("impact.settings.line"));
        line.addClassName("muted");
        Div head = new Div(new Div(new H1(getTranslation("impact.settings")), line));
        head.addClassName("page-head");
        Checkbox board = new Checkbox(getTranslation("impact.settings.board"), leaders.on(signedIn.actor()));
        board.addValueChangeListener(change -> {
            leaders.turn(signedIn.actor(), change.getValue());
            Notification.show(getTranslation("impact.settings.saved"), 4_000, Notification.Position.BOTTOM_CENTER);
        });
        Paragraph how = new Paragraph(getTranslation("impact.settings.how"));
        how.addClassNames("small", "muted");
        how.setId("impact-board-how");
        board.getElement().setAttribute("aria-describedby", "impact-board-how");
        Section card = new Section(board, how);
        card.addClassNames("card", "col");
        add(head, card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("impact.settings") + " · Rung";
    }
}
