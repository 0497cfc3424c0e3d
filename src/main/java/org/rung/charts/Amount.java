package org.rung.charts;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * One number of a chart.
 *
 * @param value empty where nothing can be said, as a share of nothing
 * @param currency of {@link Unit#MONEY}, else empty
 * @param link where the people behind it are found; a path without a slash in front
 */
public record Amount(Optional<BigDecimal> value, Unit unit, String currency, Optional<String> link) {
    public static Amount count(long number) {
        return new Amount(Optional.of(BigDecimal.valueOf(number)), Unit.COUNT, "", Optional.empty());
    }

    /** So many of so many, of a hundred. */
    public static Amount share(long part, long whole) {
        return whole == 0
                ? new Amount(Optional.empty(), Unit.PERCENT, "", Optional.empty())
                : of(100.0 * part / whole, Unit.PERCENT);
    }

    public static Amount of(double value, Unit unit) {
        return new Amount(Optional.of(BigDecimal.valueOf(Math.round(value * 10), 1)), unit, "", Optional.empty());
    }

    public static Amount none(Unit unit) {
        return new Amount(Optional.empty(), unit, "", Optional.empty());
    }

    public static Amount money(BigDecimal units, String currency) {
        return new Amount(Optional.of(units), Unit.MONEY, currency, Optional.empty());
    }

    /** Where there are people to lead to. */
    public Amount leadingTo(String path) {
        return value.filter(some -> some.signum() > 0).isPresent()
                ? new Amount(value, unit, currency, Optional.of(path))
                : this;
    }

    /** As a person reads it; a dash where nothing can be said. */
    public String in(Locale locale) {
        return value.map(some -> said(some, locale)).orElse("–");
    }

    private String said(BigDecimal some, Locale locale) {
        var format =
                switch (unit) {
                    case COUNT -> NumberFormat.getIntegerInstance(locale);
                    case PERCENT, DAYS, MINUTES -> NumberFormat.getNumberInstance(locale);
                    case MONEY -> NumberFormat.getCurrencyInstance(locale);
                };
        if (unit == Unit.MONEY) {
            var money = Currency.getInstance(currency);
            format.setCurrency(money);
            format.setMaximumFractionDigits(Math.max(0, money.getDefaultFractionDigits()));
            format.setMinimumFractionDigits(Math.max(0, money.getDefaultFractionDigits()));
        } else {
            format.setMaximumFractionDigits(unit == Unit.COUNT ? 0 : 1);
        }
        return format.format(some) + (unit == Unit.PERCENT ? " %" : "");
    }
}
