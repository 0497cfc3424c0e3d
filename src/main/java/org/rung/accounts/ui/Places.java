package org.rung.accounts.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** Countries and time zones to choose from, by the names people know. */
final class Places {
    private Places() {}

    static ComboBox<String> countries(String label, Locale language) {
        var box = new ComboBox<String>(label);
        var names = Comparator.comparing((String code) -> name(code, language));
        box.setItems(Arrays.stream(Locale.getISOCountries()).sorted(names).toList());
        box.setItemLabelGenerator(code -> name(code, language));
        box.setRequiredIndicatorVisible(true);
        box.setWidthFull();
        return box;
    }

    static ComboBox<ZoneId> zones(String label) {
        var box = new ComboBox<ZoneId>(label);
        box.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id ->
                        id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
                .sorted()
                .map(ZoneId::of)
                .toList());
        box.setItemLabelGenerator(zone -> zone.getId().replace('_', ' ').replace("/", " / "));
        box.setRequiredIndicatorVisible(true);
        box.setWidthFull();
        return box;
    }

    private static String name(String code, Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }
}
