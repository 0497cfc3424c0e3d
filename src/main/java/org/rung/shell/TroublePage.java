package org.rung.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A screen that could not open: what is known about why, and the next step. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class TroublePage extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(TroublePage.class);
    private String title = "";

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        addClassNames("page", "empty");
        if (Mishaps.cause(parameter.getException()) instanceof Problem problem) {
            return switch (problem) {
                case Problem.Missing missing -> show("missing", Sentences.of(missing), 404);
                case Problem.Refused refused -> show("refused", Sentences.of(refused), 403);
                case Problem.Conflict conflict -> show("conflict", Sentences.of(conflict), 409);
                case Problem.Invalid invalid -> show("missing", getTranslation("shell.missing.line"), 404);
            };
        }
        var number = Mishaps.number();
        LOG.error("Mishap {} at {}", number, event.getNavigationTarget().getSimpleName(), parameter.getException());
        return show("error", getTranslation("shell.error.line", number), 500);
    }

    @Override
    public String getPageTitle() {
        return title + " · Rung";
    }

    private int show(String kind, String sentence, int status) {
        var home = new Anchor("/", getTranslation("shell.missing.home"));
        home.addClassName("btn");
        title = getTranslation("shell." + kind + ".title");
        add(new H1(title), new Paragraph(sentence), home);
        return status;
    }
}
