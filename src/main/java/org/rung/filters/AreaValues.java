package org.rung.filters;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.rung.common.OrganizationId;

/** The areas of a line, said in words, and the way to the map. */
class AreaValues extends Div {
    private final PeopleOnMap people;
    private final OrganizationId organizationId;
    private final Runnable changed;
    private final Span said = new Span();
    private final Button open = new Button();
    private List<String> areas = List.of();

    AreaValues(PeopleOnMap people, OrganizationId organizationId, Runnable changed) {
        this.people = people;
        this.organizationId = organizationId;
        this.changed = changed;
        addClassNames("row", "wrap", "area-values");
        open.addClassName("area-open");
        open.addThemeVariants(ButtonVariant.SMALL);
        open.addClickListener(click -> new AreaDialog(people, organizationId, areas, this::take).open());
        add(said, open);
    }

    List<String> areas() {
        return areas;
    }

    void show(List<String> given) {
        areas = given;
        said.setText(String.join(
                " " + getTranslation("filters.filter.or") + " ",
                areas.stream().map(area -> AreaWords.of(this, area)).toList()));
        said.setVisible(!areas.isEmpty());
        open.setText(getTranslation(areas.isEmpty() ? "filters.area.choose" : "filters.area.change"));
    }

    private void take(List<String> chosen) {
        show(chosen);
        changed.run();
        open.focus();
    }
}
