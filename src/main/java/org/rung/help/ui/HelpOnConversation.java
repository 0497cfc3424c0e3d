package org.rung.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Clock;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.help.Help;
import org.rung.help.HelpPaths;
import org.rung.help.HelpRow;
import org.rung.help.Helpers;
import org.rung.texting.ConversationPart;
import org.rung.texting.Helping;
import org.rung.texting.OpenConversation;

/** Getting help, beside a conversation's menu, and above its texts how that stands. */
@org.springframework.stereotype.Component
class HelpOnConversation implements ConversationPart {
    private final Help help;
    private final Helpers helpers;
    private final Helping helping;
    private final Members members;
    private final SignedIn signedIn;
    private final Clock clock;

    HelpOnConversation(Help help, Helpers helpers, Helping helping, Members members, SignedIn signedIn, Clock clock) {
        this.help = help;
        this.helpers = helpers;
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
        boolean helps = helpers.mayHelp(actor, row.request());
        var banner = new HelpBanner(help, actor, row, helps ? () -> again(refresh) : refresh);
        if (row.request().outcome().isPresent()) {
            return banner.back(() -> helping.seen(actor, open.conversation().conversationId()));
        }
        boolean asker = row.request().askedBy().equals(actor.memberId());
        return helps && !asker
                ? banner.asked(clock.instant(), open)
                : banner.waiting(clock.instant(), signedIn.organization().zone());
    }

    @Override
    public Optional<String> origin(Actor.Member actor, OpenConversation open) {
        boolean elses = !open.conversation().heldBy(actor.memberId());
        return elses && open.conversation().helpSince().isPresent() && helpers.mayHelp(actor)
                ? Optional.of(HelpPaths.HELP)
                : Optional.empty();
    }

    /** What a lead has given back is not theirs to read any more. */
    private static void again(Runnable refresh) {
        try {
            refresh.run();
        } catch (Problem.Missing gone) {
            UI.getCurrent().navigate(HelpPaths.HELP);
        }
    }
}
