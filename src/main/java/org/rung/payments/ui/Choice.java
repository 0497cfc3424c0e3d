package org.rung.payments.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Chips of which one is on; pressing another turns it on and leaves the focus where it is. */
class Choice<T> extends Div {
    private final transient Map<T, NativeButton> chips = new LinkedHashMap<>();
    private final transient Consumer<T> chosen;

    Choice(String label, List<T> all, Function<T, String> words, T first, Consumer<T> chosen) {
        this.chosen = chosen;
        addClassNames("row", "wrap");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
        for (T one : all) {
            NativeButton chip = new NativeButton(words.apply(one), click -> choose(one));
            chip.addClassName("chip");
            chips.put(one, chip);
            add(chip);
        }
        mark(first);
    }

    private void choose(T one) {
        mark(one);
        chosen.accept(one);
    }

    private void mark(T on) {
        chips.forEach((one, chip) -> {
            chip.setClassName("on", one.equals(on));
            chip.getElement().setAttribute("aria-pressed", String.valueOf(one.equals(on)));
        });
    }
}
