package org.rung.people.ui;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.people.Note;
import org.rung.people.SupporterId;
import org.rung.people.Supporters;
import org.rung.people.TimelineEntry;
import org.rung.people.TimelineSource;
import org.springframework.stereotype.Component;

/** The notes on a person, as part of their story. */
@Component
class NoteTimeline implements TimelineSource {
    private final Supporters supporters;
    private final Members members;

    NoteTimeline(Supporters supporters, Members members) {
        this.supporters = supporters;
        this.members = members;
    }

    @Override
    public List<TimelineEntry> before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        var notes = supporters.notes(actor, supporterId, before, limit);
        var authors = notes.stream().map(Note::author).flatMap(Optional::stream).collect(Collectors.toSet());
        var names = members.names(actor.organization(), authors);
        var reader = UI.getCurrent();
        return notes.stream()
                .map(note -> new TimelineEntry(
                        note.createdAt(),
                        "note",
                        note.author()
                                .map(names::get)
                                .map(name -> reader.getTranslation("people.timeline.note.by", name))
                                .orElseGet(() -> reader.getTranslation("people.timeline.note")),
                        note.words()))
                .toList();
    }
}
