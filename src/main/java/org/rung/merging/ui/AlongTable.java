package org.rung.merging.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.text.NumberFormat;
import java.util.Map;
import org.rung.merging.SideBySide;
import org.rung.people.Shown;
import org.rung.people.Supporter;
import org.rung.people.SupporterId;

/** What both have and all of which stays, counted. */
class AlongTable extends Div {

    AlongTable(SideBySide both) {
        addClassNames("card", "col", "pad");
        var line = new Paragraph(getTranslation("merging.along.line"));
        line.addClassNames("small", "muted");
        add(new H2(getTranslation("merging.along")), line);
        var table = new Element("table");
        table.setAttribute("class", "along-table");
        table.appendChild(head(both));
        both.along().forEach((kind, counts) -> {
            if (!counts.isEmpty())
                table.appendChild(row(
                        getTranslation("merging.along." + kind),
                        counts,
                        both.kept().supporterId(),
                        both.gone().supporterId()));
        });
        table.appendChild(row(
                getTranslation("merging.along.tags"),
                Map.of(
                        both.kept().supporterId(), both.kept().tags().size(),
                        both.gone().supporterId(), both.gone().tags().size()),
                both.kept().supporterId(),
                both.gone().supporterId()));
        table.appendChild(row(
                getTranslation("merging.along.phones"),
                Map.of(
                        both.kept().supporterId(), both.kept().phones().size(),
                        both.gone().supporterId(), both.gone().phones().size()),
                both.kept().supporterId(),
                both.gone().supporterId()));
        getElement().appendChild(table);
        if (both.stopped()) {
            var stopped = new Span(getTranslation("merging.stopped"));
            stopped.addClassNames("notice", "warn");
            add(stopped);
        }
    }

    private Element head(SideBySide both) {
        var corner = new Element("th");
        corner.setAttribute("scope", "col");
        corner.setText(getTranslation("merging.along.what"));
        return new Element("tr").appendChild(corner, column(both.kept()), column(both.gone()));
    }

    private Element column(Supporter one) {
        var name = new Element("th");
        name.setAttribute("scope", "col");
        name.setText(Shown.name(this, one.firstName(), one.lastName()));
        return name;
    }

    private Element row(String label, Map<SupporterId, Integer> counts, SupporterId kept, SupporterId gone) {
        var name = new Element("th");
        name.setAttribute("scope", "row");
        name.setText(label);
        return new Element("tr")
                .appendChild(name, cell(counts.getOrDefault(kept, 0)), cell(counts.getOrDefault(gone, 0)));
    }

    private Element cell(int count) {
        var cell = new Element("td");
        cell.setAttribute("class", "num");
        cell.setText(NumberFormat.getIntegerInstance(getLocale()).format(count));
        return cell;
    }
}
