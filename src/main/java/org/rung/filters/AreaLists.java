package org.rung.filters;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.places.Areas;
import org.rung.places.Circle;
import org.rung.places.Counties;
import org.rung.places.County;

/** Areas without a map: so many miles around a postal code, and counties by name. */
class AreaLists extends Div {
    private final TextField code = new TextField(getTranslation("filters.area.code"));
    private final NumberField miles = new NumberField(getTranslation("filters.area.miles"));
    private final ComboBox<County> county = new ComboBox<>(getTranslation("filters.area.county"));

    /** @param adding runs what adds an area, and says what is wrong with it */
    AreaLists(Adding adding) {
        addClassNames("col", "area-lists");
        code.setMaxLength(10);
        code.setWidth("120px");
        miles.setMin(0.1);
        miles.setMax(Circle.MOST_MILES);
        miles.setValue(5.0);
        miles.setWidth("100px");
        var near = new Button(
                getTranslation("filters.area.add"),
                click -> adding.run(draft -> {
                    draft.add(Areas.near(
                            "US",
                            code.getValue(),
                            Optional.ofNullable(miles.getValue()).orElse(0.0).toString()));
                    code.clear();
                }));
        near.setAriaLabel(getTranslation("filters.area.add.near"));
        var around = new Div(code, miles, near);
        around.addClassNames("row", "wrap", "area-near");
        county.setItems(Counties.all());
        county.setItemLabelGenerator(County::shown);
        county.setWidthFull();
        county.addValueChangeListener(change -> {
            if (!change.isFromClient() || change.getValue() == null) return;
            var chosen = change.getValue();
            county.clear();
            adding.run(draft -> draft.add(chosen.text()));
        });
        add(new H3(getTranslation("filters.area.lists")), around, county);
    }

    /** Where the keyboard goes when what it was on is gone. */
    void focus() {
        code.focus();
    }

    /** Changes the draft; what is wrong with it is said to the person. */
    interface Adding {
        void run(Consumer<AreaDraft> change);
    }
}
