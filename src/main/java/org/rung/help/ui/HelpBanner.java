package org.rung.help.ui;

import static org.rung.help.ui.HelpWords.role;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Instant;
import java.time.ZoneId;
import org.rung.accounts.Sentences;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.help.Help;
import org.rung.help.HelpRow;
import org.rung.texting.OpenConversation;

/** Who was asked for what, above the texts, with what whoever looks at it can do about it. */
class HelpBanner extends Div {
    private final transient Help help;
    private final transient Actor.Member actor;
    private final transient HelpRow row;
    private final transient Runnable refresh;
    private final Div actions = new Div();

    HelpBanner(Help help, Actor.Member actor, HelpRow row, Runnable refresh) {
        this.help = help;
        this.actor = actor;
        this.row = row;
        this.refresh = refresh;
        addClassNames("notice", "help-banner");
        role(this, "status");
        actions.addClassNames("row", "wrap");
    }

    /** To its texter: since when, why, and who looks after it. */
    HelpBanner waiting(Instant now, ZoneId zone) {
        addClassName("warn");
        String since = HelpWords.since(row.request().askedAt(), now, zone);
        say(
                row.request().to().team().isPresent()
                        ? HelpWords.say("help.with.team", row.to().orElse(""), since)
                        : HelpWords.say("help.with", since),
                true);
        why();
        say(
                row.taker()
                        .map(taker -> HelpWords.say("help.with.taker", taker))
                        .orElseGet(() -> row.to()
                                .map(to -> HelpWords.say("help.with.to", to))
                                .orElse(HelpWords.say("help.with.anyone"))),
                false);
        boolean mine = row.request().askedBy().equals(actor.memberId());
        if (mine && row.request().takenBy().isEmpty()) {
            button(
                    "help.withdraw",
                    "ghost",
                    () -> help.withdraw(actor, row.request().conversationId()));
        }
        return finished();
    }

    /** To whoever may help. */
    HelpBanner asked(Instant now, OpenConversation open) {
        addClassName("warn");
        say(HelpWords.say("help.asked", row.asker(), HelpWords.ago(row.request().askedAt(), now)), true);
        why();
        row.to().ifPresent(to -> say(HelpWords.say("help.for", to), false));
        var taker = row.request().takenBy();
        boolean mine = row.request().takenBy(actor.memberId());
        if (taker.isPresent() && !mine) {
            row.taker().ifPresent(name -> say(HelpWords.say("help.taken", name), false));
            button("help.takeOver", "ghost", this::take);
        } else if (open.conversation().closed()) {
            say(HelpWords.say("help.closed"), false);
            button("help.settle", "", () -> help.done(actor, row.request().conversationId()));
        } else {
            if (!mine) button("help.take", "", this::take);
            if (mine || actor.may(Permission.REPLY_TO_ANYONE)) deeds(mine, open);
        }
        return finished();
    }

    private void deeds(boolean mine, OpenConversation open) {
        var conversation = row.request().conversationId();
        // Where its texter has gone, nobody is there to get it back.
        if (open.conversation().texter().isPresent()) {
            actions.add(made(
                    "help.back.do",
                    mine ? "" : "ghost",
                    () -> new BackDialog(row.asker(), words -> {
                                help.giveBack(actor, conversation, words);
                                refresh.run();
                            })
                            .open()));
        } else {
            button("help.release", mine ? "" : "ghost", () -> help.giveBack(actor, conversation, ""));
        }
        if (actor.may(Permission.TEXT)) {
            button("help.keep", "ghost", () -> help.keep(actor, conversation));
        }
        actions.add(made(
                "help.optOut",
                "ghost",
                () -> new SureDialog(
                                HelpWords.say("help.optOut"),
                                HelpWords.say("help.optOut.line"),
                                HelpWords.say("help.optOut"),
                                HelpWords.say("help.cancel"),
                                () -> act(() -> help.optOut(actor, conversation)))
                        .open()));
    }

    /** To its texter, when it has come back. */
    HelpBanner back(Runnable seen) {
        addClassName("good");
        say(HelpWords.say("help.came", row.settler().orElse("")), true);
        if (!row.request().answer().isEmpty()) quote(row.request().answer());
        actions.add(made("help.seen", "ghost", () -> act(seen)));
        return finished();
    }

    private void take() {
        help.take(actor, row.request().conversationId(), row.request().takenBy());
    }

    private void why() {
        say(HelpWords.reason(row.request().reason()), false);
        if (!row.request().note().isEmpty()) quote(row.request().note());
    }

    private void say(String words, boolean strong) {
        var line = new Span(words);
        line.addClassName(strong ? "strong" : "small");
        add(line);
    }

    private void quote(String words) {
        var said = new Span("“" + words + "”");
        said.addClassName("help-note");
        add(said);
    }

    private HelpBanner finished() {
        if (actions.getComponentCount() > 0) add(actions);
        return this;
    }

    private void button(String words, String look, Runnable deed) {
        actions.add(made(words, look, () -> act(deed)));
    }

    private static NativeButton made(String words, String look, Runnable pressed) {
        var button = new NativeButton(HelpWords.say(words), click -> pressed.run());
        button.addClassNames("btn", "small");
        if (!look.isEmpty()) button.addClassName(look);
        return button;
    }

    /** Whoever was too late reads why, and then sees how it is now. */
    private void act(Runnable deed) {
        try {
            deed.run();
        } catch (Problem.Conflict late) {
            Notification.show(Sentences.of(late), 6_000, Notification.Position.TOP_CENTER);
        }
        refresh.run();
    }
}
