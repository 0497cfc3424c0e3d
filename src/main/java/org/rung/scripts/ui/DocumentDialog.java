package org.rung.scripts.ui;

import static org.rung.scripts.ui.Pieces.*;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.scripts.DocumentScript;
import org.rung.scripts.Documents;
import org.rung.scripts.Question;
import org.rung.scripts.Scripts;
import org.rung.scripts.ScriptsPaths;

/** A script from a document: what was found in it is shown, and what found no place, before it becomes one. */
class DocumentDialog extends Dialog {
    private static final int LEFT_SHOWN = 12;

    private final transient Scripts scripts;
    private final transient Actor actor;
    private final TextArea words = new TextArea(getTranslation("scripts.document.words"));
    private final TextField name = new TextField(getTranslation("scripts.studio.name"));
    private final Div notice = div("notice bad");
    private final Div found = div("col");
    private final Div source;
    private final Button read;
    private final Button make;
    private transient Optional<DocumentScript> script = Optional.empty();

    DocumentDialog(Scripts scripts, Actor actor) {
        this.scripts = scripts;
        this.actor = actor;
        setHeaderTitle(getTranslation("scripts.document.title"));
        setWidth("min(620px, 94vw)");
        notice.getElement().setAttribute("role", "alert");
        words.setWidthFull();
        words.setMinRows(7);
        words.setMaxRows(14);
        words.setMaxLength(Documents.LARGEST);
        words.setHelperText(getTranslation("scripts.document.how"));
        name.setWidthFull();
        name.setMaxLength(100);
        source = div(
                "col",
                words,
                new DocumentUpload((file, bytes) -> reads(() -> Documents.read(file, bytes)), this::tell));
        read = new Button(
                getTranslation("scripts.document.read"),
                click -> reads(() -> Documents.pasted(getTranslation("scripts.starter.name"), words.getValue())));
        read.addThemeVariants(ButtonVariant.PRIMARY);
        make = new Button(getTranslation("scripts.document.make"), click -> make());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        add(div("col", notice, source, found));
        getFooter().add(new Button(getTranslation("scripts.document.cancel"), click -> close()), read, make);
        show(Optional.empty());
        tell("");
    }

    private void tell(String problem) {
        notice.setText(problem);
        notice.setVisible(!problem.isEmpty());
    }

    private void reads(Supplier<DocumentScript> document) {
        tell("");
        try {
            show(Optional.of(document.get()));
        } catch (Problem.Invalid problem) {
            tell(problem.in(getLocale()));
        }
    }

    private void show(Optional<DocumentScript> one) {
        script = one;
        source.setVisible(one.isEmpty());
        read.setVisible(one.isEmpty());
        make.setVisible(one.isPresent());
        found.removeAll();
        one.ifPresent(this::shown);
    }

    private void shown(DocumentScript one) {
        name.setValue(one.name());
        found.add(name);
        found.add(new Span(getTranslation(
                "scripts.document.found",
                answers(one.tree().question()),
                questions(one.tree().question()))));
        found.add(div("txt", new Span(one.tree().firstText())));
        one.tree().question().ifPresent(question -> found.add(outline(question)));
        if (!one.left().isEmpty()) found.add(left(one.left()));
        name.focus();
    }

    private UnorderedList outline(Question question) {
        var list = new UnorderedList();
        list.addClassName("document-outline");
        question.answers().forEach(answer -> {
            var item = new ListItem(span("strong", answer.label()), new Span(" " + answer.reply()));
            answer.next().ifPresent(next -> {
                item.add(div("small muted", new Span(next.words())));
                item.add(outline(next));
            });
            list.add(item);
        });
        return list;
    }

    private Div left(List<String> lines) {
        var all = new UnorderedList();
        lines.stream().limit(LEFT_SHOWN).forEach(line -> all.add(new ListItem(line)));
        var card = div("notice warn col", new Paragraph(getTranslation("scripts.document.left", lines.size())), all);
        if (lines.size() > LEFT_SHOWN)
            card.add(new Span(getTranslation("scripts.document.more", lines.size() - LEFT_SHOWN)));
        return card;
    }

    private void make() {
        script.ifPresent(one -> {
            try {
                var id = scripts.write(actor, name.getValue(), one.tree());
                close();
                getUI().ifPresent(ui -> ui.navigate(ScriptsPaths.script(id)));
            } catch (Problem.Invalid problem) {
                tell(problem.in(getLocale()));
            }
        });
    }

    private static int answers(Optional<Question> question) {
        return question.stream()
                .flatMap(one -> one.answers().stream())
                .mapToInt(answer -> 1 + answers(answer.next()))
                .sum();
    }

    private static int questions(Optional<Question> question) {
        return question.stream()
                .mapToInt(one -> 1
                        + one.answers().stream()
                                .mapToInt(answer -> questions(answer.next()))
                                .sum())
                .sum();
    }
}
