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
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.media.Pictures;
import org.rung.texting.Choices;
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

    private final Desk desk;
    private final Conversations conversations;
    private final Talk.Rooms rooms;
    private final Asking asking;
    private final Looks looks;
    private final Pictures pictures;
    private final SignedIn signedIn;
    private final Clock clock;
    private final Actor.Member actor;
    private final ReplyList list;
    private final H2 heading = new H2();
    private final StaySwitch stay;
    private final Cover cover;
    private final Div right = new Div();
    private @Nullable ConversationPane pane;
    private ConversationId shown = new ConversationId(0);
    private boolean inbox;

    ConversationView(
            Desk desk,
            Talk.Rooms rooms,
            Asking asking,
            Looks looks,
            Pictures pictures,
            SignedIn signedIn,
            OpenDesks open,
            Choices choices,
            Clock clock) {
        this.desk = desk;
        this.rooms = rooms;
        this.conversations = rooms.conversations();
        this.asking = asking;
        this.looks = looks;
        this.pictures = pictures;
        this.signedIn = signedIn;
        this.clock = clock;
        this.actor = signedIn.actor();
        addClassNames("panes", "one");
        cover = Cover.of(choices, actor);
        list = new ReplyList(
                this::waiting,
                rows -> looks.marks(actor, rows),
                cover,
                clock,
                "texting.replies.empty",
                "texting.replies.emptyLine");
        stay = new StaySwitch(choices, actor);
        Div left = new Div(new Div(heading, stay), list);
        left.addClassName("pane-list");
        right.addClassName("pane-right");
        add(left, right);
        open.watch(this, actor, actor.may(Permission.SEE_CONVERSATIONS), new OpenDesks.DeliveryWatcher() {
            @Override
            public boolean shows(ConversationId conversation) {
                return conversation.equals(shown);
            }

            @Override
            public void changed(Optional<ConversationId> conversation) {
                list.show();
                if (pane != null
                        && conversation.filter(other -> !other.equals(shown)).isEmpty()) {
                    refresh(pane);
                }
            }
        });
    }

    /** What closed a while ago, or is somebody else's, is not a texter's to read any more. */
    private void refresh(ConversationPane shownNow) {
        try {
            shownNow.refresh();
        } catch (Problem.Missing gone) {
            if (conversations.mayAnswerLate(actor, shown)) {
                shownNow.lapse();
                return;
            }
            getUI().ifPresent(ui -> ui.navigate(TextingPaths.REPLIES));
        }
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        show(new ConversationId(Id.parse("conversation", parameter)));
    }

    private ConversationPane show(ConversationId conversation) {
        shown = conversation;
        right.removeAll();
        ConversationPane made = new ConversationPane(
                desk,
                rooms,
                asking,
                looks,
                pictures,
                clock,
                actor,
                shown,
                signedIn.organization().zone(),
                stay,
                cover,
                this::next,
                this::again);
        pane = made;
        right.add(new WayBack(actor), made);
        inbox = made.unheld() && actor.may(Permission.REPLY_TO_ANYONE);
        heading.setText(getTranslation(inbox ? "texting.inbox" : "texting.replies"));
        list.select(Optional.of(shown));
        return made;
    }

    /** A text was taken back: its conversation again, with the words in the field. */
    private void again(ConversationId conversation) {
        go(conversation).focusName();
    }

    private Page<ConversationRow> waiting(Page.Wanted wanted) {
        ConversationFilter filter = inbox ? ConversationFilter.INBOX : ConversationFilter.waitingFor(actor.memberId());
        return conversations.page(actor, filter, wanted);
    }

    /** On to the one that waits longest; the chance to take back what was sent comes along. */
    private void next(UndoToast toast) {
        list.show();
        if (stay.stays() || (pane != null && pane.helped())) {
            return;
        }
        waiting(Page.Wanted.first(1)).rows().stream().findFirst().ifPresent(row -> {
            ConversationPane after = go(row.conversationId());
            after.offer(toast);
            after.focusName();
        });
    }

    private ConversationPane go(ConversationId conversation) {
        getUI().ifPresent(ui -> ui.getPage().getHistory().pushState(null, TextingPaths.conversation(conversation)));
        ConversationPane made = show(conversation);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        return made;
    }

    @Override
    public String getPageTitle() {
        return pane == null ? "" : pane.name();
    }
}
