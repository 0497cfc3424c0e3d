package org.rung.crew.ui;

import static org.rung.crew.ui.CrewWords.ago;
import static org.rung.crew.ui.CrewWords.button;
import static org.rung.crew.ui.CrewWords.div;
import static org.rung.crew.ui.CrewWords.role;
import static org.rung.crew.ui.CrewWords.said;
import static org.rung.crew.ui.CrewWords.say;
import static org.rung.crew.ui.CrewWords.span;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.accounts.Sentences;
import org.rung.campaigns.CampaignState;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Problem;
import org.rung.live.Audience;
import org.rung.live.TexterNote;
import org.rung.live.TexterNotes;

/** A word to texters, to all or to some, and who of them has read what they were told before. */
class TellCard extends Div {
    private static final int CHOICES = 100;

    private record To(Audience audience, String words) {}

    private final transient CrewDoors doors;
    private final transient Actor.Member actor;
    private final transient Clock clock;
    private final TextArea words = new TextArea(say("crew.tell.words"));
    private final ComboBox<To> to = new ComboBox<>(say("crew.tell.to"));
    private final Div told = role(div("people-list"), "list");

    TellCard(CrewDoors doors, Actor.Member actor, Clock clock) {
        this.doors = doors;
        this.actor = actor;
        this.clock = clock;
        addClassNames("card", "pad", "col");
        words.setMaxLength(TexterNotes.LONGEST);
        words.setMinRows(2);
        words.setWidthFull();
        words.setHelperText(say("crew.tell.help"));
        words.setValueChangeMode(ValueChangeMode.ON_BLUR);
        var choices = choices();
        to.setItems(choices);
        to.setItemLabelGenerator(To::words);
        to.setValue(choices.getFirst());
        to.setWidthFull();
        add(new H2(say("crew.tell")), to, words, button("btn start", say("crew.tell.do"), this::tell), told);
        show();
    }

    private List<To> choices() {
        var all = new ArrayList<To>();
        all.add(new To(new Audience.Everyone(), say("crew.tell.everyone")));
        doors.campaigns().page(actor, Page.Wanted.first(CHOICES)).rows().stream()
                .filter(one -> one.state() == CampaignState.RUNNING || one.state() == CampaignState.PAUSED)
                .forEach(one -> all.add(
                        new To(new Audience.OfCampaign(one.campaignId()), say("crew.tell.campaign", one.name()))));
        doors.teams()
                .page(actor, false, Page.Wanted.first(CHOICES))
                .rows()
                .forEach(row -> all.add(new To(
                        new Audience.OfTeam(row.team().teamId()),
                        say("crew.tell.team", row.team().name()))));
        doors.terms()
                .spoken(actor.organization())
                .forEach((language, many) -> all.add(new To(
                        new Audience.Speaking(language),
                        say("crew.tell.language", CrewWords.language(language), many))));
        return all;
    }

    private void tell() {
        if (to.getValue() == null) {
            to.setInvalid(true);
            return;
        }
        try {
            doors.notes().tell(actor, to.getValue().audience(), words.getValue());
            words.clear();
            words.setInvalid(false);
            said(say("crew.told"));
            show();
        } catch (Problem refused) {
            words.setErrorMessage(Sentences.of(refused));
            words.setInvalid(true);
        }
    }

    final void show() {
        told.removeAll();
        var rows = doors.notes().all(actor);
        rows.forEach(note -> told.add(line(note)));
        told.setVisible(!rows.isEmpty());
    }

    private Div line(TexterNote note) {
        var line = Stream.of(
                        about(note),
                        ago(note.toldAt(), clock.instant()),
                        note.from().orElse(""),
                        say("crew.tell.read", note.readBy(), note.to()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return role(
                div(
                        "row wrap",
                        div("grow col tight", span("live-words", note.words()), span("small muted", line)),
                        button("link", say("crew.tell.back"), () -> {
                            doors.notes().takeBack(actor, note.texterNoteId());
                            show();
                        })),
                "listitem");
    }

    private static String about(TexterNote note) {
        return switch (note.audience()) {
            case Audience.Everyone all -> say("crew.tell.everyone");
            case Audience.Speaking language -> CrewWords.language(note.about());
            case Audience.OfCampaign campaign -> note.about();
            case Audience.OfTeam team -> note.about();
            case Audience.One member -> note.about();
        };
    }
}
