package org.rung.digests;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rung.common.Sentence;
import org.rung.reports.Week;

/** The week in words: what happened, beside the week before, and where to look; nobody is named. */
record DigestLetter(String subject, String words) {
    static DigestLetter of(Week week, Week before, String organization, String link, Locale reader) {
        List<String> lines = new ArrayList<>();
        lines.add(Sentence.of(
                        "digests.hello",
                        organization,
                        day(week.monday(), reader),
                        day(week.monday().plusDays(6), reader))
                .in(reader));
        if (week.quiet()) lines.add(Sentence.of("digests.quiet").in(reader));
        else {
            lines.add(line("digests.rose", week.rose(), before.rose(), reader));
            lines.add(line("digests.fell", week.fell(), before.fell(), reader));
            lines.add(line("digests.came", week.came(), before.came(), reader));
            lines.add(line("digests.firsts", week.firsts(), before.firsts(), reader));
            lines.add(line("digests.kept", week.kept(), before.kept(), reader));
            lines.add(line("digests.broken", week.broken(), before.broken(), reader));
            week.medianWait()
                    .ifPresent(minutes -> lines.add(Sentence.of("digests.wait", Math.max(1, Math.round(minutes)))
                            .in(reader)));
        }
        lines.add(Sentence.of("digests.link", link).in(reader));
        lines.add(Sentence.of("digests.stop", link + "/by-mail").in(reader));
        return new DigestLetter(
                Sentence.of("digests.subject", organization, week.rose()).in(reader), String.join("\n\n", lines));
    }

    private static String line(String key, long now, long before, Locale reader) {
        return Sentence.of(key, now, before).in(reader);
    }

    private static String day(LocalDate day, Locale reader) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(reader)
                .format(day);
    }
}
