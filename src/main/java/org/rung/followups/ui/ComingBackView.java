package org.rung.followups.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.followups.FollowUpPaths;
import org.rung.followups.FollowUps;

/** Conversations that one put off, by the day on which they come back; organizers see those of their inbox too. */
@Route(FollowUpPaths.COMING_BACK)
@RolesAllowed({"TEXTER", "ORGANIZER", "ADMIN"})
public class ComingBackView extends Div implements HasDynamicTitle {

    ComingBackView(FollowUps followUps, SignedIn signedIn) {
        Actor.Member actor = signedIn.actor();
        addClassNames("page", "followups");
        Span line = new Span(getTranslation("followups.title.line"));
        line.addClassName("muted");
        Div head = new Div(new Div(new H1(getTranslation("followups.title")), line));
        head.addClassName("page-head");
        add(head);
        ComingBackList mine = new ComingBackList(wanted -> followUps.mine(actor, wanted));
        add(mine);
        boolean nothing = mine.isEmpty();
        if (actor.may(Permission.REPLY_TO_ANYONE)) {
            ComingBackList inbox = new ComingBackList(wanted -> followUps.ofInbox(actor, wanted));
            if (!inbox.isEmpty()) add(new H2(getTranslation("followups.inbox")), inbox);
            nothing &= inbox.isEmpty();
        }
        if (nothing) add(none());
    }

    private Div none() {
        Div none =
                new Div(new H2(getTranslation("followups.none")), new Paragraph(getTranslation("followups.none.line")));
        none.addClassNames("card", "empty");
        return none;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("followups.title") + " · Rung";
    }
}
