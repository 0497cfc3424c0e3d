package org.rung.payments;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.rung.common.Id;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Thanks and reminders that are due, a batch of one organization a transaction. */
@Component
class GivingTexts {
    private static final Logger LOG = LoggerFactory.getLogger(GivingTexts.class);

    private final ThanksTexts thanks;
    private final PledgeReminders reminders;

    GivingTexts(ThanksTexts thanks, PledgeReminders reminders) {
        this.thanks = thanks;
        this.reminders = reminders;
    }

    /** All that is due; most of them at once. */
    void write(int most, BooleanSupplier stopping) {
        while (!stopping.getAsBoolean() && thanks(most)) {}
        for (var kind : PledgeReminders.Kind.values()) while (!stopping.getAsBoolean() && reminders(kind, most)) {}
    }

    private boolean thanks(int most) {
        int done = 0;
        for (var due : thanks.due(most).entrySet())
            done += together(
                    "thanks", ThanksStore.Texted::giftId, due.getValue(), some -> thanks.write(due.getKey(), some));
        return done > 0;
    }

    private boolean reminders(PledgeReminders.Kind kind, int most) {
        int done = 0;
        for (var due : reminders.due(kind, most).entrySet())
            done += together(
                    "reminder",
                    PledgeReminderStore.Due::commitmentId,
                    due.getValue(),
                    some -> reminders.write(kind, due.getKey(), some));
        return done > 0;
    }

    /** Where one troubles all, each alone: it holds up nobody behind it. */
    private static <T> int together(String what, Function<T, Id> id, List<T> due, ToIntFunction<List<T>> work) {
        try {
            return work.applyAsInt(due);
        } catch (RuntimeException trouble) {
            if (due.size() > 1)
                return due.stream()
                        .mapToInt(one -> together(what, id, List.of(one), work))
                        .sum();
            LOG.warn(
                    "The {} of {} was not written: {}",
                    what,
                    id.apply(due.getFirst()),
                    trouble.getClass().getSimpleName());
            return 0;
        }
    }
}
