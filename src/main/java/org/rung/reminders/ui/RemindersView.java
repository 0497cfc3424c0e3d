package org.rung.reminders.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rung.accounts.Organizations;
import org.rung.accounts.SignedIn;
import org.rung.asks.AskRow;
import org.rung.asks.Library;
import org.rung.commitments.AskId;
import org.rung.common.Actor;
import org.rung.ladder.StartingWords;
import org.rung.reminders.ReminderKind;
import org.rung.reminders.Reminders;
import org.rung.reminders.RemindersPaths;

/** Which promises people are texted about, and what those texts say. */
@Route(RemindersPaths.SETTINGS)
@RolesAllowed("ADMIN")
public class RemindersView extends Div implements HasDynamicTitle {
    private final transient Reminders reminders;
    private final transient Actor.Member actor;
    private final Div forms = new Div();

    RemindersView(Reminders reminders, Library library, Organizations organizations, SignedIn signedIn) {
        this.reminders = reminders;
        this.actor = signedIn.actor();
        addClassNames("page");
        var head = new Div(new Div(new H1(getTranslation("reminders.title")), muted("reminders.lead")));
        head.addClassName("page-head");
        var language = new Select<Locale>();
        language.setLabel(getTranslation("reminders.language"));
        language.setItems(Locale.ENGLISH, Locale.of("es"));
        language.setItemLabelGenerator(one -> getTranslation("reminders.language." + one.getLanguage()));
        language.addValueChangeListener(changed -> show(changed.getValue()));
        forms.addClassName("col");
        add(
                head,
                card(new H2(getTranslation("reminders.which")), muted("reminders.which.line"), choices(library)),
                card(new H2(getTranslation("reminders.words")), muted("reminders.words.line"), language, forms));
        boolean spanish = organizations.get(actor.organization()).language().equals("es");
        language.setValue(spanish ? Locale.of("es") : Locale.ENGLISH);
    }

    private Div choices(Library library) {
        var box = new Div();
        box.addClassName("col");
        Set<AskId> off = reminders.off(actor);
        List<AskRow> asks =
                library.all(actor).stream().filter(row -> !row.retired()).toList();
        for (AskRow row : asks) {
            AskId ask = row.ask().askId();
            box.add(choice(StartingWords.in(getLocale(), row.ask().title()), !off.contains(ask), Optional.of(ask)));
        }
        box.add(choice(getTranslation("reminders.unasked"), reminders.unasked(actor), Optional.empty()));
        return box;
    }

    private Checkbox choice(String label, boolean on, Optional<AskId> ask) {
        var choice = new Checkbox(label, on);
        choice.addValueChangeListener(changed -> {
            reminders.turn(actor, ask, changed.getValue());
            Notification.show(getTranslation("reminders.saved"), 3_000, Notification.Position.TOP_CENTER);
        });
        return choice;
    }

    private void show(Locale language) {
        forms.removeAll();
        Map<ReminderKind, String> words = reminders.words(actor, language);
        words.forEach((kind, says) -> forms.add(new WordsForm(reminders, actor, kind, language, says)));
    }

    private Span muted(String key) {
        var line = new Span(getTranslation(key));
        line.addClassNames("small", "muted");
        return line;
    }

    private static Section card(Component... inside) {
        var card = new Section(inside);
        card.addClassNames("card", "col");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reminders.title") + " · Rung";
    }
}
