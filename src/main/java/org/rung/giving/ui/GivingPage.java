package org.rung.giving.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.common.Page;

/** What the pages of this room have in common: the head, the tabs, and a list that goes on. */
abstract class GivingPage extends Div implements HasDynamicTitle {
    static final int PAGE = 50;

    final transient GivingScreens screens;
    private final String path;
    private final String title;

    GivingPage(GivingScreens screens, String path, String title) {
        this.screens = screens;
        this.path = path;
        this.title = title;
        addClassNames("page", "giving-page");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        redraw();
    }

    void redraw() {
        removeAll();
        Div deeds = new Div();
        deeds.addClassName("actions");
        deeds(deeds);
        Div head = new Div(new H1(getTranslation("giving.title")), deeds);
        head.addClassName("page-head");
        add(head, new GivingTabs(screens, path));
        draw();
    }

    void deeds(Div head) {}

    abstract void draw();

    /** Offers what follows this page of a list. */
    Div further(Page<?> page, Consumer<Page.Wanted> draw) {
        Div further = new Div();
        page.next().ifPresent(next -> {
            NativeButton more = new NativeButton(getTranslation("giving.more"), click -> {
                further.removeFromParent();
                draw.accept(new Page.Wanted(Optional.of(next), PAGE));
            });
            more.addClassNames("btn", "ghost");
            further.add(more);
        });
        return further;
    }

    static Component nothing(String title, String next) {
        Div card = new Div(new H2(GivingWords.say(title)), new Paragraph(GivingWords.say(next)));
        card.addClassNames("card", "empty");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(title) + " · " + getTranslation("giving.title") + " · Rung";
    }
}
