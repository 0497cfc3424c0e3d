package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.PhoneNumbers;
import org.rung.messaging.Text;
import org.rung.people.Tag;
import org.rung.scripts.AnswerChoice;
import org.rung.scripts.Question;
import org.rung.texting.Conversation;
import org.rung.texting.ConversationId;
import org.rung.texting.Conversations;
import org.rung.texting.Desk;
import org.rung.texting.OpenConversation;
import org.rung.texting.Suggestion;
import org.rung.texting.TextingPaths;

/** One conversation: who, the thread, what the script proposes, and where the answer is written. */
class ConversationPane extends Div {

    private final Desk desk;
    private final Conversations conversations;
    private final Asking asking;
    private final Clock clock;
    private final Actor.Member actor;
    private final ConversationId conversationId;
    private final StaySwitch stay;
    private final Consumer<UndoToast> sent;
    private final Consumer<ConversationId> show;
    private final ZoneId zone;

    private final Div head = new Div();
    private final Anchor back = new Anchor("", "‹");
    private final H1 heading = new H1();
    private final Div line = new Div();
    private final Div tools = new Div();
    private final Div chips = new Div();
    private final ThreadPane thread = new ThreadPane();
    private final Div banner = new Div();
    private final Div script = new Div();
    private final Div composing = new Div();
    private final Div foot = new Div();
    private OpenConversation open;
    private Composer composer;
    private String again = "";
    private Optional<String> revealed = Optional.empty();

    ConversationPane(
            Desk desk,
            Conversations conversations,
            Asking asking,
            Clock clock,
            Actor.Member actor,
            ConversationId conversationId,
            ZoneId zone,
            StaySwitch stay,
            Consumer<UndoToast> sent,
            Consumer<ConversationId> show) {
        this.desk = desk;
        this.conversations = conversations;
        this.asking = asking;
        this.clock = clock;
        this.actor = actor;
        this.conversationId = conversationId;
        this.zone = zone;
        this.stay = stay;
        this.sent = sent;
        this.show = show;
        addClassNames("pane-conversation");
        head.addClassNames("row", "desk-line");
        heading.addClassNames("desk-title", "clip");
        heading.getElement().setAttribute("tabindex", "-1");
        back.addClassNames("btn", "ghost", "small");
        back.getElement().setAttribute("aria-label", getTranslation("texting.first.back"));
        line.addClassNames("small", "muted", "clip");
        Div who = new Div(heading, line);
        who.addClassName("grow");
        tools.addClassName("row");
        head.add(back, who, tools);
        chips.addClassNames("desk-chips");
        Div top = new Div(head, chips);
        top.addClassName("desk-top");
        banner.addClassName("col");
        script.addClassName("desk-script");
        composing.addClassName("desk-composing");
        foot.add(banner, script, composing);
        foot.addClassName("desk-foot");
        add(top, thread, foot, new Keys());
        open = desk.open(actor, conversationId);
        composer = composer();
        show(Optional.empty());
        fillComposer();
    }

    /** Reads everything anew, and leaves alone what is being written. */
    void refresh() {
        OpenConversation before = open;
        open = desk.open(actor, conversationId);
        show(Optional.of(before));
        if (before.readOnly().isEmpty() != open.readOnly().isEmpty()) {
            fillComposer();
        }
    }

    /** The chance to take back what was sent a moment ago, maybe from the conversation before. */
    void offer(UndoToast toast) {
        foot.add(toast);
    }

    /** After a change of conversations, those who do not see the screen hear whose it is now. */
    void focusName() {
        heading.getElement().callJsFunction("focus");
    }

    String name() {
        return open.name().isBlank() ? getTranslation("texting.unnamed") : open.name();
    }

    /** What shows the same as before stays: a menu that is open does not close because a text was delivered. */
    private void show(Optional<OpenConversation> before) {
        showHead();
        thread.show(open, zone, clock.instant());
        onChange(
                before,
                now -> List.of(
                        now.standing(), now.readOnly(), now.conversation().texter()),
                this::showTools);
        onChange(
                before,
                now -> List.of(now.questions(), now.answers(), now.supporter().tags()),
                this::showChips);
        onChange(
                before,
                now -> List.of(now.readOnly(), now.conversation().suggestion(), now.nextAsk()),
                this::showBanner);
        onChange(
                before, now -> List.of(now.questions(), now.answers(), now.canned(), now.readOnly()), this::showScript);
    }

    private void onChange(
            Optional<OpenConversation> before, Function<OpenConversation, List<Object>> part, Runnable show) {
        if (before.map(part).filter(part.apply(open)::equals).isEmpty()) {
            show.run();
        }
    }

    private void showHead() {
        heading.setText(name());
        String there = getTranslation("texting.there", Phrases.time(clock.instant(), open.zone(), getLocale()));
        line.removeAll();
        line.add(new Span(revealed.orElse(open.maskedNumber()) + " · " + there));
        open.campaign().ifPresent(campaign -> {
            Span named = new Span(" · " + campaign.name());
            named.addClassName("desk-campaign");
            line.add(named);
        });
    }

