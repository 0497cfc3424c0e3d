package org.rung.tasks.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.common.Permission;
import org.rung.tasks.Task;
import org.rung.tasks.TaskFilter;
import org.rung.tasks.TaskList;
import org.rung.tasks.Tasks;
import org.rung.tasks.TasksPaths;

/** What one is to do about people, and for whoever sees people what everyone is. */
@Route(TasksPaths.TASKS)
@Menu(title = "tasks.title", order = 12)
@RolesAllowed({"TEXTER", "ORGANIZER", "COORDINATOR", "ADMIN"})
public class TasksView extends Div implements HasDynamicTitle {
    private static final int SIZE = 30;

    private final transient Tasks tasks;
    private final transient Members members;
    private final transient Actor.Member actor;
    private final transient TaskDeeds deeds;
    private final Map<TaskList, NativeButton> choices = new EnumMap<>(TaskList.class);
    private final Div rows = new Div();
    private final Div empty = new Div();
    private final NativeButton more = new NativeButton();
    private transient List<TaskRow.Shown> shown = List.of();
    private TaskList list = TaskList.MINE;
    private int pages = 1;

    TasksView(Tasks tasks, Members members, SignedIn signedIn, TaskScreens screens) {
        this.tasks = tasks;
        this.members = members;
        this.actor = signedIn.actor();
        this.deeds = new TaskDeeds(tasks, members, actor, this::show);
        addClassNames("page", "tasks");
        var line = new Span(getTranslation("tasks.line"));
        line.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("tasks.title")), line));
        head.addClassName("page-head");
        var chips = new Div();
        chips.addClassNames("row", "wrap");
        chips.getElement().setAttribute("role", "group");
        chips.getElement().setAttribute("aria-label", getTranslation("tasks.lists"));
        for (TaskList one : TaskList.values()) {
            if (one == TaskList.TEAM && !actor.may(Permission.SEE_PEOPLE)) continue;
            var chip = new NativeButton(getTranslation("tasks.list." + one), click -> turn(one));
            chip.addClassName("chip");
            choices.put(one, chip);
            chips.add(chip);
        }
        rows.addClassName("task-list");
        rows.getElement().setAttribute("role", "list");
        empty.addClassName("empty");
        more.setText(getTranslation("tasks.more"));
        more.addClassNames("btn", "ghost", "small");
        more.addClickListener(click -> {
            pages++;
            show();
        });
        var card = new Div(rows, empty, more);
        card.addClassNames("card", "inbox-card");
        add(head, chips, card);
        show();
        screens.watch(actor.organization(), this, this::show);
    }

    private void turn(TaskList to) {
        list = to;
        pages = 1;
        show();
    }

    /** The pages seen so far, read anew; where all is the same, the list and the focus stay. */
    private void show() {
        choices.forEach((one, chip) -> {
            chip.setClassName("on", one == list);
            chip.getElement().setAttribute("aria-pressed", String.valueOf(one == list));
        });
        List<Task> found = new ArrayList<>();
        Optional<String> next = Optional.empty();
        for (int page = 0; page < pages && (page == 0 || next.isPresent()); page++) {
            Page<Task> read = tasks.page(actor, TaskFilter.of(list), new Page.Wanted(next, SIZE));
            found.addAll(read.rows());
            next = read.next();
        }
        List<TaskRow.Shown> wanted = named(found);
        if (!wanted.equals(shown) || rows.getComponentCount() != wanted.size()) {
            shown = wanted;
            rows.removeAll();
            shown.forEach(one -> rows.add(new TaskRow(actor, one, deeds)));
        }
        empty.removeAll();
        empty.add(new H2(getTranslation("tasks.empty." + list)), new Paragraph(getTranslation("tasks.empty.line")));
        rows.setVisible(!shown.isEmpty());
        empty.setVisible(shown.isEmpty());
        more.setVisible(next.isPresent());
    }

    private List<TaskRow.Shown> named(List<Task> found) {
        LocalDate today = tasks.today(actor);
        Map<MemberId, String> names = members.names(
                actor.organization(),
                found.stream().flatMap(task -> task.owner().stream()).distinct().toList());
        return found.stream()
                .map(task -> new TaskRow.Shown(
                        task,
                        task.owner().map(owner -> names.getOrDefault(owner, "")).orElse(""),
                        today,
                        true))
                .toList();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tasks.title") + " · Rung";
    }
}
