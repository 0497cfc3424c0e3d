package org.rung.followups.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.followups.FollowUpPaths;
import org.rung.followups.FollowUps;

/** Conversations that one put off, by the day on which they come back. */
@Route(FollowUpPaths.COMING_BACK)
@RolesAllowed({"TEXTER", "ORGANIZER", "ADMIN"})
public class ComingBackView extends Div implements HasDynamicTitle {
    private static final int SIZE = 50;

    private final transient FollowUps followUps;
    private final transient Actor.Member actor;
    private final Div list = new Div();
    private final Button more = new Button(getTranslation("followups.more"), click -> append());
    private transient Optional<String> next = Optional.empty();

    ComingBackView(FollowUps followUps, SignedIn signedIn) {
        this.followUps = followUps;
        this.actor = signedIn.actor();
        addClassNames("page", "followups");
        Span line = new Span(getTranslation("followups.title.line"));
        line.addClassName("muted");
        Div head = new Div(new Div(new H1(getTranslation("followups.title")), line));
        head.addClassName("page-head");
        list.addClassNames("card", "inbox-card");
        list.getElement().setAttribute("role", "list");
        Div none =
                new Div(new H2(getTranslation("followups.none")), new Paragraph(getTranslation("followups.none.line")));
        none.addClassNames("card", "empty");
        add(head, list, none, more);
        append();
        list.setVisible(list.getComponentCount() > 0);
        none.setVisible(list.getComponentCount() == 0);
    }

    private void append() {
        var page = followUps.mine(actor, new Page.Wanted(next, SIZE));
        page.rows().forEach(one -> list.add(Rows.row(one)));
        next = page.next();
        more.setVisible(next.isPresent());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("followups.title") + " · Rung";
    }
}
