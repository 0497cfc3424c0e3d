package org.rung.giving.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import org.rung.giving.GiftFilter;
import org.rung.giving.GivingPaths;

/** The pages of the room; how many gifts wait to be matched is said where one sees it. */
class GivingTabs extends Nav {
    private static final int COUNTED = 100;

    GivingTabs(GivingScreens screens, String here) {
        addClassNames("row", "wrap", "giving-tabs");
        setAriaLabel(getTranslation("giving.title"));
        tab(GivingPaths.GIFTS, "giving.tab.gifts", here);
        Anchor unmatched = tab(GivingPaths.UNMATCHED, "giving.tab.unmatched", here);
        int waiting = screens.gifts().count(screens.actor(), GiftFilter.UNMATCHED, COUNTED);
        if (waiting > 0) {
            Span count = new Span(waiting == COUNTED ? COUNTED - 1 + "+" : String.valueOf(waiting));
            count.addClassName("giving-count");
            unmatched.add(count);
        }
        tab(GivingPaths.PLEDGES, "giving.tab.pledges", here);
        tab(GivingPaths.MONTHLY, "giving.tab.monthly", here);
        tab(GivingPaths.ONLINE, "giving.tab.online", here);
        tab(GivingPaths.FILES, "giving.tab.files", here);
    }

    private Anchor tab(String path, String words, String here) {
        Anchor tab = new Anchor("/" + path, new Span(getTranslation(words)));
        tab.addClassName("chip");
        if (path.equals(here)) {
            tab.addClassName("on");
            tab.getElement().setAttribute("aria-current", "page");
        }
        add(tab);
        return tab;
    }
}
