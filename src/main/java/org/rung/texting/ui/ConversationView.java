package org.rung.texting.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rung.accounts.FullScreen;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Page;
import org.rung.texting.ConversationFilter;
import org.rung.texting.ConversationId;
import org.rung.texting.ConversationRow;
import org.rung.texting.Conversations;
import org.rung.texting.Desk;
import org.rung.texting.TextingPaths;

/** One conversation; on a desktop the replies that wait stand at its left. After an answer the next one comes up. */
@Route(TextingPaths.CONVERSATION)
@RolesAllowed({"TEXTER", "ORGANIZER", "ADMIN", "COORDINATOR"})
public class ConversationView extends Div implements HasUrlParameter<String>, HasDynamicTitle, FullScreen {

    private static final String STAY = "texting.stay";

    private final Desk desk;
    private final Conversations conversations;
    private final Asking asking;
    private final SignedIn signedIn;
    private final Clock clock;
    private final Actor.Member actor;
    private final ReplyList list;
    private final Div right = new Div();
    private @Nullable ConversationPane pane;
    private ConversationId shown = new ConversationId(0);

    ConversationView(
            Desk desk, Conversations conversations, Asking asking, SignedIn signedIn, OpenDesks open, Clock clock) {
        this.desk = desk;
        this.conversations = conversations;
        this.asking = asking;
        this.signedIn = signedIn;
        this.clock = clock;
        this.actor = signedIn.actor();
        addClassNames("panes", "one");
        list = new ReplyList(this::waiting, clock, "texting.replies.empty", "texting.replies.emptyLine");
        Div left = new Div(new Div(new H2(getTranslation("texting.replies")), new StaySwitch(STAY)), list);
        left.addClassName("pane-list");
        right.addClassName("pane-right");
        add(left, right);
        open.watch(this, actor, true, new OpenDesks.DeliveryWatcher() {
            @Override
            public boolean shows(ConversationId conversation) {
                return conversation.equals(shown);
            }

            @Override
            public void changed(Optional<ConversationId> conversation) {
                list.show();
                if (pane != null
                        && conversation.filter(other -> !other.equals(shown)).isEmpty()) {
                    pane.refresh();
                }
            }
        });
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        shown = new ConversationId(Id.parse("conversation", parameter));
        right.removeAll();
        pane = new ConversationPane(
                desk,
                conversations,
                asking,
                clock,
                actor,
                shown,
                signedIn.organization().zone(),
                this::next);
        right.add(pane);
        list.select(Optional.of(shown));
    }

    private Page<ConversationRow> waiting(Page.Wanted wanted) {
        return conversations.page(actor, ConversationFilter.waitingFor(actor.memberId()), wanted);
    }

    private void next() {
        list.show();
        if (StaySwitch.stays(STAY)) {
            return;
        }
        waiting(Page.Wanted.first(1)).rows().stream()
                .findFirst()
                .ifPresent(
                        row -> getUI().ifPresent(ui -> ui.navigate(TextingPaths.conversation(row.conversationId()))));
    }

    @Override
    public String getPageTitle() {
        return pane == null ? "" : pane.name();
    }
}
