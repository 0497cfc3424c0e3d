package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Function;
import org.rung.scripts.WordingChecks;
import org.rung.texting.Share;
import org.rung.texting.WordingResult;

/** Each wording with its shares and how sure they are; a difference is only called one where chance does not explain it. */
class WordingsCard extends Div {

    private final transient Function<String, Component> written;

    /** @param written a text with its merge fields, as scripts show it */
    WordingsCard(List<WordingResult> all, Function<String, Component> written) {
        this.written = written;
        addClassNames("col", "campaign-extra");
        Div list = new Div();
        list.addClassName("wordings");
        list.getElement().setAttribute("role", "list");
        all.forEach(one -> list.add(row(one, all)));
        Paragraph how = new Paragraph(getTranslation("texting.wordings.how"));
        how.addClassNames("small", "muted");
        add(new H3(getTranslation("texting.wordings.title")), list, how);
    }

    private Div row(WordingResult one, List<WordingResult> all) {
        Span letter = new Span(WordingChecks.letter(one.way()));
        letter.addClassNames("chip", "strong");
        Span texted = new Span(getTranslation("texting.wordings.texted", one.texted()));
        texted.addClassNames("small", "muted");
        Div head = new Div(letter, texted);
        head.addClassNames("row", "wrap");
        verdict(head, "replied", "good", one, all, WordingResult::replied);
        verdict(head, "yes", "good", one, all, WordingResult::yes);
        verdict(head, "optedOut", "bad", one, all, WordingResult::optedOut);
        Div words = new Div(written.apply(one.words()));
        words.addClassName("wording-words");
        Div shares = new Div(
                share("replied", one.replied(), ""),
                share("yes", one.yes(), ""),
                share("optedOut", one.optedOut(), "bad"));
        shares.addClassName("wording-shares");
        Div row = new Div(head, words, shares);
        row.addClassName("wording");
        row.getElement().setAttribute("role", "listitem");
        return row;
    }

    private void verdict(
            Div head,
            String what,
            String kind,
            WordingResult one,
            List<WordingResult> all,
            Function<WordingResult, Share> measure) {
        boolean above = all.stream()
                .filter(other -> other.way() != one.way())
                .allMatch(other -> measure.apply(one).clearlyAbove(measure.apply(other)));
        if (above) {
            Span chip = new Span(getTranslation("texting.wordings.above." + what));
            chip.addClassNames("chip", kind);
            head.add(chip);
        }
    }

    /** The bar reaches as far as the share; the paler band is where it may truly be. */
    private Div share(String what, Share share, String kind) {
        Span label = new Span(getTranslation("texting.wordings." + what));
        label.addClassNames("small", "muted");
        Span number = new Span(getTranslation("texting.wordings.share", share.share()));
        number.addClassNames("num", "strong");
        Span between = new Span(getTranslation("texting.wordings.between", share.low(), share.high()));
        between.addClassNames("small", "muted", "num");
        Div bar = new Div();
        bar.addClassName("wording-bar");
        bar.setClassName(kind, !kind.isEmpty());
        bar.getStyle()
                .set("--share", percent(share.share()))
                .set("--low", percent(share.low()))
                .set("--high", percent(share.high()));
        bar.getElement().setAttribute("aria-hidden", "true");
        Div line = new Div(label, number, between);
        line.addClassName("wording-line");
        return new Div(line, bar);
    }

    private static String percent(double share) {
        return Math.round(share * 1000) / 10.0 + "%";
    }
}
