package org.rung.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rung.cast.Screens;
import org.rung.commitments.AskFamily;
import org.rung.commitments.CommitmentId;
import org.rung.commitments.CommitmentState;
import org.rung.commitments.Commitments;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.common.Role;
import org.rung.events.EventStory;
import org.rung.people.PeoplePaths;
import org.rung.people.SupporterId;
import org.rung.pointpeople.PointPeople;
import org.rung.reminders.RemindersPaths;
import org.springframework.beans.factory.annotation.Autowired;

/** From somebody's page to the list of tasks, and what came of them; and the settings of the texts about promises. */
class TaskScreensTest extends EventStory {
    @Autowired
    Tasks tasks;

    @Autowired
    PointPeople points;

    @Autowired
    Commitments commitments;

    private Screens screens() {
        return new Screens(house, db);
    }

    @Test
    void a_task_is_made_on_somebodys_page_and_finished_on_the_list() {
        SupporterId nia = person("Nia");
        points.put(ora, nia, Optional.of(ora.memberId()));
        screens().as(ora, window -> {
            assertThat(Screens.on(window, PeoplePaths.supporter(nia)))
                    .contains("Point person", "Tasks", "Nothing to do.");
            Screens.press(window, "Make a task");
            Screens.press(window, "Make it");
            assertThat(tasks.about(ora, nia)).as("without words").isEmpty();
            Screens.write(window, "What is to be done", "Ask Nia to host");
            Screens.press(window, "Make it");
            assertThat(Screens.words(window)).contains("Ask Nia to host", "Tomorrow", "You");

            assertThat(Screens.on(window, TasksPaths.TASKS)).contains("Ask Nia to host", "Nia Okafor", "Everyone's");
            Screens.press(window, "Done… Ask Nia to host");
            Screens.press(window, "Finish");
            assertThat(Screens.words(window)).contains("Nothing to do");
            Screens.press(window, "Done");
            assertThat(Screens.words(window)).contains("Ask Nia to host", "Talked: good");

            assertThat(Screens.on(window, PeoplePaths.supporter(nia)))
                    .as("it is part of her story")
                    .contains("Ask Nia to host · Talked: good");
        });
        assertThat(tasks.page(ora, TaskFilter.of(TaskList.DONE), Page.Wanted.first(5))
                        .rows())
                .singleElement()
                .satisfies(task -> assertThat(task.outcome()).contains(TaskOutcome.GOOD));
    }

    @Test
    void a_broken_promise_becomes_a_task_with_one_press_and_only_one() {
        SupporterId nia = person("Nia");
        CommitmentId promise = commitments.promise(
                system,
                nia,
                AskFamily.CONTACT,
                "Call the council",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        commitments.settle(system, promise, CommitmentState.BROKEN);
        screens().as(ora, window -> {
            Screens.on(window, PeoplePaths.supporter(nia));
            Screens.press(window, "Ask how it went: Call the council");
            assertThat(Screens.words(window)).contains("Nobody's yet");
        });
        assertThat(tasks.about(ora, nia))
                .singleElement()
                .satisfies(task -> assertThat(task.promise()).contains(promise));
    }

    @Test
    void a_texter_sees_their_own_alone_and_nothing_of_everyone() {
        Actor.Member tess = here.member(Role.TEXTER);
        SupporterId nia = person("Nia");
        tasks.make(ora, new TaskDraft(nia, "Oras", tasks.today(ora), Optional.of(ora.memberId())), Optional.empty());
        tasks.make(ora, new TaskDraft(nia, "Tesss", tasks.today(ora), Optional.of(tess.memberId())), Optional.empty());
        screens()
                .as(
                        tess,
                        window -> assertThat(Screens.on(window, TasksPaths.TASKS))
                                .contains("Tesss", "Nia", "Today")
                                .doesNotContain("Oras", "Okafor", "Everyone's"));
    }

    @Test
    void an_admin_reads_how_each_text_about_promises_reads() {
        screens()
                .as(
                        here.member(Role.ADMIN),
                        window -> assertThat(Screens.on(window, RemindersPaths.SETTINGS))
                                .contains("Texts about promises", "The day before", "Nia", "Call the city council"));
    }
}
