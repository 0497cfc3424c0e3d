package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.rung.accounts.SignedIn;
import org.rung.texting.Choices;
import org.rung.texting.TextingPaths;

/** What keeps whoever texts well: words that hurt stay covered, and help is one press away. */
@Route(TextingPaths.CARE)
@Menu(title = "texting.care", order = 16)
@RolesAllowed({"TEXTER", "ORGANIZER", "ADMIN", "COORDINATOR"})
public class CareView extends Div implements HasDynamicTitle {

    CareView(Choices choices, SignedIn signedIn) {
        addClassName("page");
        Span line = new Span(getTranslation("texting.care.line"));
        line.addClassName("muted");
        Div head = new Div(new Div(new H1(getTranslation("texting.care")), line));
        head.addClassName("page-head");
        Checkbox cover = new Checkbox(getTranslation("texting.care.cover.box"), choices.covers(signedIn.actor()));
        cover.addValueChangeListener(change -> {
            choices.cover(signedIn.actor(), change.getValue());
            Notification.show(getTranslation("texting.care.saved"));
        });
        Div sample = new Div();
        sample.addClassNames("bub", "them");
        new Cover(true).put(sample, getTranslation("texting.care.sample"));
        add(
                head,
                card("texting.care.cover", "texting.care.cover.line", cover, sample),
                card("texting.care.help", "texting.care.help.line"),
                card("texting.care.pause", "texting.care.pause.line"));
    }

    private Component card(String title, String words, Component... inside) {
        Paragraph line = new Paragraph(getTranslation(words));
        line.addClassName("muted");
        Section card = new Section(new H2(getTranslation(title)), line);
        card.add(inside);
        card.addClassNames("card", "col", "pad");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("texting.care") + " · Rung";
    }
}
