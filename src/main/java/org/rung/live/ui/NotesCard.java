package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.button;
import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.role;
import static org.rung.live.ui.LiveWords.said;
import static org.rung.live.ui.LiveWords.say;
import static org.rung.live.ui.LiveWords.span;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.accounts.Sentences;
import org.rung.campaigns.CampaignId;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.live.TexterNote;
import org.rung.live.TexterNotes;

/** A word to all texters of the campaign, and what they were told before. */
class NotesCard extends Div {
    private final transient TexterNotes notes;
    private final transient Actor.Member actor;
    private final transient CampaignId campaignId;
    private final transient Clock clock;
    private final TextArea words = new TextArea(say("live.notes.words"));
    private final Div told = role(div("people-list"), "list");

    NotesCard(TexterNotes notes, Actor.Member actor, CampaignId campaignId, boolean open, Clock clock) {
        this.notes = notes;
        this.actor = actor;
        this.campaignId = campaignId;
        this.clock = clock;
        addClassNames("card", "pad", "col");
        words.setMaxLength(TexterNotes.LONGEST);
        words.setMinRows(2);
        words.setWidthFull();
        words.setHelperText(say("live.notes.help"));
        words.setValueChangeMode(ValueChangeMode.ON_BLUR);
        add(new H2(say("live.notes")));
        if (open) add(words, button("btn start", say("live.notes.tell"), this::tell));
        add(told);
        show();
    }

    private void tell() {
        try {
            notes.tell(actor, campaignId, words.getValue());
            words.clear();
            words.setInvalid(false);
            said(say("live.notes.told"));
            show();
        } catch (Problem refused) {
            words.setErrorMessage(Sentences.of(refused));
            words.setInvalid(true);
        }
    }

    private void show() {
        told.removeAll();
        var rows = notes.of(actor, campaignId);
        rows.forEach(note -> told.add(line(note)));
        told.setVisible(!rows.isEmpty());
    }

    private Div line(TexterNote note) {
        var line = Stream.of(
                        LiveWords.ago(note.toldAt(), clock.instant()),
                        note.from().orElse(""),
                        say("live.notes.read", note.readBy(), note.to()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return role(
                div(
                        "row wrap",
                        div("grow", span("live-words", note.words()), span("small muted live-line", line)),
                        button("link", say("live.notes.back"), () -> {
                            notes.takeBack(actor, note.texterNoteId());
                            show();
                        })),
                "listitem");
    }
}
