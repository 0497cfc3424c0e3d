package org.rung.filters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.text.NumberFormat;
import java.util.Locale;
import org.rung.common.Problem;
import org.rung.places.Areas;
import org.rung.places.Box;
import org.rung.places.Circle;
import org.rung.places.County;
import org.rung.places.Polygon;

/** How an area is said. */
final class AreaWords {
    private AreaWords() {}

    static String of(Component reader, String text) {
        try {
            return switch (Areas.read(text)) {
                case Circle circle
                when text.startsWith("near") ->
                    reader.getTranslation("filters.area.near", miles(circle), text.split(" ")[2]);
                case Circle circle ->
                    reader.getTranslation(
                            "filters.area.circle",
                            miles(circle),
                            degrees(circle.middle().latitude()),
                            degrees(circle.middle().longitude()));
                case Polygon polygon ->
                    reader.getTranslation(
                            "filters.area.polygon", polygon.corners().size());
                case County county -> county.shown();
                case Box box -> box.text();
            };
        } catch (Problem.Invalid nonsense) {
            return text;
        }
    }

    private static String miles(Circle circle) {
        return format().format(circle.miles());
    }

    private static String degrees(double degrees) {
        return format().format(degrees);
    }

    private static NumberFormat format() {
        var ui = UI.getCurrent();
        var format = NumberFormat.getInstance(ui == null ? Locale.ENGLISH : ui.getLocale());
        format.setMaximumFractionDigits(2);
        return format;
    }
}
