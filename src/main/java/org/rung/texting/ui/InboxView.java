package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.texting.ConversationFilter;
import org.rung.texting.Conversations;
import org.rung.texting.TextingPaths;

/** Texts that nobody holds: from numbers no campaign texted, and replies whose texter has gone. */
@Route(TextingPaths.INBOX)
@Menu(title = "texting.inbox", order = 11)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class InboxView extends Div implements HasDynamicTitle {

    InboxView(Conversations conversations, SignedIn signedIn, OpenDesks open, Clock clock) {
        Actor.Member actor = signedIn.actor();
        addClassName("page");
        ReplyList list = new ReplyList(
                wanted -> conversations.page(actor, ConversationFilter.INBOX, wanted),
                clock,
                "texting.inbox.empty",
                "texting.inbox.emptyLine");
        Span line = new Span(getTranslation("texting.inbox.line"));
        line.addClassName("muted");
        Div head = new Div(new Div(new H1(getTranslation("texting.inbox")), line));
        head.addClassName("page-head");
        Div card = new Div(list);
        card.addClassNames("card", "inbox-card");
        add(head, card);
        list.show();
        open.watch(this, actor, true, changed -> list.show());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("texting.inbox") + " · Rung";
    }
}
