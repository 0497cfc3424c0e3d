package org.rung.impact.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A small bar chart, which is a table for whoever does not see it. */
@Tag("rung-bars")
@JavaScript("context://elements/bars.js")
class Bars extends Component {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** tone: a class of its own, or empty; now: it still grows. */
    record Bar(String name, int value, String tone, boolean now) {}

    private record Chart(String title, String names, String values, boolean rows, List<Bar> bars) {}

    private Bars(Chart chart) {
        getElement().setAttribute("data", MAPPER.writeValueAsString(chart));
    }

    /** Side by side; names and values are the headings of the table's columns. */
    static Bars beside(String title, String names, String values, List<Bar> bars) {
        return new Bars(new Chart(title, names, values, false, bars));
    }

    /** One under another, each with its name. */
    static Bars beneath(String title, String names, String values, List<Bar> bars) {
        return new Bars(new Chart(title, names, values, true, bars));
    }
}
