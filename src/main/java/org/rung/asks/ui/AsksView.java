package org.rung.asks.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.asks.Ask;
import org.rung.asks.AskRow;
import org.rung.asks.Library;
import org.rung.asks.Risk;
import org.rung.asks.Urgency;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderKind;
import org.rung.ladder.LadderPaths;
import org.rung.ladder.Ladders;
import org.rung.ladder.StartingWords;

/** What there is to propose, to whom, and how people answer it. */
@Route(LadderPaths.ASKS)
@RolesAllowed({"COORDINATOR", "ORGANIZER", "ADMIN"})
public class AsksView extends Div implements HasDynamicTitle {
    private final transient Library library;
    private final transient Ladders ladders;
    private final transient Actor actor;
    private final boolean edits;
    private final String house;
    private final UnorderedList list = new UnorderedList();

    AsksView(Library library, Ladders ladders, SignedIn signedIn) {
        this.library = library;
        this.ladders = ladders;
        this.actor = signedIn.actor();
        this.house = signedIn.organization().language();
        this.edits = actor.may(Permission.EDIT_LADDER);
        addClassNames("page", "ask-library");
        var back = new Anchor(LadderPaths.LADDER, "‹ " + getTranslation("asks.title"));
        back.addClassName("back");
        var words = new Paragraph(getTranslation("asks.library.words"));
        words.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("asks.library.title")), words));
        head.addClassName("page-head");
        if (edits) {
            var make = new Button(
                    getTranslation("asks.library.new"),
                    click -> new AskDialog(ladder(), house, draft -> library.add(actor, draft), this::draw).open());
            make.addThemeVariants(ButtonVariant.PRIMARY);
            head.add(make);
        }
        list.addClassName("rules-rungs");
        add(back, head, list);
        draw();
    }

    private Ladder ladder() {
        return ladders.of(actor.organization(), LadderKind.COMMITMENT);
    }

    private void draw() {
        list.removeAll();
        Ladder ladder = ladder();
        List<AskRow> rows = library.all(actor);
        rows.forEach(row -> list.add(card(row, ladder)));
        list.setVisible(!rows.isEmpty());
    }

    private ListItem card(AskRow row, Ladder ladder) {
        Ask ask = row.ask();
        String title = StartingWords.in(getLocale(), ask.title());
        var name = new H2(title);
        name.addClassName("grow");
        var head = new Div(name);
        head.addClassNames("row", "wrap");
        if (row.retired()) head.add(chip(getTranslation("asks.library.retired"), "neutral"));
        if (ask.urgency() != Urgency.USUAL)
            head.add(chip(
                    getTranslation("asks.urgency." + ask.urgency()),
                    ask.urgency() == Urgency.HIGH ? "warn" : "neutral"));
        if (ask.risk() != Risk.LOW) head.add(chip(getTranslation("asks.risk." + ask.risk()), "neutral"));
        var card = new ListItem(head);
        card.addClassNames("card", "col", "pad", "rules-rung");
        if (!ask.words().isEmpty()) card.add(new Paragraph(getTranslation("asks.next.words", ask.words())));
        card.add(small(about(row)));
        if (!row.retired()) card.add(small(spoken(ask)));
        var chances = new UnorderedList();
        ask.positions().stream()
                .sorted()
                .forEach(position -> chances.add(new ListItem(getTranslation(
                        "asks.library.rung",
                        StartingWords.in(getLocale(), ladder.rung(position).name()),
                        ChanceWords.of(row.chances()
                                .getOrDefault(
                                        position,
                                        row.chances().values().iterator().next()))))));
        if (ask.positions().isEmpty()) card.add(small(getTranslation("asks.library.nowhere")));
        else card.add(chances);
        if (edits) card.add(deeds(row, ladder, title));
        return card;
    }

    private String about(AskRow row) {
        Ask ask = row.ask();
        String room = ask.capacity()
                .map(most -> getTranslation("asks.library.room", row.taken(), most))
                .orElseGet(() -> getTranslation("asks.library.roomless", row.taken()));
        String languages = ask.languages().isEmpty()
                ? getTranslation("asks.library.languages.all")
                : ask.languages().stream()
                        .sorted()
                        .map(code -> Locale.of(code).getDisplayLanguage(getLocale()))
                        .collect(Collectors.joining(", "));
        return getTranslation(
                "asks.library.about",
                getTranslation("asks.promises.family." + ask.family()),
                room,
                ask.cooldownDays(),
                languages);
    }

    /** In which languages its words are. */
    private String spoken(Ask ask) {
        var codes = new TreeSet<>(ask.variants().keySet());
        codes.remove(house);
        return getTranslation(
                "asks.library.written",
                Stream.concat(Stream.of(house), codes.stream())
                        .map(code -> Locale.of(code).getDisplayLanguage(getLocale()))
                        .collect(Collectors.joining(", ")));
    }

    private Component deeds(AskRow row, Ladder ladder, String title) {
        Ask ask = row.ask();
        var deeds = new Div();
        deeds.addClassNames("row", "wrap");
        if (!row.retired())
            deeds.add(button(
                    "asks.library.change",
                    title,
                    () -> new AskDialog(
                                    ladder,
                                    ask,
                                    house,
                                    draft -> library.change(actor, ask.askId(), ask.revision(), draft),
                                    this::draw)
                            .open()));
        deeds.add(
                row.retired()
                        ? button(
                                "asks.library.restore", title, () -> attempt(() -> library.restore(actor, ask.askId())))
                        : button(
                                "asks.library.retire", title, () -> attempt(() -> library.retire(actor, ask.askId()))));
        return deeds;
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (Problem refused) {
            Notification.show(Sentences.of(refused));
        }
        draw();
    }

    private Button button(String key, String title, Runnable deed) {
        var button = new Button(getTranslation(key), click -> deed.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation(key) + ": " + title);
        return button;
    }

    private static Span chip(String words, String tone) {
        var chip = new Span(words);
        chip.addClassNames("chip", tone);
        return chip;
    }

    private static Paragraph small(String words) {
        var small = new Paragraph(words);
        small.addClassNames("small", "muted");
        return small;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("asks.library.title") + " · Rung";
    }
}
