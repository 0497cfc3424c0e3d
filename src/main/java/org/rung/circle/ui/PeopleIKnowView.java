package org.rung.circle.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.circle.CirclePaths;
import org.rung.circle.Contact;
import org.rung.circle.Contacts;
import org.rung.circle.OwnWords;
import org.rung.circle.Talks;
import org.rung.common.Page;
import org.rung.common.PhoneNumbers;

/** The people one knows: one's own list, and what came of talking to them. */
@Route(CirclePaths.PEOPLE)
@Menu(title = "circle.title", order = 14)
@RolesAllowed({"TEXTER", "ORGANIZER", "ADMIN"})
public class PeopleIKnowView extends Div implements HasDynamicTitle {
    private static final int AT_ONCE = 50;
    private static final int FEW = 8;

    private final transient Circle circle;
    private final Element asked = new Element("rung-returned");
    private final TextField search = new TextField();
    private final Div list = new Div();
    private final Div none = new Div();
    private final Span count = new Span();
    private final Button more = new Button(getTranslation("circle.more"), click -> append());
    private transient Optional<String> after = Optional.empty();

    PeopleIKnowView(Contacts contacts, Talks talks, OwnWords words, SignedIn signedIn) {
        circle = new Circle(contacts, talks, words, signedIn.actor());
        addClassNames("page", "circle");
        count.addClassName("muted");
        Div head = new Div(new Div(new H1(getTranslation("circle.title")), count));
        head.addClassName("page-head");
        list.addClassNames("card", "circle-list");
        list.getElement().setAttribute("role", "list");
        none.addClassNames("card", "empty");
        more.addClassName("circle-more");
        search.setPlaceholder(getTranslation("circle.search"));
        search.setAriaLabel(getTranslation("circle.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> list());
        search.addClassName("circle-search");
        add(head);
        getElement().appendChild(asked);
        add(new AddCard(contacts, circle.actor(), this::show), search, list, none, more, new WordsCard(circle));
        show();
    }

    private void show() {
        asked.removeAllChildren();
        circle.talks()
                .open(circle.actor())
                .forEach(contact -> asked.appendChild(
                        new AskCard(circle.talks(), circle.actor(), contact, this::show).getElement()));
        int all = circle.contacts().count(circle.actor());
        count.setText(getTranslation("circle.count", all));
        search.setVisible(all > FEW || !search.isEmpty());
        list();
    }

    private void list() {
        list.removeAll();
        after = Optional.empty();
        append();
    }

    private void append() {
        Page<Contact> page = circle.contacts().mine(circle.actor(), search.getValue(), new Page.Wanted(after, AT_ONCE));
        page.rows().forEach(contact -> list.add(row(contact)));
        after = page.next();
        more.setVisible(after.isPresent());
        boolean empty = list.getComponentCount() == 0;
        list.setVisible(!empty);
        none.setVisible(empty);
        none.removeAll();
        if (empty && search.isEmpty()) {
            none.add(new H2(getTranslation("circle.none")), new Paragraph(getTranslation("circle.none.line")));
        } else if (empty) {
            none.add(new Paragraph(getTranslation("circle.none.found")));
        }
    }

    private Component row(Contact contact) {
        Span name = new Span(contact.name().whole());
        name.addClassName("strong");
        Span number = new Span(PhoneNumbers.national(contact.phone()));
        number.addClassNames("small", "muted");
        Div who = new Div(name, number);
        who.addClassName("circle-who");
        Div chips = new Div();
        chips.addClassName("circle-chips");
        contact.latest().ifPresent(talk -> chips.add(chip(Outcomes.words(this, talk.outcome()), "")));
        chips.add(
                contact.shared()
                        ? chip(getTranslation("circle.shared"), "good")
                        : chip(getTranslation("circle.mine"), "plain"));
        NativeButton open = new NativeButton(
                getTranslation("circle.text.do"), click -> new ContactDialog(circle, contact, this::show).open());
        open.addClassNames("btn", "ghost", "small");
        open.setAriaLabel(getTranslation("circle.text.whom", contact.name().whole()));
        Div row = new Div(who, chips, open);
        row.addClassName("circle-row");
        row.getElement().setAttribute("role", "listitem");
        return row;
    }

    private static Span chip(String words, String look) {
        Span chip = new Span(words);
        chip.addClassName("chip");
        if (!look.isEmpty()) chip.addClassName(look);
        return chip;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("circle.title") + " · Rung";
    }
}
