package org.rung.links.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Problem;
import org.rung.links.LinkChoices;
import org.rung.links.LinkSettings;
import org.rung.links.Links;
import org.rung.links.LinksPaths;

/** How an organization's links are. */
@Route(LinksPaths.SETTINGS)
@RolesAllowed("ADMIN")
public class LinksView extends Div implements HasDynamicTitle {
    private final transient LinkChoices choices;
    private final transient Links links;
    private final transient SignedIn signedIn;
    private final Checkbox tracking = new Checkbox(getTranslation("links.tracking"));
    private final Checkbox first = new Checkbox(getTranslation("links.first"));
    private final TextField host = new TextField(getTranslation("links.host"));
    private final Span sample = new Span();
    private final Anchor look = new Anchor("", getTranslation("links.host.try"), AnchorTarget.BLANK);

    LinksView(LinkChoices choices, Links links, SignedIn signedIn) {
        this.choices = choices;
        this.links = links;
        this.signedIn = signedIn;
        addClassNames("page", "links-settings");
        var save = new Button(getTranslation("links.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(new Div(new H1(getTranslation("links.title")), muted(getTranslation("links.lead"))), save);
        head.addClassName("page-head");
        host.setPlaceholder("go.eastside.org");
        host.setMaxLength(190);
        host.setWidthFull();
        host.setClearButtonVisible(true);
        host.setHelperText(getTranslation("links.host.how"));
        sample.addClassNames("links-sample", "grow");
        look.getElement().setAttribute("rel", "noopener");
        var shown = new Div(sample, look);
        shown.addClassNames("row", "wrap");
        add(
                head,
                card(choice(tracking, "links.tracking.how"), choice(first, "links.first.how")),
                card(host, new H2(getTranslation("links.sample")), shown),
                card(new H2(getTranslation("links.how.title")), new Paragraph(getTranslation("links.how.line"))));
        show();
    }

    private void show() {
        var settings = choices.get(signedIn.actor());
        tracking.setValue(settings.tracking());
        first.setValue(settings.inFirstTexts());
        host.setValue(settings.host().orElse(""));
        host.setInvalid(false);
        var base = links.form(signedIn.actor().organization()).base();
        sample.setText(base + "k7Qw2RxB");
        look.setHref(base);
    }

    private void save() {
        try {
            var name = Optional.of(host.getValue()).filter(written -> !written.isBlank());
            choices.change(signedIn.actor(), new LinkSettings(name, tracking.getValue(), first.getValue()));
            show();
            Notification.show(getTranslation("links.saved"), 4000, Notification.Position.BOTTOM_CENTER)
                    .addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        } catch (Problem problem) {
            host.setErrorMessage(Sentences.of(problem));
            host.setInvalid(true);
            host.focus();
        }
    }

    private Div choice(Checkbox box, String how) {
        var words = new Paragraph(getTranslation(how));
        words.addClassNames("muted", "small");
        words.setId(how.replace('.', '-'));
        box.getElement().setAttribute("aria-describedby", how.replace('.', '-'));
        var choice = new Div(box, words);
        choice.addClassName("links-choice");
        return choice;
    }

    private static Section card(com.vaadin.flow.component.Component... inside) {
        var card = new Section(inside);
        card.addClassNames("card", "col");
        return card;
    }

    private static Span muted(String words) {
        var line = new Span(words);
        line.addClassName("muted");
        return line;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("links.title") + " · Rung";
    }
}
