package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Optional;
import java.util.function.Consumer;

/** In which language the texts are written: the organization's, or the other one that Rung speaks. */
class LanguageTabs extends Div {
    private final NativeButton usual;
    private final NativeButton second;
    private final String language;
    private boolean other;

    /** @param changed hears the other language, or nothing for the usual one */
    LanguageTabs(String organizations, Consumer<Optional<String>> changed) {
        language = organizations.equals("es") ? "en" : "es";
        usual = button("chip", name(organizations.equals("es") ? "es" : "en"), () -> turn(false, changed));
        second = button("chip", name(language), () -> turn(true, changed));
        addClassNames("row", "wrap");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("scripts.language"));
        add(usual, second);
        show();
    }

    Optional<String> other() {
        return Optional.of(language).filter(any -> other);
    }

    private void turn(boolean to, Consumer<Optional<String>> changed) {
        other = to;
        show();
        changed.accept(other());
    }

    private void show() {
        press(usual, !other);
        press(second, other);
    }

    private static void press(NativeButton button, boolean on) {
        button.setClassName("on", on);
        button.getElement().setAttribute("aria-pressed", String.valueOf(on));
    }

    private String name(String code) {
        return getTranslation("scripts.language." + code);
    }
}
