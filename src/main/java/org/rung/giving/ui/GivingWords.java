package org.rung.giving.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.Sentences;
import org.rung.common.Sentence;
import org.rung.giving.GiftRow;
import org.rung.giving.GiftState;
import org.rung.giving.GiftTotal;
import org.rung.giving.MoneyText;

/** How the screens of this room say money, days and states. */
final class GivingWords {
    private GivingWords() {}

    static String say(String key, Object... given) {
        return Sentences.of(Sentence.of(key, given));
    }

    static String money(long minor, String currency) {
        return MoneyText.say(minor, currency, Sentences.language());
    }

    /** Of each currency by itself. */
    static String kept(Collection<GiftTotal> totals) {
        return totals.stream()
                .map(total -> money(total.keptMinor(), total.currency()))
                .collect(Collectors.joining(" · "));
    }

    static String day(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(Sentences.language())
                .format(LocalDate.ofInstant(at, zone));
    }

    static String name(GiftRow gift) {
        if (!gift.name().isBlank()) return gift.name();
        return say(gift.erased() ? "giving.erased" : "giving.unnamed");
    }

    static Optional<Span> state(GiftRow gift) {
        if (gift.state() == GiftState.GIVEN) return Optional.empty();
        Span chip = new Span(say("giving.state." + gift.state()));
        chip.addClassNames("chip", gift.state() == GiftState.WENT_BACK ? "bad" : "warn");
        return Optional.of(chip);
    }

    /** Noon of that day, or now for today. */
    static Instant when(LocalDate day, Instant now, ZoneId zone) {
        return day.equals(LocalDate.ofInstant(now, zone))
                ? now
                : day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }
}
