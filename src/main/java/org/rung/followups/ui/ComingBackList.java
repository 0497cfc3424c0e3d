package org.rung.followups.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.function.Function;
import org.rung.common.Page;
import org.rung.followups.ComingBack;

/** Conversations that rest, a page after the other; not there where there are none. */
class ComingBackList extends Div {
    private static final int SIZE = 50;

    private final transient Function<Page.Wanted, Page<ComingBack>> pages;
    private final Div rows = new Div();
    private final Button more = new Button(getTranslation("followups.more"), click -> append());
    private transient Optional<String> next = Optional.empty();

    ComingBackList(Function<Page.Wanted, Page<ComingBack>> pages) {
        this.pages = pages;
        addClassName("col");
        rows.addClassNames("card", "inbox-card");
        rows.getElement().setAttribute("role", "list");
        add(rows, more);
        append();
        setVisible(!isEmpty());
    }

    private void append() {
        Page<ComingBack> page = pages.apply(new Page.Wanted(next, SIZE));
        page.rows().forEach(one -> rows.add(Rows.row(one)));
        next = page.next();
        more.setVisible(next.isPresent());
    }

    boolean isEmpty() {
        return rows.getComponentCount() == 0;
    }
}
