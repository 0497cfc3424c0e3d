package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.rung.accounts.Sentences;
import org.rung.scripts.Check;

/** What was looked at, the worst first. */
class ChecksCard extends Div {
    private static final List<Check.Level> WORST_FIRST =
            List.of(Check.Level.MUST, Check.Level.LOOK, Check.Level.OK, Check.Level.COST);

    private final transient Consumer<Check.Fix> mend;

    /** @param mend does what a fix says; fixes are offered only where the script can be changed */
    ChecksCard(Consumer<Check.Fix> mend) {
        this.mend = mend;
        addClassName("checks");
        getElement().setAttribute("role", "list");
    }

    void show(List<Check> checks, boolean mendable) {
        removeAll();
        checks.stream()
                .sorted(Comparator.comparingInt(check -> WORST_FIRST.indexOf(check.level())))
                .forEach(check -> add(line(check, mendable)));
    }

    private Div line(Check check, boolean mendable) {
        var tone =
                switch (check.level()) {
                    case MUST -> "chip bad";
                    case LOOK -> "chip warn";
                    case OK -> "chip good";
                    case COST -> "chip";
                };
        var words = div("grow", new Span(Sentences.of(check.said())));
        if (mendable)
            check.fix()
                    .ifPresent(fix -> words.add(
                            button("link", getTranslation("scripts.check.fix", fix.to()), () -> mend.accept(fix))));
        var line = div("check", span(tone, getTranslation("scripts.level." + check.level())), words);
        line.getElement().setAttribute("role", "listitem");
        return line;
    }
}
