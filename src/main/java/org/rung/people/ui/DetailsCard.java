package org.rung.people.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.List;
import java.util.Locale;
import org.rung.people.CustomField;
import org.rung.people.Supporter;

/** What is written down of a person. */
class DetailsCard extends Div {
    private final DescriptionList list = new DescriptionList();

    DetailsCard(Supporter supporter, List<CustomField> fields, Times times) {
        addClassNames("card", "col", "details-card");
        add(new H3(getTranslation("people.details.title")), list);
        line("people.form.email", supporter.email());
        line("people.form.address", supporter.address().line());
        line("people.details.place", place(supporter));
        supporter.address().point().ifPresent(point -> line("people.details.point", point.text()));
        line("people.form.language", Locale.forLanguageTag(supporter.language()).getDisplayLanguage(getLocale()));
        supporter.zone().ifPresent(zone -> line("people.form.zone", zone.getId()));
        line("people.form.source", supporter.source());
        line("people.details.since", times.day(supporter.createdAt()));
        for (var field : fields)
            said(field.label(), FieldInput.shown(this, field, supporter.fields().getOrDefault(field.key(), "")));
    }

    private static String place(Supporter supporter) {
        return String.join(
                        " ", List.of(supporter.city(), supporter.region(), supporter.postalCode(), supporter.country()))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private void line(String key, String value) {
        said(getTranslation(key), value);
    }

    private void said(String label, String value) {
        if (value.isBlank()) return;
        list.add(new DescriptionList.Term(label), new DescriptionList.Description(value));
    }
}
