package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.texting.Choices;
import org.rung.texting.ConversationFilter;
import org.rung.texting.Conversations;
import org.rung.texting.TextingPaths;

/** Replies that wait for this texter: unread ones first, then who has waited longest. */
@Route(TextingPaths.REPLIES)
@Menu(title = "texting.replies", order = 10)
@RolesAllowed({"TEXTER", "ORGANIZER", "ADMIN"})
public class RepliesView extends Div implements HasDynamicTitle {

    RepliesView(
            Conversations conversations, Looks looks, SignedIn signedIn, OpenDesks open, Choices choices, Clock clock) {
        Actor.Member actor = signedIn.actor();
        addClassName("panes");
        ReplyList list = new ReplyList(
                wanted -> conversations.page(actor, ConversationFilter.waitingFor(actor.memberId()), wanted),
                rows -> looks.marks(actor, rows),
                Cover.of(choices, actor),
                clock,
                "texting.replies.empty",
                "texting.replies.emptyLine");
        Div left = new Div(new Div(new H1(getTranslation("texting.replies")), new WayBack(actor)), list);
        left.addClassName("pane-list");
        Span tick = new Span("↰");
        tick.addClassName("desk-tick");
        Div right = new Div(
                tick,
                new H2(getTranslation("texting.replies.pick")),
                new Paragraph(getTranslation("texting.replies.pickLine")));
        right.addClassNames("pane-rest", "empty");
        add(left, right);
        list.show();
        open.watch(this, actor, false, changed -> list.show());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("texting.replies") + " · Rung";
    }
}
