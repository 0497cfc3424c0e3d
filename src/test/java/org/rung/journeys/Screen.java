package org.rung.journeys;

import com.microsoft.playwright.Page;
import java.util.List;

/** What somebody looks at: a page of the demo, and what they press there one after another, in English, to see it. */
record Screen(String name, String path, List<String> presses) {

    static Screen of(String name, String path, String... presses) {
        return new Screen(name, path, List.of(presses));
    }

    static String button(String name) {
        return "role=button[name=\"" + name + "\"s]";
    }

    static String menu(String name) {
        return "role=menuitem[name=\"" + name + "\"s]";
    }

    /** A page that shows itself, whatever language its words are in. */
    boolean plain() {
        return presses.isEmpty();
    }

    void open(Page page) {
        page.navigate(path);
        Visitors.settle(page);
        for (String press : presses) {
            page.locator(press).first().click();
            Visitors.settle(page);
            // What slides in is looked at once it is there.
            page.waitForFunction("() => document.getAnimations().every(each => each.playState !== 'running')");
        }
    }
}
