package org.rung.filters;

import com.vaadin.flow.component.select.Select;

/** All of these, or any of these. */
class MatchSelect extends Select<Match> {
    /** @param groups whether it is about groups, else about the lines of one */
    MatchSelect(boolean groups, Match match, Runnable changed) {
        setItems(Match.values());
        setItemLabelGenerator(each -> groups
                ? getTranslation("filters.match.groups." + each)
                : getTranslation("filters.match.lines." + each));
        setValue(match);
        setAriaLabel(getTranslation(groups ? "filters.match.groups" : "filters.match.lines"));
        addClassName("filter-match");
        addValueChangeListener(change -> changed.run());
    }

    /** The word between two parts. */
    String joint() {
        return getTranslation("filters.joint." + getValue());
    }
}
