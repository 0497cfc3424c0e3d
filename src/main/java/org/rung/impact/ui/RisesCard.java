package org.rung.impact.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.rung.accounts.Sentences;
import org.rung.impact.Rise;
import org.rung.ladder.StartingWords;

/** How many people rose to which rung. */
class RisesCard extends Div {
    private static final int TONES = 6;

    RisesCard(String title, String nobody, List<Rise> rises) {
        addClassNames("card", "col", "pad", "impact-card");
        add(new H2(title));
        if (rises.isEmpty()) {
            Paragraph none = new Paragraph(nobody);
            none.addClassNames("muted", "small");
            add(none);
        } else {
            add(Bars.beneath(
                    title,
                    getTranslation("impact.chart.rung"),
                    getTranslation("impact.chart.people"),
                    rises.stream()
                            .map(rise -> new Bars.Bar(
                                    StartingWords.in(Sentences.language(), rise.rung()),
                                    rise.people(),
                                    "rung-" + Math.clamp(rise.position(), 1, TONES),
                                    false))
                            .toList()));
        }
    }
}
