package org.rung.charts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A chart on a screen. Its table is part of the page, opened by whoever wants the numbers and always there to be heard. */
@Tag("rung-chart")
@JavaScript("context://elements/chart.js")
public class ChartBox extends Component {
    private static final JsonMapper MAPPER = new JsonMapper();

    private record Cell(
            @Nullable Double value, String text, @Nullable String link, String unit) {}

    private record Line(List<String> names, List<Cell> cells) {}

    private record Drawn(
            String kind,
            String title,
            List<String> titles,
            List<String> columns,
            List<String> tones,
            List<Line> rows,
            String table) {}

    /** @param open what the table is called where it is opened */
    public ChartBox(Chart chart, Locale reader, String open) {
        getElement()
                .setAttribute(
                        "data",
                        MAPPER.writeValueAsString(new Drawn(
                                chart.kind().name(),
                                chart.title(),
                                chart.titles(),
                                chart.columns(),
                                chart.tones(),
                                chart.rows().stream()
                                        .map(row -> line(row, reader))
                                        .toList(),
                                open)));
    }

    private static Line line(ChartRow row, Locale reader) {
        return new Line(
                row.names(),
                row.amounts().stream()
                        .map(one -> new Cell(
                                one.value().map(Number::doubleValue).orElse(null),
                                one.in(reader),
                                one.link().map(path -> "/" + path).orElse(null),
                                one.unit().name()))
                        .toList());
    }
}
