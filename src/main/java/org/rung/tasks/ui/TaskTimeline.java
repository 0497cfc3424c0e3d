package org.rung.tasks.ui;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.Sentence;
import org.rung.people.SupporterId;
import org.rung.people.TimelineEntry;
import org.rung.people.TimelineSource;
import org.rung.tasks.Task;
import org.rung.tasks.TaskOutcome;
import org.rung.tasks.Tasks;
import org.springframework.stereotype.Component;

/** What was done about somebody, and what came of it, as part of their story. */
@Component
class TaskTimeline implements TimelineSource {
    private final Tasks tasks;
    private final Members members;

    TaskTimeline(Tasks tasks, Members members) {
        this.tasks = tasks;
        this.members = members;
    }

    @Override
    public List<TimelineEntry> before(Actor actor, SupporterId supporterId, Instant before, int limit) {
        if (!actor.may(Permission.SEE_PEOPLE)) return List.of();
        List<Task> ended = tasks.endedBefore(actor, supporterId, before, limit);
        Map<MemberId, String> names = members.names(
                actor.organization(),
                ended.stream().flatMap(task -> task.owner().stream()).distinct().toList());
        return ended.stream()
                .flatMap(task -> task.endedAt().map(at -> entry(task, at, names)).stream())
                .toList();
    }

    private static TimelineEntry entry(Task task, Instant at, Map<MemberId, String> names) {
        Sentence outcome = Sentence.of("tasks.outcome." + task.outcome().orElse(TaskOutcome.NOT_NEEDED));
        String title = TaskWords.title(task);
        Optional<String> owner = task.owner().flatMap(member -> Optional.ofNullable(names.get(member)));
        return new TimelineEntry(
                at,
                "note",
                Sentences.of(owner.map(name -> Sentence.of("tasks.timeline.by", title, outcome, name))
                        .orElseGet(() -> Sentence.of("tasks.timeline", title, outcome))),
                task.note());
    }
}
