package org.rung.giving.ui;

import static org.rung.giving.ui.GivingWords.say;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.accounts.Sentences;
import org.rung.common.Page;
import org.rung.common.PhoneNumbers;
import org.rung.common.Problem;
import org.rung.giving.GiftFilter;
import org.rung.giving.GiftRow;
import org.rung.giving.GivingPaths;
import org.rung.people.Supporter;

/** Gifts of which nobody knows yet whose they are: who it may be, and a new person where it is none of them. */
@Route(GivingPaths.UNMATCHED)
@RolesAllowed({"COORDINATOR", "ADMIN"})
public class UnmatchedView extends GivingPage {
    private static final int FEW = 20;

    private final Div list = new Div();

    UnmatchedView(GivingScreens screens) {
        super(screens, GivingPaths.UNMATCHED, "giving.tab.unmatched");
        list.addClassName("col");
    }

    @Override
    void draw() {
        list.removeAll();
        Paragraph words = new Paragraph(say("giving.unmatched.words"));
        words.addClassName("muted");
        add(words, list);
        more(Page.Wanted.first(FEW));
        if (list.getComponentCount() == 0) add(nothing("giving.unmatched.none", "giving.unmatched.none.next"));
    }

    private void more(Page.Wanted wanted) {
        var page = screens.gifts().page(screens.actor(), GiftFilter.UNMATCHED, wanted);
        page.rows().forEach(gift -> list.add(card(gift)));
        if (page.next().isPresent()) list.add(further(page, this::more));
    }

    private Div card(GiftRow gift) {
        Span amount = new Span(GivingWords.money(gift.givenMinor(), gift.currency()));
        amount.addClassNames("end", "strong", "num");
        Div top = new Div(new H2(GivingWords.name(gift)), amount);
        top.addClassNames("row", "wrap");
        Span written = new Span(written(gift));
        written.addClassNames("muted", "small");
        Div deeds = new Div();
        deeds.addClassNames("row", "wrap");
        Button find = new Button(say("giving.unmatched.find"), click -> candidates(gift, deeds));
        find.setAriaLabel(say("giving.unmatched.find.one", GivingWords.name(gift)));
        deeds.add(find);
        if (!gift.name().isBlank()) deeds.add(newcomer(gift));
        Div card = new Div(top, written, deeds);
        card.addClassNames("card", "col", "giving-unmatched");
        return card;
    }

    private Button newcomer(GiftRow gift) {
        Button made = new Button(
                say("giving.unmatched.new"),
                click -> settle(() -> screens.matching().newcomer(screens.actor(), gift.giftId())));
        made.setAriaLabel(say("giving.unmatched.new.one", GivingWords.name(gift)));
        return made;
    }

    /** Looked for when someone asks: a page of gifts would ask as often as it is long. */
    private void candidates(GiftRow gift, Div deeds) {
        deeds.removeAll();
        var people = screens.matching().candidates(screens.actor(), gift.giftId());
        if (people.isEmpty()) {
            Span nobody = new Span(say("giving.unmatched.nobody"));
            nobody.addClassName("muted");
            deeds.add(nobody);
        }
        people.forEach(person -> {
            Button it = new Button(
                    say("giving.unmatched.is", name(person)),
                    click -> settle(() ->
                            screens.gifts().assign(screens.actor(), gift.giftId(), Optional.of(person.supporterId()))));
            it.addClassName("giving-candidate");
            deeds.add(it);
        });
        if (!gift.name().isBlank()) deeds.add(newcomer(gift));
    }

    private void settle(Runnable act) {
        try {
            act.run();
            Notification.show(say("giving.unmatched.done"), 4_000, Notification.Position.BOTTOM_CENTER);
        } catch (Problem refused) {
            Notification.show(Sentences.of(refused), 8_000, Notification.Position.BOTTOM_CENTER);
        }
        redraw();
    }

    private static String name(Supporter person) {
        return Stream.of((person.firstName() + " " + person.lastName()).strip(), person.city(), person.email())
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(", "));
    }

    private String written(GiftRow gift) {
        return Stream.of(
                        GivingWords.day(gift.givenAt(), screens.zone()),
                        say("giving.way." + gift.way()),
                        gift.giver().email(),
                        gift.giver().phone().map(PhoneNumbers::masked).orElse(""))
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
