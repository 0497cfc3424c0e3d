package org.rung.tasks.ui;

import com.vaadin.flow.component.notification.Notification;
import java.util.Optional;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.common.Sentence;
import org.rung.tasks.Task;
import org.rung.tasks.TaskChange;
import org.rung.tasks.Tasks;

/** What one may do with a task that is shown; afterwards whoever shows it looks again. */
class TaskDeeds {
    private final Tasks tasks;
    private final Members members;
    private final Actor.Member actor;
    private final Runnable again;

    TaskDeeds(Tasks tasks, Members members, Actor.Member actor, Runnable again) {
        this.tasks = tasks;
        this.members = members;
        this.actor = actor;
        this.again = again;
    }

    void finish(Task task) {
        new EndDialog(TaskWords.title(task), (outcome, note) -> {
                    tasks.end(actor, task.taskId(), task.revision(), outcome, note);
                    said("tasks.ended");
                })
                .open();
    }

    void later(Task task) {
        new LaterDialog(tasks.today(actor), day -> {
                    tasks.change(actor, task.taskId(), TaskChange.put(task, day));
                    said("tasks.put");
                })
                .open();
    }

    void pass(Task task) {
        new PassDialog(members, actor, task.owner(), member -> {
                    tasks.change(actor, task.taskId(), TaskChange.pass(task, member.map(Member::memberId)));
                    said("tasks.passed");
                })
                .open();
    }

    void reopen(Task task) {
        try {
            tasks.reopen(actor, task.taskId(), task.revision());
            said("tasks.reopened");
        } catch (Problem refused) {
            Notification.show(Sentences.of(refused), 5_000, Notification.Position.TOP_CENTER);
            again.run();
        }
    }

    private void said(String words) {
        Notification.show(Sentences.of(Sentence.of(words)), 3_000, Notification.Position.TOP_CENTER);
        again.run();
    }

    /** Who has it from now on; nobody: it waits for somebody. */
    interface Passed {
        void to(Optional<Member> member);
    }
}
