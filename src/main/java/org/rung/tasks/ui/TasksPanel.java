package org.rung.tasks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.commitments.Commitment;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.ladder.StartingWords;
import org.rung.people.SupporterId;
import org.rung.people.SupporterPanel;
import org.rung.tasks.Task;
import org.rung.tasks.TaskDraft;
import org.rung.tasks.Tasks;

/** What there is to do about somebody, on their page; and promises of theirs that came to nothing, to be asked about. */
@org.springframework.stereotype.Component
class TasksPanel implements SupporterPanel {
    private static final int LATEST = 20;
    private static final int BROKEN_SHOWN = 3;
    private static final int DAYS = 3;

    private final Tasks tasks;
    private final Members members;
    private final Commitments commitments;

    TasksPanel(Tasks tasks, Members members, Commitments commitments) {
        this.tasks = tasks;
        this.members = members;
        this.commitments = commitments;
    }

    @Override
    public int order() {
        return 24;
    }

    @Override
    public Component panel(Actor actor, SupporterId supporterId) {
        if (!actor.may(Permission.SEE_PEOPLE) || !(actor instanceof Actor.Member member)) return new Div();
        var card = new Section();
        card.addClassNames("card", "col", "tasks-card");
        show(card, member, supporterId);
        return card;
    }

    private void show(Section card, Actor.Member actor, SupporterId supporterId) {
        Runnable again = () -> show(card, actor, supporterId);
        card.removeAll();
        card.add(new H3(card.getTranslation("tasks.about")));
        LocalDate today = tasks.today(actor);
        List<Task> open = tasks.about(actor, supporterId);
        Map<MemberId, String> names = members.names(
                actor.organization(),
                open.stream().flatMap(task -> task.owner().stream()).distinct().toList());
        var deeds = new TaskDeeds(tasks, members, actor, again);
        if (open.isEmpty()) {
            var none = new Span(card.getTranslation("tasks.none"));
            none.addClassNames("small", "muted");
            card.add(none);
        } else {
            var list = new Div();
            list.getElement().setAttribute("role", "list");
            open.forEach(task -> list.add(new TaskRow(
                    actor,
                    new TaskRow.Shown(
                            task,
                            task.owner()
                                    .map(owner -> names.getOrDefault(owner, ""))
                                    .orElse(""),
                            today,
                            false),
                    deeds)));
            card.add(list);
        }
        broken(card, actor, supporterId, open, today.plusDays(DAYS), again);
        var make = new NativeButton(
                card.getTranslation("tasks.make.do"),
                click -> new MakeDialog(tasks, members, actor, supporterId, Optional.empty(), again).open());
        make.addClassNames("btn", "ghost", "small");
        card.add(make);
    }

    private void broken(
            Section card, Actor.Member actor, SupporterId supporterId, List<Task> open, LocalDate day, Runnable again) {
        Set<CommitmentId> asked = new HashSet<>();
        open.forEach(task -> task.promise().ifPresent(asked::add));
        commitments.of(actor, supporterId, LATEST).stream()
                .filter(one -> one.state() == CommitmentState.BROKEN && !asked.contains(one.commitmentId()))
                .limit(BROKEN_SHOWN)
                .forEach(one -> {
                    String title = title(card, one);
                    var ask = new NativeButton(card.getTranslation("tasks.broken.do", title), click -> {
                        try {
                            tasks.make(
                                    actor,
                                    new TaskDraft(
                                            supporterId,
                                            one.title(),
                                            day,
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.of(one.commitmentId())),
                                    Optional.empty());
                            Notification.show(
                                    card.getTranslation("tasks.made"), 3_000, Notification.Position.TOP_CENTER);
                            again.run();
                        } catch (Problem refused) {
                            Notification.show(Sentences.of(refused), 5_000, Notification.Position.TOP_CENTER);
                        }
                    });
                    ask.addClassNames("btn", "ghost", "small");
                    card.add(ask);
                });
    }

    private static String title(Component reader, Commitment one) {
        return one.title().isEmpty()
                ? reader.getTranslation("asks.promises.family." + one.family())
                : StartingWords.in(Sentences.language(), one.title());
    }
}
