package org.rung.texting.ui;

import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.function.Consumer;
import org.rung.accounts.SpokenMenu;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;
import org.rung.texting.Outcomes;

/** What is done less often than answering: notes, tags, the number, whose it is, and the two ends. */
class ConversationMenu extends SpokenMenu {

    private final NativeButton button;
    private final transient Talk talk;
    private final transient OpenConversation open;

    ConversationMenu(NativeButton button, Talk talk, OpenConversation open) {
        super(button);
        this.button = button;
        this.talk = talk;
        this.open = open;
        setOpenOnClick(true);
    }

    void fill(
            List<ConversationPart.Look> above,
            Asking asking,
            StaySwitch stay,
            Runnable turned,
            Consumer<PhoneNumber> reveal) {
        above.stream()
                .flatMap(look -> look.deeds(talk.refresh()).stream())
                .forEach(deed -> addItem(deed.words(), click -> deed.chosen().run()));
        item(
                "note",
                () -> Ask.words(
                        button,
                        "texting.menu.note",
                        "texting.note.label",
                        words -> talk.act((all, actor, id) -> all.note(actor, id, words))));
        item(
                "tag",
                () -> Ask.word(
                        button,
                        "texting.menu.tag",
                        "texting.tag.label",
                        tag -> talk.act((all, actor, id) -> all.tag(actor, id, tag))));
        Actor.Member actor = talk.actor();
        if (actor.may(Permission.SEE_NUMBERS)) {
            item("reveal", () -> reveal.accept(talk.reveal()));
        }
        if (!open.conversation().heldBy(actor.memberId())) {
            item("take", () -> talk.give(actor.memberId()));
        }
        if (actor.may(Permission.ASSIGN)) {
            item("give", () -> asking.texter(button, actor, talk::give));
        }
        open.speech()
                .other()
                .filter(any -> open.readOnly().isEmpty())
                .ifPresent(language -> addItem(
                        button.getTranslation("texting.menu.write", Phrases.language(language)),
                        click -> talk.act((all, me, id) -> all.speaks(me, id, language))));
        addItem(stay.otherWords(), click -> {
            stay.turn();
            turned.run();
        });
        if (open.mayBeDone()) {
            item("done", () -> talk.act(Outcomes::done));
        }
        boolean textable = open.readOnly()
                .filter(why -> why != OpenConversation.ReadOnly.CLOSED)
                .isEmpty();
        if (textable) {
            ending("wrong", Outcomes::wrongNumber);
            ending("optOut", Outcomes::optOut);
        }
    }

    private void ending(String what, Talk.Deed deed) {
        item(what, () -> Ask.sure(button, "texting.menu." + what, "texting.sure." + what, () -> talk.act(deed)));
    }

    private void item(String what, Runnable chosen) {
        addItem(button.getTranslation("texting.menu." + what), click -> chosen.run());
    }
}
