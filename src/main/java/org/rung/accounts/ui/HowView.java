package org.rung.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.rung.accounts.AccountsPaths;
import org.rung.accounts.Members;
import org.rung.accounts.SignedIn;
import org.rung.common.Permission;

/** How texting works here, on one screen: three things, each with a picture. Shown to whoever joined, once. */
@Route(value = AccountsPaths.HOW, autoLayout = false)
@RolesAllowed({"TEXTER", "ORGANIZER", "COORDINATOR", "ADMIN"})
public class HowView extends Div implements HasDynamicTitle {
    /** Another room's page by its path: it stands above this one. */
    private static final String PRACTICE = "practice";

    private final Members members;
    private final SignedIn signedIn;

    HowView(Members members, SignedIn signedIn) {
        this.members = members;
        this.signedIn = signedIn;
        addClassName("how-page");
        var newHere = members.newHere(signedIn.actor());
        var title = new H1(getTranslation(
                newHere ? "accounts.how.welcome" : "accounts.how.title",
                signedIn.organization().name()));
        var points = new OrderedList(point("send", sending()), point("answer", answering()), point("care", caring()));
        points.addClassName("how-points");
        var start =
                new Button(getTranslation(newHere ? "accounts.how.start" : "accounts.how.go-on"), click -> start(""));
        start.addClassNames("wide", "tall", "how-start");
        var main = new Main(title, points);
        if (signedIn.actor().may(Permission.TEXT)) {
            var practice = new Button(getTranslation("accounts.how.practice"), click -> start(PRACTICE));
            practice.addClassName("tall");
            var line = new Paragraph(getTranslation("accounts.how.practice.line"));
            line.addClassNames("small", "muted", "how-practice");
            boolean first = !members.hasPractised(signedIn.actor());
            lead(first ? practice : start);
            var ways = first ? new Div(practice, start) : new Div(start, practice);
            ways.addClassName("how-ways");
            main.add(ways, line);
        } else {
            lead(start);
            main.add(start);
        }
        main.setId("content");
        main.addClassName("how");
        add(main);
    }

    private static void lead(Button button) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setAutofocus(true);
    }

    private ListItem point(String key, Component picture) {
        picture.getElement().setAttribute("aria-hidden", "true");
        var words = new Div(
                new H2(getTranslation("accounts.how." + key)),
                new Paragraph(getTranslation("accounts.how." + key + ".line")));
        words.addClassName("how-words");
        var point = new ListItem(picture, words);
        point.addClassName("how-point");
        return point;
    }

    /** A text on its way, and the button under the thumb. */
    private static Component sending() {
        return picture("how-send", shapes("how-bubble own", "how-button"));
    }

    /** What came in, and answers as chips. */
    private static Component answering() {
        return picture("how-answer", shapes("how-bubble", "how-chip on", "how-chip", "how-chip"));
    }

    /** A day with its hours: light in the middle, quiet at both ends. */
    private static Component caring() {
        return picture("how-care", shapes("how-night", "how-day", "how-night"));
    }

    private static Div picture(String name, List<Span> shapes) {
        var picture = new Div();
        picture.addClassNames("how-picture", name);
        shapes.forEach(picture::add);
        return picture;
    }

    private static List<Span> shapes(String... classes) {
        return List.of(classes).stream()
                .map(names -> {
                    var shape = new Span();
                    shape.addClassNames(names.split(" "));
                    return shape;
                })
                .toList();
    }

    private void start(String path) {
        members.welcomed(signedIn.actor());
        getUI().ifPresent(ui -> ui.navigate(path));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.how.title", signedIn.organization().name()) + " · Rung";
    }
}
