package org.rung.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Clock;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.help.Help;
import org.rung.help.HelpPaths;
import org.rung.help.HelpRow;
import org.rung.texting.ConversationPart;
import org.rung.texting.Helping;
import org.rung.texting.OpenConversation;

/** Getting help, beside a conversation's menu, and above its texts how that stands. */
@org.springframework.stereotype.Component
class HelpOnConversation implements ConversationPart {
    private final Help help;
    private final Helping helping;
    private final Members members;
    private final SignedIn signedIn;
    private final Clock clock;

    HelpOnConversation(Help help, Helping helping, Members members, SignedIn signedIn, Clock clock) {
        this.help = help;
        this.helping = helping;
        this.members = members;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public Optional<Component> tool(Actor.Member actor, OpenConversation open, Runnable refresh) {
        var conversation = open.conversation();
        boolean canAsk = conversation.heldBy(actor.memberId())
                && conversation.helpSince().isEmpty()
                && !conversation.closed()
                && open.readOnly()
                        .filter(OpenConversation.ReadOnly.FIRST_TEXT::equals)
                        .isEmpty();
        if (!canAsk) {
            return Optional.empty();
        }
        var button = new NativeButton(
                HelpWords.say("help.get"),
                click -> new AskDialog(help, members, actor, conversation.conversationId(), refresh).open());
        button.addClassNames("btn", "ghost", "small", "help-get");
        button.getElement().setAttribute("aria-haspopup", "dialog");
        return Optional.of(button);
    }

    @Override
    public Optional<Component> banner(Actor.Member actor, OpenConversation open, Runnable refresh) {
        var conversation = open.conversation();
        boolean back = conversation.backSince().isPresent() && conversation.heldBy(actor.memberId());
        if (conversation.helpSince().isEmpty() && !back) {
            return Optional.empty();
        }
        return help.of(actor, conversation.conversationId()).map(row -> banner(actor, open, row, refresh));
    }

    private Component banner(Actor.Member actor, OpenConversation open, HelpRow row, Runnable refresh) {
        var banner = new HelpBanner(help, actor, row, refresh);
        if (row.request().outcome().isPresent()) {
            return banner.back(() -> helping.seen(actor, open.conversation().conversationId()));
        }
        boolean asker = row.request().askedBy().equals(actor.memberId());
        return actor.may(Permission.SEE_CONVERSATIONS) && !asker
                ? banner.asked(clock.instant(), open)
                : banner.waiting(clock.instant(), signedIn.organization().zone());
    }

    @Override
    public Optional<String> origin(Actor.Member actor, OpenConversation open) {
        return actor.may(Permission.SEE_CONVERSATIONS)
                        && open.conversation().helpSince().isPresent()
                ? Optional.of(HelpPaths.HELP)
                : Optional.empty();
    }
}
