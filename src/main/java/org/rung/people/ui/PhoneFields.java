package org.rung.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rung.common.PhoneNumber;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.people.Shown;

/** A person's numbers, the first for texting. Who may not see numbers can keep or remove those that are there. */
class PhoneFields extends Div {
    private final Supplier<@Nullable String> country;
    private final List<Entry> entries = new ArrayList<>();
    private final Div rows = new Div();

    /** stored and shown: left as it is, this field means that number. */
    private record Entry(TextField field, Optional<PhoneNumber> stored, String shown) {}

    PhoneFields(List<PhoneNumber> phones, Supplier<@Nullable String> country) {
        this.country = country;
        addClassName("phone-fields");
        rows.addClassName("phone-rows");
        phones.forEach(phone -> open(Optional.of(phone)));
        if (phones.isEmpty()) open(Optional.empty());
        var more = new Button(getTranslation("people.form.phone.add"), click -> open(Optional.empty()));
        more.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        add(rows, more);
    }

    /** The numbers, or nothing after saying at a field what is wrong with it. */
    Optional<List<PhoneNumber>> read() {
        var read = new ArrayList<PhoneNumber>();
        var right = true;
        for (var entry : entries) {
            entry.field().setInvalid(false);
            var typed = entry.field().getValue().strip();
            if (typed.isEmpty()) continue;
            try {
                var phone = entry.stored().isPresent() && typed.equals(entry.shown())
                        ? entry.stored().get()
                        : PhoneNumbers.read(
                                typed, Optional.ofNullable(country.get()).orElse("US"));
                if (!read.contains(phone)) read.add(phone);
            } catch (Problem.Invalid wrong) {
                entry.field().setInvalid(true);
                entry.field().setErrorMessage(getTranslation("people.form.phone.wrong"));
                if (right) entry.field().focus();
                right = false;
            }
        }
        return right ? Optional.of(read) : Optional.empty();
    }

    private void open(Optional<PhoneNumber> stored) {
        var shown = stored.map(Shown::number).orElse("");
        var field = new TextField(getTranslation(entries.isEmpty() ? "people.form.phone" : "people.form.phone.other"));
        field.setValue(shown);
        field.setMaxLength(60);
        field.addClassName("grow");
        var entry = new Entry(field, stored, shown);
        entries.add(entry);
        var row = new Div(field);
        row.addClassNames("row", "phone-row");
        var away = new Button("×", click -> {
            entries.remove(entry);
            rows.remove(row);
        });
        away.addThemeVariants(ButtonVariant.TERTIARY);
        away.setAriaLabel(getTranslation("people.form.phone.remove"));
        row.add(away);
        rows.add(row);
    }
}
