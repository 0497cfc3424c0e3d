package org.rung.merging.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.accounts.SureDialog;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.merging.Merge;
import org.rung.merging.Merges;
import org.rung.people.SupporterId;
import org.rung.people.TimelineAct;
import org.rung.people.TimelineEntry;
import org.rung.people.TimelineSource;
import org.springframework.stereotype.Component;

/** That two became one, in the story of whoever they are now; and the way back. */
@Component
class MergeTimeline implements TimelineSource {
    private final Merges merges;
    private final Members members;

    MergeTimeline(Merges merges, Members members) {
        this.merges = merges;
        this.members = members;
    }

    @Override
    public List<TimelineEntry> before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        var found = merges.of(actor, supporterId, before, limit);
        var names = members.names(
                actor.organization(),
                found.stream().flatMap(each -> each.by().stream()).collect(Collectors.toSet()));
        return found.stream().map(each -> entry(actor, each, names)).toList();
    }

    private TimelineEntry entry(Actor actor, Merge merge, Map<MemberId, String> names) {
        var reader = UI.getCurrent();
        var who = merge.by().map(names::get).map(name -> reader.getTranslation("merging.timeline.by", name));
        return new TimelineEntry(
                merge.mergedAt(),
                "note",
                reader.getTranslation("merging.timeline"),
                who.orElse(""),
                merge.undoneAt().isEmpty(),
                merge.undoable() && actor.may(Permission.EDIT_PEOPLE)
                        ? Optional.of(new TimelineAct(
                                reader.getTranslation("merging.undo"),
                                reader.getTranslation("merging.undo.name"),
                                changed -> ask(actor, merge, changed)))
                        : Optional.empty());
    }

    private void ask(Actor actor, Merge merge, Runnable changed) {
        var reader = UI.getCurrent();
        new SureDialog(
                        reader.getTranslation("merging.undo.title"),
                        reader.getTranslation("merging.undo.line"),
                        reader.getTranslation("merging.undo"),
                        reader.getTranslation("merging.cancel"),
                        () -> {
                            try {
                                merges.undo(actor, merge.mergeId());
                                Notification.show(
                                        reader.getTranslation("merging.undone"),
                                        5_000,
                                        Notification.Position.BOTTOM_START);
                            } catch (Problem late) {
                                Notification.show(Sentences.of(late), 6_000, Notification.Position.TOP_CENTER);
                            }
                            changed.run();
                        })
                .open();
    }
}
