package org.rung.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;

/** No such page, or not for you: the two look alike, so that nobody learns what exists elsewhere. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class MissingPage extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    @Override
    public String getPageTitle() {
        return getTranslation("shell.missing.title") + " · Rung";
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        if (event.getLocation().getPath().isEmpty()) {
            // No room has a home screen for this person: the first screen of their menu is it.
            var first = MenuConfiguration.getMenuEntries().stream().findFirst();
            if (first.isPresent()) {
                event.forwardTo(first.get().path());
                return 200;
            }
        }
        addClassNames("page", "empty");
        var home = new Anchor("/", getTranslation("shell.missing.home"));
        home.addClassName("btn");
        add(new H1(getTranslation("shell.missing.title")), new Paragraph(getTranslation("shell.missing.line")), home);
        return 404;
    }
}
