package org.rung.accounts.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** Plain elements that look as the doorway's own. */
record Painting(I18NProvider words, Locale locale) {
    private String say(String key, Object... arguments) {
        return words.getTranslation(key, locale, arguments);
    }

    /** The whole screen, and what hands it over. */
    Element doorway(Element card) {
        Element doorway = new Element("div").attr("id", "first-paint").addClass("doorway");
        Element main = doorway.appendElement("main").addClass("doorway-main");
        Element brand = main.appendElement("a").attr("href", "/").addClass("brand");
        brand.appendElement("span").addClass("brand-mark").attr("aria-hidden", "true");
        brand.appendElement("span").text("Rung");
        main.appendChild(card);
        doorway.appendElement("script").attr("src", "elements/first-paint.js").attr("defer", true);
        return doorway;
    }

    Element card(String title, String line, Element form, String send) {
        Element card = new Element("div").addClass("card").addClass("doorway-card");
        card.appendElement("h1").text(title);
        card.appendElement("p").addClass("muted").text(say(line));
        form.addClass("col")
                .appendElement("button")
                .addClass("btn")
                .addClass("wide")
                .text(say(send));
        card.appendChild(form);
        return card;
    }

    String title(String key, Object... arguments) {
        return say(key, arguments);
    }

    Element field(Element form, String label, String type, String autocomplete) {
        Element around = form.appendElement("label");
        around.appendElement("span").text(say(label));
        return around.appendElement("input")
                .attr("type", type)
                .attr("autocomplete", autocomplete)
                .attr("autocapitalize", autocomplete.equals("name") ? "words" : "none")
                .attr("required", true);
    }

    void box(Element form, String label, String name) {
        Element around = form.appendElement("label").addClass("box");
        around.appendElement("input").attr("type", "checkbox").attr("name", name);
        around.appendElement("span").text(say(label));
    }
}
