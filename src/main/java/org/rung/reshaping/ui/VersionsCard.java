package org.rung.reshaping.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.rung.ladder.LadderVersion;
import org.rung.ladder.RuleSentences;
import org.rung.ladder.StartingWords;

/** What the ladder was, the newest first, and the way back by one. */
class VersionsCard extends Section {
    VersionsCard(List<LadderVersion> versions, Moments moments, IntConsumer undo) {
        addClassNames("card", "col", "pad");
        add(new H2(getTranslation("reshaping.versions")));
        var list = new OrderedList();
        list.addClassName("rules-versions");
        LadderVersion today = versions.getFirst();
        for (LadderVersion version : versions) {
            var item = new ListItem(title(version, moments));
            if (!version.note().isEmpty()) item.add(new Div(version.note()));
            item.add(new Details(getTranslation("reshaping.version.rungs"), rungs(version)));
            if (version.equals(today)) {
                var back = new Button(
                        getTranslation("reshaping.undo"),
                        click -> new SureDialog(
                                        "reshaping.undo.title",
                                        getTranslation("reshaping.undo.words", today.version() - 1),
                                        "reshaping.undo.do",
                                        () -> undo.accept(today.version()))
                                .open());
                back.addThemeVariants(ButtonVariant.SMALL);
                item.add(back);
            }
            list.add(item);
        }
        add(list);
    }

    private Span title(LadderVersion version, Moments moments) {
        String when = moments.when(Optional.of(version.since()));
        return new Span(
                version.backTo().isPresent()
                        ? getTranslation(
                                "reshaping.version.back",
                                version.version(),
                                when,
                                moments.who(version.by()),
                                version.backTo().get())
                        : version.by().isPresent()
                                ? getTranslation(
                                        "reshaping.version", version.version(), when, moments.who(version.by()))
                                : getTranslation("reshaping.version.first", version.version(), when));
    }

    private UnorderedList rungs(LadderVersion version) {
        var list = new UnorderedList();
        list.addClassName("small");
        version.shape().rungs().reversed().forEach(rung -> {
            String name = rung.position() + " " + StartingWords.in(getLocale(), rung.name());
            list.add(new ListItem(rung.rule()
                    .map(rule -> name + ": "
                            + String.join(getTranslation("reshaping.version.or"), RuleSentences.of(rule, getLocale())))
                    .orElse(name)));
        });
        return list;
    }
}
