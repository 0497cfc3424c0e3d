package org.rung.reports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.rung.common.OrganizationId;
import org.rung.common.Sentence;

/** Whose figures, over which steps of time, in whose language. */
record Timeline(
        OrganizationId organizationId,
        ZoneId zone,
        LocalDate today,
        Grain grain,
        List<LocalDate> steps,
        ReportFilter filter,
        Locale locale) {

    static Timeline of(
            OrganizationId organizationId, ZoneId zone, LocalDate today, ReportFilter filter, Locale locale) {
        var grain = Grain.of(filter.months());
        return new Timeline(organizationId, zone, today, grain, grain.steps(today, filter.months()), filter, locale);
    }

    LocalDate first() {
        return steps.getFirst();
    }

    String name(LocalDate step) {
        return grain.name(step, locale);
    }

    /** Heading of the steps' names. */
    String title() {
        return say("reports.grain." + grain);
    }

    String say(String key, Object... arguments) {
        return Sentence.of(key, arguments).in(locale);
    }

    /** The days of a step, as filters have them; the last one is not after today. */
    String days(LocalDate step) {
        var last = grain.next(step).minusDays(1);
        return step + "/" + (last.isAfter(today) ? today : last);
    }
}
