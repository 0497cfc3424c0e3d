package org.rung.crew.ui;

import static org.rung.crew.ui.CrewWords.ago;
import static org.rung.crew.ui.CrewWords.button;
import static org.rung.crew.ui.CrewWords.div;
import static org.rung.crew.ui.CrewWords.link;
import static org.rung.crew.ui.CrewWords.role;
import static org.rung.crew.ui.CrewWords.say;
import static org.rung.crew.ui.CrewWords.span;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.live.TexterNotes;
import org.rung.texting.NewTexter;
import org.rung.texting.Reviews;
import org.rung.texting.TextingPaths;

/** Somebody new: what they sent, and what becomes of it. */
class VettingCard extends Div {
    /** What an organizer does about them. */
    interface Deeds {
        void free();

        void more();

        /** What it throws is said under the words. */
        void talk(String words);
    }

    private final Div talk = div("col");

    VettingCard(NewTexter texter, List<Reviews.Sent> texts, String talkedBy, Instant now, ZoneId zone, Deeds deeds) {
        addClassNames("card", "pad", "col");
        role(this, "listitem");
        var head = div("row wrap", new H2(texter.name()));
        texter.talkedAt().ifPresent(at -> head.add(span("chip", say("crew.vet.talked", talkedBy, ago(at, now)))));
        var line = texter.looked() == 0
                ? say("crew.vet.sent", texter.sent(), ago(texter.waits(), now))
                : say("crew.vet.sent.more", texter.sent(), texter.looked(), ago(texter.waits(), now));
        var list = role(div("people-list live-review"), "list");
        list.getElement().setAttribute("tabindex", "0");
        list.getElement().setAttribute("aria-label", say("crew.vet.texts", texter.name()));
        texts.forEach(sent -> list.add(line(sent, zone)));
        var talking = button("btn ghost", say("crew.vet.talk"), () -> {
            talk.setVisible(!talk.isVisible());
        });
        var more = button("btn ghost", say("crew.vet.more"), deeds::more);
        var free = button("btn", say("crew.vet.free"), deeds::free);
        free.setAriaLabel(say("crew.vet.free.of", texter.name()));
        talking.setAriaLabel(say("crew.vet.talk.of", texter.name()));
        more.setAriaLabel(say("crew.vet.more.of", texter.name()));
        fillTalk(texter, deeds);
        talk.setVisible(false);
        add(head, span("small muted", line), list, div("actions", free, talking, more), talk);
    }

    private void fillTalk(NewTexter texter, Deeds deeds) {
        var words = new TextArea(say("crew.word", texter.name()));
        words.setMaxLength(TexterNotes.LONGEST);
        words.setWidthFull();
        words.setMinRows(2);
        words.setHelperText(say("crew.vet.talk.help"));
        talk.add(words, button("btn start", say("crew.word.do"), () -> {
            try {
                deeds.talk(words.getValue());
            } catch (Problem refused) {
                words.setErrorMessage(Sentences.of(refused));
                words.setInvalid(true);
            }
        }));
    }

    private static Div line(Reviews.Sent sent, ZoneId zone) {
        var open = link("small", "/" + TextingPaths.conversation(sent.conversationId()), say("crew.vet.open"));
        open.setTarget("_blank");
        return role(
                div(
                        "col tight",
                        span("live-words", sent.words()),
                        div("row", span("small muted grow", CrewWords.time(sent.sentAt(), zone)), open)),
                "listitem");
    }
}
