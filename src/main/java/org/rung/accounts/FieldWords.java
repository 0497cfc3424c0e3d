package org.rung.accounts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.textfield.PasswordField;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What fields say of themselves, in the reader's language: calendars and passwords are English otherwise. */
public final class FieldWords {
    private FieldWords() {}

    public static <T extends DatePicker> T in(T picker) {
        picker.setLocale(Sentences.language());
        picker.setI18n(calendar(picker));
        return picker;
    }

    public static <T extends DateTimePicker> T in(T picker) {
        picker.setLocale(Sentences.language());
        picker.setDatePickerI18n(calendar(picker));
        return picker;
    }

    /** The button that shows what was typed. */
    public static <T extends PasswordField> T in(T field) {
        field.getElement()
                .executeJs(
                        "this.i18n = Object.assign({}, this.i18n, {reveal: $0})",
                        field.getTranslation("accounts.password.show"));
        return field;
    }

    private static DatePickerI18n calendar(Component picker) {
        var locale = Sentences.language();
        return new DatePickerI18n()
                .setMonthNames(Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList())
                .setWeekdays(days(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, locale))
                .setFirstDayOfWeek(
                        locale.getCountry().isEmpty()
                                ? 0
                                : WeekFields.of(locale).getFirstDayOfWeek().getValue() % 7)
                .setToday(picker.getTranslation("accounts.calendar.today"))
                .setCancel(picker.getTranslation("accounts.calendar.cancel"));
    }

    /** From Sunday, as the field counts them. */
    private static List<String> days(TextStyle style, Locale locale) {
        return Stream.concat(Stream.of(DayOfWeek.SUNDAY), Arrays.stream(DayOfWeek.values()))
                .limit(7)
                .map(day -> day.getDisplayName(style, locale))
                .toList();
    }
}
