package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page before one is in: the ladder beside a card, without a menu. */
class Doorway extends Div {
    private static final Map<String, String> LANGUAGES = Map.of("en", "English", "es", "Español");

    private final Div card = new Div();

    Doorway() {
        addClassName("doorway");
        var picture = new Div(new Rungs(), words());
        picture.addClassName("doorway-picture");
        card.addClassNames("card", "doorway-card");
        var main = new Main(brand(), card, languages());
        main.setId("content");
        main.addClassName("doorway-main");
        add(picture, main);
    }

    void show(String title, String line, Component... inside) {
        card.removeAll();
        card.add(new H1(title));
        if (!line.isEmpty()) {
            var under = new Paragraph(line);
            under.addClassName("muted");
            card.add(under);
        }
        card.add(inside);
    }

    private Component brand() {
        var name = new Span("Rung");
        var mark = new Span();
        mark.addClassName("brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        var brand = new Anchor("/", mark, name);
        brand.addClassName("brand");
        return brand;
    }

    private Component words() {
        var words = new Div(new Span(getTranslation("accounts.doorway.promise")));
        words.addClassName("doorway-promise");
        return words;
    }

    private Component languages() {
        var row = new Div();
        row.addClassNames("row", "doorway-languages");
        for (var code : List.of("en", "es")) {
            var button = new NativeButton(LANGUAGES.get(code), click -> {
                VaadinSession.getCurrent().setLocale(Locale.of(code));
                getUI().ifPresent(ui -> ui.getPage().reload());
            });
            button.addClassName("link");
            button.getElement().setAttribute("lang", code);
            button.getElement()
                    .setAttribute(
                            "aria-pressed",
                            String.valueOf(getLocale().getLanguage().equals(code)));
            row.add(button);
        }
        return row;
    }

    /** Six rungs climbing; a picture without words. */
    private static final class Rungs extends Div {
        Rungs() {
            addClassName("doorway-rungs");
            getElement().setAttribute("aria-hidden", "true");
            for (int rung = 6; rung >= 1; rung--) {
                var bar = new Div();
                bar.addClassNames("doorway-rung", "rung-" + rung);
                add(bar);
            }
        }
    }
}
