package org.rung.circle.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Supplier;
import org.rung.accounts.Sentences;
import org.rung.circle.Added;
import org.rung.circle.Contacts;
import org.rung.common.Actor;
import org.rung.common.Problem;

/** The three ways in which people come into one's list, and what came of the last one. */
class AddCard extends Div {
    private static final int SHOWN = 100;

    private final transient Runnable changed;
    private final Div result = new Div();

    AddCard(Contacts contacts, Actor.Member actor, Runnable changed) {
        this.changed = changed;
        addClassNames("card", "col", "pad");
        result.addClassName("circle-result");
        result.getElement().setAttribute("role", "status");
        NativeButton byHand = new NativeButton(
                getTranslation("circle.add.hand"), click -> new AddDialog(contacts, actor, this::one).open());
        byHand.addClassNames("btn", "ghost");
        Div ways = new Div(
                new ContactPicker(
                        entries -> show(() -> contacts.addAll(actor, entries)),
                        () -> say(getTranslation("circle.add.refused"), "bad")),
                new CardUpload(bytes -> show(() -> contacts.addFile(actor, bytes)), words -> say(words, "bad")),
                byHand);
        ways.addClassName("circle-ways");
        Paragraph line = new Paragraph(getTranslation("circle.add.line"));
        line.addClassNames("small", "muted");
        add(ways, line, result);
    }

    private void one(boolean added) {
        say(getTranslation(added ? "circle.added.one" : "circle.added.there"), added ? "good" : "");
        changed.run();
    }

    private void show(Supplier<Added> adding) {
        try {
            Added added = adding.get();
            say(
                    getTranslation("circle.added", added.added())
                            + (added.already() == 0
                                    ? ""
                                    : " " + getTranslation("circle.added.already", added.already())),
                    added.added() > 0 ? "good" : "");
            if (!added.rejected().isEmpty()) result.add(rejects(added));
            changed.run();
        } catch (Problem problem) {
            say(Sentences.of(problem), "bad");
        }
    }

    private NativeDetails rejects(Added added) {
        UnorderedList list = new UnorderedList();
        added.rejected().stream()
                .limit(SHOWN)
                .map(one -> new ListItem(getTranslation(
                        one.name().isEmpty() ? "circle.rejected.card" : "circle.rejected.person",
                        one.at(),
                        one.name(),
                        Sentences.of(one.why()))))
                .forEach(list::add);
        int more = added.rejected().size() - SHOWN;
        if (more > 0) list.add(new ListItem(getTranslation("circle.rejected.more", more)));
        return new NativeDetails(
                getTranslation("circle.rejected", added.rejected().size()), list);
    }

    private void say(String words, String look) {
        result.removeAll();
        Div said = new Div(words);
        said.addClassName("notice");
        if (!look.isEmpty()) said.addClassName(look);
        result.add(said);
    }
}