    private void showTools() {
        back.setHref("/" + origin());
        tools.removeAll();
        tools.add(Phrases.ladder(this, open.standing()), menu());
    }

    /** Where one came from: one's replies, the inbox, or the page of what waits. */
    private String origin() {
        boolean mine = open.conversation().heldBy(actor.memberId());
        return mine && actor.may(Permission.TEXT)
                ? TextingPaths.REPLIES
                : actor.may(Permission.REPLY_TO_ANYONE) ? TextingPaths.INBOX : TextingPaths.HOME;
    }

    private Component menu() {
        NativeButton button = new NativeButton("⋯");
        button.addClassNames("btn", "ghost", "small");
        button.getElement().setAttribute("aria-label", getTranslation("texting.more"));
        button.setEnabled(open.readOnly()
                .filter(OpenConversation.ReadOnly.NOT_YOURS::equals)
                .isEmpty());
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        Conversation conversation = open.conversation();
        boolean textable = open.readOnly()
                .filter(why -> why != OpenConversation.ReadOnly.CLOSED)
                .isEmpty();
        menu.addItem(
                getTranslation("texting.menu.note"),
                click -> Ask.words(
                        this,
                        "texting.menu.note",
                        "texting.note.label",
                        words -> act(() -> conversations.note(actor, conversationId, words))));
        menu.addItem(
                getTranslation("texting.menu.tag"),
                click -> Ask.word(
                        this,
                        "texting.menu.tag",
                        "texting.tag.label",
                        tag -> act(() -> conversations.tag(actor, conversationId, tag))));
        if (actor.may(Permission.SEE_NUMBERS)) {
            menu.addItem(getTranslation("texting.menu.reveal"), click -> {
                revealed = Optional.of(PhoneNumbers.national(conversations.reveal(actor, conversationId)));
                showHead();
            });
        }
        if (!conversation.heldBy(actor.memberId())) {
            menu.addItem(
                    getTranslation("texting.menu.take"),
                    click -> act(() -> conversations.give(actor, conversationId, actor.memberId())));
        }
        if (actor.may(Permission.ASSIGN)) {
            menu.addItem(
                    getTranslation("texting.menu.give"),
                    click -> asking.texter(
                            this, actor, texter -> act(() -> conversations.give(actor, conversationId, texter))));
        }
        menu.addItem(stay.otherWords(), click -> {
            stay.turn();
            showTools();
        });
        if (textable) {
            menu.addItem(
                    getTranslation("texting.menu.wrong"),
                    click -> Ask.sure(
                            this,
                            "texting.menu.wrong",
                            "texting.sure.wrong",
                            () -> act(() -> conversations.wrongNumber(actor, conversationId))));
            menu.addItem(
                    getTranslation("texting.menu.optOut"),
                    click -> Ask.sure(
                            this,
                            "texting.menu.optOut",
                            "texting.sure.optOut",
                            () -> act(() -> conversations.optOut(actor, conversationId))));
        }
        return button;
    }

    private void showChips() {
        chips.removeAll();
        for (Question question : open.questions()) {
            question.answers().stream()
                    .filter(answer -> answer.key().equals(open.answers().get(question.key())))
                    .forEach(answer -> chips.add(given(question, answer)));
        }
        for (Tag tag : open.supporter().tags()) {
            chips.add(chip(tag.name(), ""));
        }
        chips.setVisible(chips.getElement().getChildCount() > 0);
    }

    /** A given answer; pressing it shows its question again, so that it can be changed. */
    private NativeButton given(Question question, AnswerChoice answer) {
        NativeButton chip = new NativeButton(answer.label(), click -> {
            again = question.key();
            showScript();
        });
        chip.addClassNames("chip", "good");
        chip.getElement().setAttribute("title", question.words());
        return chip;
    }

    private static Span chip(String words, String kind) {
        Span chip = new Span(words);
        chip.addClassName("chip");
        if (!kind.isEmpty()) {
            chip.addClassName(kind);
        }
        return chip;
    }

    private void showBanner() {
        banner.removeAll();
        open.readOnly().ifPresent(why -> {
            Div words = new Div(new Span(getTranslation("texting.readonly." + why.name())));
            words.addClassNames("notice", "row", "wrap", why == OpenConversation.ReadOnly.OPTED_OUT ? "bad" : "warn");
            if (why == OpenConversation.ReadOnly.CLOSED) {
                words.add(button(
                        "texting.reopen", "ghost", () -> act(() -> conversations.reopen(actor, conversationId))));
            }
            banner.add(words);
        });
        if (open.readOnly().isEmpty()) {
            open.conversation().suggestion().ifPresent(suggestion -> banner.add(suggestion(suggestion)));
            // Whoever may want to be left alone is not asked for more.
            open.nextAsk()
                    .filter(ask -> open.conversation().suggestion().isEmpty())
                    .ifPresent(ask -> banner.add(
                            asking.card(this, actor, open, zone, used -> composer.put(used), this::refresh)));
        }
        banner.setVisible(banner.getElement().getChildCount() > 0);
    }

