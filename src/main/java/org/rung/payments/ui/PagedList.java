package org.rung.payments.ui;

import static org.rung.payments.ui.PaymentWords.div;
import static org.rung.payments.ui.PaymentWords.say;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.rung.common.Page;

/** A list that shows a page more whenever somebody asks for it, and looks again without moving what stays. */
class PagedList<T> extends Div {
    private static final int PAGE = 50;

    private final transient Function<Page.Wanted, Page<T>> pages;
    private final transient Function<T, Component> row;
    private final Div rows = div("giving-list");
    private final Div none;
    private final NativeButton more = new NativeButton(say("payments.online.more"));
    private transient List<T> shown = List.of();
    private int asked = 1;

    /** @param none what to say where there is nothing */
    PagedList(Function<Page.Wanted, Page<T>> pages, Function<T, Component> row, String none) {
        this.pages = pages;
        this.row = row;
        this.none = PaymentWords.nothing(none);
        addClassName("col");
        more.addClassNames("btn", "ghost");
        more.addClickListener(click -> {
            asked++;
            look();
        });
        add(rows, this.none, div("row", more));
        look();
    }

    /** The pages asked for so far, read anew: rows that are as they were stay where they are, and the focus with them. */
    final void look() {
        List<T> wanted = new ArrayList<>();
        Optional<String> next = Optional.empty();
        for (int page = 0; page < asked && (page == 0 || next.isPresent()); page++) {
            Page<T> read = pages.apply(new Page.Wanted(next, PAGE));
            wanted.addAll(read.rows());
            next = read.next();
        }
        if (!wanted.equals(shown)) change(wanted);
        rows.setVisible(!wanted.isEmpty());
        none.setVisible(wanted.isEmpty());
        more.setVisible(next.isPresent());
    }

    private void change(List<T> wanted) {
        Map<T, Component> there = new HashMap<>();
        for (int i = 0; i < shown.size(); i++) there.put(shown.get(i), rows.getComponentAt(i));
        Set<T> staying = new HashSet<>(wanted);
        there.forEach((one, component) -> {
            if (!staying.contains(one)) rows.remove(component);
        });
        // Lists are ordered by what never changes, so those that stay are in their order already.
        for (int i = 0; i < wanted.size(); i++) {
            T one = wanted.get(i);
            if (!there.containsKey(one)) rows.addComponentAtIndex(i, row.apply(one));
        }
        shown = List.copyOf(wanted);
    }
}
