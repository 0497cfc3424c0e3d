package org.rung.tasks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.people.PeoplePaths;
import org.rung.tasks.Task;
import org.rung.texting.TextingPaths;

/** One task: about whom, what, by when and whose, with what to do about it under the thumb. */
class TaskRow extends Div {

    /** All that a row shows. */
    record Shown(Task task, String owner, LocalDate today, boolean named) {}

    TaskRow(Actor.Member actor, Shown shown, TaskDeeds deeds) {
        Task task = shown.task();
        addClassName("task-row");
        setClassName("late", task.overdue(shown.today()));
        getElement().setAttribute("role", "listitem");
        var title = new Span(TaskWords.title(task));
        title.addClassName("strong");
        var day = new Span(
                task.open()
                        ? (task.overdue(shown.today())
                                ? getTranslation("tasks.late", TaskWords.day(task.day(), shown.today()))
                                : TaskWords.day(task.day(), shown.today()))
                        : getTranslation("tasks.outcome."
                                + task.outcome().map(Enum::name).orElse("NOT_NEEDED")));
        day.addClassNames("chip", task.overdue(shown.today()) ? "warn" : "plain", "nowrap");
        var top = new Div(title, day);
        top.addClassNames("row", "task-top");
        add(top, people(actor, shown));
        if (!task.note().isEmpty()) {
            var note = new Span("“" + task.note() + "”");
            note.addClassNames("small", "task-note");
            add(note);
        }
        add(buttons(shown, deeds));
    }

    private Component people(Actor.Member actor, Shown shown) {
        Task task = shown.task();
        List<Component> parts = new ArrayList<>();
        if (shown.named()) {
            parts.add(
                    actor.may(Permission.SEE_PEOPLE)
                            ? new Anchor("/" + PeoplePaths.supporter(task.supporterId()), TaskWords.who(task))
                            : new Span(TaskWords.who(task)));
        }
        task.conversation()
                .ifPresent(talk ->
                        parts.add(new Anchor("/" + TextingPaths.conversation(talk), getTranslation("tasks.talk"))));
        parts.add(new Span(
                task.owner().filter(actor.memberId()::equals).isPresent()
                        ? getTranslation("tasks.owner.you")
                        : shown.owner().isEmpty() ? getTranslation("tasks.owner.nobody") : shown.owner()));
        var line = new Div(parts.toArray(Component[]::new));
        line.addClassNames("row", "wrap", "small", "muted");
        return line;
    }

    private Component buttons(Shown shown, TaskDeeds deeds) {
        Task task = shown.task();
        var row = new Div();
        row.addClassNames("row", "wrap");
        if (task.open()) {
            row.add(
                    button("tasks.do.done", "good", task, () -> deeds.finish(task)),
                    button("tasks.do.later", "ghost", task, () -> deeds.later(task)),
                    button("tasks.do.pass", "ghost", task, () -> deeds.pass(task)));
        } else {
            row.add(button("tasks.do.reopen", "ghost", task, () -> deeds.reopen(task)));
        }
        return row;
    }

    private NativeButton button(String words, String look, Task task, Runnable act) {
        var button = new NativeButton(getTranslation(words), click -> act.run());
        button.addClassNames("btn", look, "small");
        button.setAriaLabel(getTranslation(words) + " " + TaskWords.title(task));
        return button;
    }
}
