package org.rung.contact.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Problem;
import org.rung.contact.ContactPaths;
import org.rung.contact.ContactRule;
import org.rung.contact.ContactRules;

/** How often the organization texts a person first, and by which hours. */
@Route(ContactPaths.SETTINGS)
@RolesAllowed("ADMIN")
public class ContactRulesView extends Div implements HasDynamicTitle {
    private final transient ContactRules rules;
    private final transient SignedIn signedIn;
    private final IntegerField nearMost = number("contact.most", ContactRule.LARGEST_NEAR);
    private final IntegerField nearDays = number("contact.days", ContactRule.LONGEST_NEAR);
    private final IntegerField farMost = number("contact.most", ContactRule.LARGEST_FAR);
    private final IntegerField farDays = number("contact.days", ContactRule.LONGEST_FAR);
    private final Map<String, IntegerField> fields =
            Map.of("nearMost", nearMost, "nearDays", nearDays, "farMost", farMost, "farDays", farDays);

    ContactRulesView(ContactRules rules, SignedIn signedIn) {
        this.rules = rules;
        this.signedIn = signedIn;
        addClassNames("page");
        var lead = new Span(getTranslation("contact.lead"));
        lead.addClassName("muted");
        var save = new Button(getTranslation("contact.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(new Div(new H1(getTranslation("contact.title")), lead), save);
        head.addClassName("page-head");
        add(
                head,
                card(
                        new H2(getTranslation("contact.near")),
                        form(nearMost, nearDays),
                        new H2(getTranslation("contact.far")),
                        form(farMost, farDays),
                        muted("contact.how")),
                card(
                        new H2(getTranslation("contact.hours")),
                        muted("contact.hours.how"),
                        muted("contact.hours.place")));
        show(rules.of(signedIn.actor().organization()));
    }

    private void show(ContactRule rule) {
        nearMost.setValue(rule.nearMost());
        nearDays.setValue(rule.nearDays());
        farMost.setValue(rule.farMost());
        farDays.setValue(rule.farDays());
    }

    private void save() {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            rules.change(
                    signedIn.actor(),
                    new ContactRule(value(nearMost), value(nearDays), value(farMost), value(farDays)));
            Notification.show(getTranslation("contact.saved"), 4000, Notification.Position.BOTTOM_CENTER)
                    .addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        } catch (Problem.Invalid invalid) {
            var field = fields.getOrDefault(invalid.field(), nearMost);
            field.setErrorMessage(Sentences.of(invalid));
            field.setInvalid(true);
            field.focus();
        }
    }

    private static int value(IntegerField field) {
        return field.getOptionalValue().orElse(0);
    }

    private IntegerField number(String words, int most) {
        var field = new IntegerField(getTranslation(words));
        field.setMin(1);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        return field;
    }

    private static Div form(Component... inside) {
        var form = new Div(inside);
        form.addClassName("form");
        return form;
    }

    private static Section card(Component... inside) {
        var card = new Section(inside);
        card.addClassNames("card", "col");
        return card;
    }

    private Paragraph muted(String words) {
        var line = new Paragraph(getTranslation(words));
        line.addClassNames("muted", "small");
        return line;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("contact.title") + " · Rung";
    }
}
