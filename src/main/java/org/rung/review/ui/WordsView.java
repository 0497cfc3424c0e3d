package org.rung.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.review.ReviewPaths;
import org.rung.review.Strength;
import org.rung.review.WatchedWord;
import org.rung.review.WatchedWords;

/** The words that an organization watches for, and what each does. */
@Route(ReviewPaths.WORDS)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class WordsView extends Div implements HasDynamicTitle {
    private static final String OFF = "OFF";

    private final transient WatchedWords words;
    private final transient Actor.Member actor;
    private final TextField phrase = new TextField(getTranslation("review.word"));
    private final Select<Strength> strength = strengths(getTranslation("review.does"));
    private final Div list = new Div();

    WordsView(WatchedWords words, SignedIn signedIn) {
        this.words = words;
        this.actor = signedIn.actor();
        addClassNames("page", "watched");
        Anchor back = new Anchor("/" + ReviewPaths.REVIEW, "‹ " + getTranslation("review.title"));
        back.addClassName("back");
        Span line = new Span(getTranslation("review.watched.line"));
        line.addClassName("muted");
        Div head = new Div(new Div(new H1(getTranslation("review.watched")), line));
        head.addClassName("page-head");
        list.addClassNames("card", "watched-list");
        add(back, head, slurs(), form(), list);
        show();
    }

    private Component slurs() {
        Select<String> what = new Select<>();
        what.setLabel(getTranslation("review.slurs"));
        what.setItems(Strength.WARN.name(), Strength.HOLD.name(), OFF);
        what.setItemLabelGenerator(one -> getTranslation("review.strength." + one));
        what.setHelperText(getTranslation("review.slurs.help"));
        what.setValue(words.slurs(actor).map(Strength::name).orElse(OFF));
        what.addValueChangeListener(change -> {
            words.slurs(
                    actor,
                    Optional.of(change.getValue())
                            .filter(one -> !one.equals(OFF))
                            .map(Strength::valueOf));
            Notification.show(getTranslation("review.saved"), 4_000, Notification.Position.BOTTOM_CENTER);
        });
        Section card = new Section(what);
        card.addClassNames("card", "col");
        return card;
    }

    private Component form() {
        phrase.setMaxLength(WatchedWords.LONGEST);
        phrase.setHelperText(getTranslation("review.word.help"));
        phrase.addClassName("grow");
        phrase.addKeyPressListener(Key.ENTER, enter -> add());
        strength.setValue(Strength.WARN);
        Button add = new Button(getTranslation("review.word.add"), click -> add());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        Section form = new Section(phrase, strength, add);
        form.addClassNames("card", "row", "wrap", "pad", "watched-form");
        return form;
    }

    private Select<Strength> strengths(String label) {
        Select<Strength> select = new Select<>();
        select.setLabel(label);
        select.setItems(Strength.values());
        select.setItemLabelGenerator(one -> getTranslation("review.strength." + one.name()));
        return select;
    }

    private void add() {
        try {
            words.add(actor, phrase.getValue(), strength.getValue());
            phrase.setInvalid(false);
            phrase.clear();
            phrase.focus();
            show();
        } catch (Problem problem) {
            phrase.setErrorMessage(Sentences.of(problem));
            phrase.setInvalid(true);
            phrase.focus();
        }
    }

    private void show() {
        list.removeAll();
        List<WatchedWord> all = words.all(actor);
        all.forEach(word -> list.add(row(word)));
        // A list without a point is none, to whoever hears it read.
        if (all.isEmpty()) list.getElement().removeAttribute("role");
        else list.getElement().setAttribute("role", "list");
        if (all.isEmpty()) {
            Div none = new Div(
                    new H2(getTranslation("review.watched.none")),
                    new Paragraph(getTranslation("review.watched.noneLine")));
            none.addClassName("empty");
            list.add(none);
        }
    }

    private Component row(WatchedWord word) {
        Span said = new Span(word.phrase());
        said.addClassNames("strong", "grow");
        Select<Strength> does = strengths("");
        does.setAriaLabel(getTranslation("review.does.which", word.phrase()));
        does.setValue(word.strength());
        does.addValueChangeListener(change -> act(() -> words.change(actor, word.watchedWordId(), change.getValue())));
        Anchor look = new Anchor("/" + ReviewPaths.saying("\"" + word.phrase() + "\""), getTranslation("review.look"));
        look.getElement().setAttribute("aria-label", getTranslation("review.look.which", word.phrase()));
        look.addClassNames("btn", "ghost", "small");
        Button off = new Button(
                getTranslation("review.remove"), click -> act(() -> words.remove(actor, word.watchedWordId())));
        off.setAriaLabel(getTranslation("review.remove.which", word.phrase()));
        Div row = new Div(said, does, look, off);
        row.addClassNames("row", "wrap", "watched-row");
        row.getElement().setAttribute("role", "listitem");
        return row;
    }

    private void act(Runnable change) {
        try {
            change.run();
        } catch (Problem gone) {
            Notification.show(Sentences.of(gone), 6_000, Notification.Position.TOP_CENTER);
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("review.watched") + " · Rung";
    }
}
