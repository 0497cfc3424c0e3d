package org.rung.tasks.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.rung.accounts.Sentences;
import org.rung.common.Sentence;
import org.rung.ladder.StartingWords;
import org.rung.tasks.Task;
import org.rung.tasks.TaskAbout;

/** How a task reads. */
final class TaskWords {
    private TaskWords() {}

    static String title(Task task) {
        if (task.about() == TaskAbout.HAND) return task.title();
        return Sentences.of(
                task.title().isEmpty()
                        ? Sentence.of("tasks.promise.plain")
                        : Sentence.of("tasks.promise", StartingWords.in(Sentences.language(), task.title())));
    }

    static String who(Task task) {
        return task.who().isBlank() ? Sentences.of(Sentence.of("tasks.nameless")) : task.who();
    }

    /** Today, tomorrow, or the day; with the year where it is another. */
    static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) return Sentences.of(Sentence.of("tasks.today"));
        if (day.equals(today.plusDays(1))) return Sentences.of(Sentence.of("tasks.tomorrow"));
        var form = day.getYear() == today.getYear()
                ? DateTimeFormatter.ofLocalizedPattern("MMMEd")
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM);
        return form.withLocale(Sentences.language()).format(day);
    }
}
