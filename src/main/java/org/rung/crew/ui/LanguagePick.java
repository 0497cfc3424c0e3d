package org.rung.crew.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.rung.texters.TermsOfTexters;

/** Languages that somebody writes beside the organization's, by their names. */
class LanguagePick extends MultiSelectComboBox<String> {
    LanguagePick(String label, String usual, Set<String> spoken) {
        super(label);
        var offered = new TreeSet<>(TermsOfTexters.OFFERED);
        offered.addAll(spoken);
        offered.remove(usual);
        setItems(offered.stream()
                .sorted(Comparator.comparing(CrewWords::language))
                .toList());
        setItemLabelGenerator(CrewWords::language);
        setValue(spoken);
        setWidthFull();
    }

    Set<String> chosen() {
        return Set.copyOf(getValue());
    }
}
