package org.rung.texting.ui;

import com.vaadin.flow.component.html.Anchor;
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
import org.rung.texting.Choices;
import org.rung.texting.ConversationFilter;
import org.rung.texting.Conversations;
import org.rung.texting.HeldTexts;
import org.rung.texting.TextingPaths;

/** Texts that nobody holds: from numbers no campaign texted, and replies whose texter has gone. */
@Route(TextingPaths.INBOX)
@Menu(title = "texting.inbox", order = 11)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class InboxView extends Div implements HasDynamicTitle {

    private final HeldTexts held;
    private final Actor.Member actor;
    private final Div needed = new Div();

    InboxView(
            Conversations conversations,
            HeldTexts held,
            Looks looks,
            SignedIn signedIn,
            OpenDesks open,
            Choices choices,
            Clock clock) {
        Actor.Member actor = signedIn.actor();
        addClassName("page");
        ReplyList list = new ReplyList(
                wanted -> conversations.page(actor, ConversationFilter.INBOX, wanted),
                rows -> looks.marks(actor, rows),
                Cover.of(choices, actor),
                clock,
                "texting.inbox.empty",
                "texting.inbox.emptyLine");
        Span line = new Span(getTranslation("texting.inbox.line"));
        line.addClassName("muted");
        Div head = new Div(new Div(new H1(getTranslation("texting.inbox")), line));
        head.addClassName("page-head");
        Div card = new Div(list);
        card.addClassNames("card", "inbox-card");
        this.held = held;
        this.actor = actor;
        needed.addClassNames("notice", "warn", "row", "wrap");
        add(head, needed, card);
        list.show();
        need();
        open.watch(this, actor, true, changed -> {
            list.show();
            need();
        });
    }

    /** Texts that wait for one's word stand above the conversations: they are the rarer and the more urgent. */
    private void need() {
        int waiting = held.count(actor);
        needed.setVisible(waiting > 0);
        needed.removeAll();
        Span words = new Span(getTranslation("texting.held.home", waiting));
        words.addClassNames("grow", "strong");
        Anchor look = new Anchor("/" + TextingPaths.HELD, getTranslation("texting.held.look"));
        look.addClassNames("btn", "small");
        needed.add(words, look);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("texting.inbox") + " · Rung";
    }
}