    private Component suggestion(Suggestion suggestion) {
        Div words = new Div(new Span(getTranslation("texting.suggestion." + suggestion.name())));
        words.addClassNames("notice", "warn", "row", "wrap");
        words.add(button(
                "texting.suggestion.do." + suggestion.name(),
                "bad",
                () -> act(() -> {
                    if (suggestion == Suggestion.OPT_OUT) {
                        conversations.optOut(actor, conversationId);
                    } else {
                        conversations.wrongNumber(actor, conversationId);
                    }
                })));
        words.add(button(
                "texting.suggestion.ignore",
                "ghost",
                () -> act(() -> conversations.ignoreSuggestion(actor, conversationId))));
        return words;
    }

    /** The open question with its answers under the thumb, then the ready answers outside the tree. */
    private void showScript() {
        script.removeAll();
        boolean active = open.readOnly().isEmpty();
        Div line = new Div();
        line.addClassNames("row", "script-line");
        if (active && !open.questions().isEmpty()) {
            Question question = open.questions().stream()
                    .filter(one -> one.key().equals(again))
                    .findFirst()
                    .orElse(open.questions().getLast());
            Span words = new Span(question.words());
            words.addClassNames("small", "muted", "grow");
            line.add(words);
            Div options = new Div();
            options.addClassName("desk-options");
            options.getElement().setAttribute("role", "group").setAttribute("aria-label", question.words());
            int key = 1;
            for (AnswerChoice answer : question.answers()) {
                options.add(option(question, answer, key++));
            }
            script.add(line, options);
        }
        if (active && !open.canned().isEmpty()) {
            NativeButton canned = new NativeButton(getTranslation("texting.canned"));
            canned.addClassNames("chip", "end");
            canned.getElement().setAttribute("aria-haspopup", "menu");
            ContextMenu menu = new ContextMenu(canned);
            menu.setOpenOnClick(true);
            open.canned().forEach(reply -> menu.addItem(reply.title(), click -> composer.put(reply.words())));
            line.add(canned);
            script.addComponentAsFirst(line);
        }
        script.setVisible(script.getElement().getChildCount() > 0);
    }

    private NativeButton option(Question question, AnswerChoice answer, int key) {
        boolean given = answer.key().equals(open.answers().get(question.key()));
        NativeButton option = new NativeButton(answer.label(), click -> {
            boolean changing = !again.isEmpty();
            again = "";
            var answered = conversations.answer(actor, conversationId, question.key(), answer.key());
            refresh();
            if (changing) {
                showScript();
            }
            if (!answered.reply().isBlank() && open.readOnly().isEmpty()) {
                composer.put(answered.reply());
            }
        });
        option.addClassName("chip");
        option.setClassName("on", given);
        option.getElement().setAttribute("aria-pressed", String.valueOf(given));
        if (key <= 9) {
            option.getElement().setAttribute("data-key", String.valueOf(key));
        }
        return option;
    }

    private Composer composer() {
        Composer made = new Composer(
                getTranslation("texting.reply.label", name()),
                open.supporter().firstName().isBlank()
                        ? getTranslation("texting.reply.plain")
                        : getTranslation(
                                "texting.reply.placeholder", open.supporter().firstName()),
                getTranslation("texting.done"),
                open.draft());
        made.onDraft(words -> conversations.saveDraft(actor, conversationId, words));
        made.onSecond(() -> act(() -> conversations.done(actor, conversationId)));
        made.onSend(this::send);
        return made;
    }

    private void fillComposer() {
        composing.removeAll();
        if (open.readOnly().isEmpty()) {
            composer = composer();
            composing.add(composer);
        }
    }

    private void send(Composer.Sent words) {
        Text text = conversations.reply(actor, conversationId, words.body, words.request);
        composer.clear();
        UndoToast toast = new UndoToast(this, name(), open.undo(), () -> undo(text, words.body));
        toast.setVisible(open.undo().toSeconds() > 0);
        refresh();
        offer(toast);
        sent.accept(toast);
    }

    private void undo(Text text, String words) {
        if (conversations.undo(actor, conversationId, text.messageId())) {
            conversations.saveDraft(actor, conversationId, words);
            show.accept(conversationId);
        } else {
            Notification.show(getTranslation("texting.undo.late"), 5_000, Notification.Position.TOP_CENTER);
        }
    }

    private NativeButton button(String words, String kind, Runnable pressed) {
        NativeButton button = new NativeButton(getTranslation(words), click -> pressed.run());
        button.addClassNames("btn", "small", kind);
        return button;
    }

    private void act(Runnable what) {
        what.run();
        refresh();
    }

    /** Nobody holds it: it stands in the organizers' inbox. */
    boolean unheld() {
        return open.conversation().texter().isEmpty();
    }
}
