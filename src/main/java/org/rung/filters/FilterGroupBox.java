package org.rung.filters;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;

/** One group of a filter: its lines, and whether all must hold or one is enough. */
class FilterGroupBox extends Div {
    private final FilterField field;
    private final MatchSelect match;
    private final Span joint = new Span();
    private final Div lines = new Div();
    private final Button more;
    private final Button away;

    FilterGroupBox(FilterField field, Match given, List<FilterLine> shown) {
        this.field = field;
        this.match = new MatchSelect(false, given, field::changed);
        addClassName("filter-group");
        getElement().setAttribute("role", "group");
        joint.addClassNames("filter-joint", "strong");
        lines.addClassName("filter-lines");
        more = new Button(getTranslation("filters.filter.add"), click -> open());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        away = new Button(getTranslation("filters.group.remove"), click -> field.remove(this));
        away.addThemeVariants(ButtonVariant.TERTIARY);
        away.addClassName("filter-group-away");
        var foot = new Div(more, away);
        foot.addClassNames("row", "wrap");
        add(joint, match, lines, foot);
        shown.forEach(line -> lines.add(new FilterLineRow(this, field, line)));
        showMatch();
    }

    Optional<FilterGroup> group() {
        var said = rows().stream().flatMap(row -> row.line().stream()).toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(new FilterGroup(said.size() < 2 ? Match.ALL : match.getValue(), said));
    }

    boolean isHalfWritten() {
        return rows().stream().anyMatch(row -> row.line().isEmpty());
    }

    private List<FilterLineRow> rows() {
        return lines.getChildren().map(FilterLineRow.class::cast).toList();
    }

    void open() {
        var row = new FilterLineRow(this, field, new FilterLine("tag", "", List.of()));
        lines.add(row);
        showMatch();
        row.focus();
    }

    void remove(FilterLineRow row) {
        lines.remove(row);
        showMatch();
        focus();
        field.changed();
    }

    /** Where the keyboard goes when what it was on is gone. */
    void focus() {
        more.focus();
    }

    void number(int number, boolean several, Optional<String> before) {
        getElement().setAttribute("aria-label", getTranslation("filters.group", number));
        joint.setText(before.orElse(""));
        joint.setVisible(before.isPresent());
        away.setVisible(several);
        away.setAriaLabel(getTranslation("filters.group.removeNumber", number));
        if (several) addClassName("boxed");
        else removeClassName("boxed");
    }

    private void showMatch() {
        match.setVisible(rows().size() > 1);
    }
}
