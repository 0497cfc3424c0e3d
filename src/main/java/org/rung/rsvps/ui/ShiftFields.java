package org.rung.rsvps.ui;

import static org.rung.rsvps.ui.Pieces.div;
import static org.rung.rsvps.ui.Pieces.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rung.accounts.FieldWords;
import org.rung.common.Problem;
import org.rung.events.Shift;
import org.rung.events.ShiftDraft;
import org.rung.events.ShiftId;

/** The shifts of an event as one writes them, by the clock of its place. */
class ShiftFields extends Div {
    private static final Duration USUAL = Duration.ofHours(2);

    private final List<Row> rows = new ArrayList<>();
    private final Div list = div("col");

    private record Row(
            Optional<ShiftId> id,
            Div line,
            TextField name,
            DateTimePicker start,
            DateTimePicker end,
            IntegerField room) {
        void clear() {
            name.setInvalid(false);
            start.setInvalid(false);
            end.setInvalid(false);
            room.setInvalid(false);
        }

        void mark(Problem.Invalid wrong) {
            switch (wrong.field()) {
                case "startsAt" -> Marks.put(start, wrong);
                case "endsAt" -> Marks.put(end, wrong);
                case "shift" -> Marks.put(name, wrong);
                case "capacity" -> Marks.put(room, wrong);
                default -> {}
            }
        }
    }

    ShiftFields() {
        addClassNames("col", "wide", "event-shifts");
        var more = new Button(say("events.form.shift.add"), click -> add(Optional.empty(), ZoneId.of("UTC")));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        add(list, more);
    }

    void show(List<Shift> shifts, ZoneId zone) {
        shifts.stream().filter(one -> !one.cancelled()).forEach(one -> add(Optional.of(one), zone));
    }

    void add(Optional<Shift> shift, ZoneId zone) {
        var start = picker("events.form.start", "events.form.start.time");
        var end = picker("events.form.end", "events.form.end.time");
        var name = new TextField(say("events.form.shift.name"));
        name.setMaxLength(ShiftDraft.LONGEST_NAME);
        name.setPlaceholder(say("events.form.shift.name.example"));
        var room = new IntegerField(say("events.form.capacity"));
        room.setMin(1);
        room.setMax(ShiftDraft.LARGEST);
        room.setHelperText(say("events.form.capacity.help"));
        shift.ifPresent(one -> {
            name.setValue(one.name());
            start.setValue(LocalDateTime.ofInstant(one.startsAt(), zone));
            end.setValue(LocalDateTime.ofInstant(one.endsAt(), zone));
            one.capacity().ifPresent(room::setValue);
        });
        start.addValueChangeListener(change -> {
            if (change.getValue() != null && end.getValue() == null)
                end.setValue(change.getValue().plus(USUAL));
        });
        var line = div("form event-shift", start, end, name, room);
        var row = new Row(shift.map(Shift::shiftId), line, name, start, end, room);
        var remove = new Button(say("events.form.shift.remove"), click -> {
            rows.remove(row);
            list.remove(line);
        });
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        line.add(div("wide", remove));
        rows.add(row);
        list.add(line);
    }

    private static DateTimePicker picker(String words, String time) {
        var picker = FieldWords.in(new DateTimePicker(say(words)));
        picker.setDateAriaLabel(say(words));
        picker.setTimeAriaLabel(say(time));
        picker.setStep(Duration.ofMinutes(15));
        return picker;
    }

    /** Those that can be taken; every field of the others is marked, and said to whoever asks. */
    List<ShiftDraft> read(ZoneId zone, Consumer<Problem.Invalid> wrong) {
        rows.forEach(Row::clear);
        return rows.stream().flatMap(row -> read(row, zone, wrong).stream()).toList();
    }

    private static Optional<ShiftDraft> read(Row row, ZoneId zone, Consumer<Problem.Invalid> wrong) {
        var missing = Stream.of(missing("startsAt", row.start()), missing("endsAt", row.end()))
                .flatMap(Optional::stream)
                .toList();
        try {
            if (missing.isEmpty()) return Optional.of(draft(row, zone));
        } catch (Problem.Invalid one) {
            missing = List.of(one);
        }
        // The first of them last, since each takes the focus.
        missing.reversed().forEach(row::mark);
        missing.forEach(wrong);
        return Optional.empty();
    }

    private static Optional<Problem.Invalid> missing(String field, DateTimePicker picker) {
        return picker.getValue() == null
                ? Optional.of(new Problem.Invalid(field, "problem.missing"))
                : Optional.empty();
    }

    private static ShiftDraft draft(Row row, ZoneId zone) {
        return new ShiftDraft(
                row.id(),
                row.name().getValue(),
                row.start().getValue().atZone(zone).toInstant(),
                row.end().getValue().atZone(zone).toInstant(),
                Optional.ofNullable(row.room().getValue()));
    }
}
