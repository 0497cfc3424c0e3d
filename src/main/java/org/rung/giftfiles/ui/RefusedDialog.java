package org.rung.giftfiles.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.giftfiles.GiftFile;
import org.rung.giftfiles.GiftFiles;
import org.rung.giftfiles.RefusedRow;

/** Rows that were not taken, each with its reason: to be mended in the file, which may then come again. */
class RefusedDialog extends Dialog {
    private static final int PAGE = 50;

    private final transient GiftFiles files;
    private final transient Actor actor;
    private final transient GiftFile file;
    private final UnorderedList rows = new UnorderedList();
    private final Div further = new Div();

    RefusedDialog(GiftFiles files, Actor actor, GiftFile file) {
        this.files = files;
        this.actor = actor;
        this.file = file;
        setHeaderTitle(getTranslation("giftfiles.refused.title"));
        setWidth("min(640px, 94vw)");
        rows.addClassName("giving-lines");
        Div body = new Div(new Paragraph(getTranslation("giftfiles.refused.words")), rows, further);
        body.addClassName("col");
        add(body);
        getFooter().add(new Button(getTranslation("giftfiles.close"), click -> close()));
        draw(Page.Wanted.first(PAGE));
    }

    private void draw(Page.Wanted wanted) {
        Page<RefusedRow> page = files.refused(actor, file.giftFileId(), wanted);
        page.rows().forEach(row -> rows.add(line(row)));
        further.removeAll();
        page.next().ifPresent(next -> {
            NativeButton more = new NativeButton(
                    getTranslation("giftfiles.more"), click -> draw(new Page.Wanted(Optional.of(next), PAGE)));
            more.addClassNames("btn", "ghost");
            further.add(more);
        });
    }

    private ListItem line(RefusedRow row) {
        Span why = new Span(getTranslation("giftfiles.refused.line", row.line(), Sentences.of(row.why())));
        why.addClassName("strong");
        Span cells = new Span(
                row.cells().stream().filter(cell -> !cell.isBlank()).limit(8).collect(Collectors.joining(" · ")));
        cells.addClassNames("muted", "small");
        Div words = new Div(why, cells);
        words.addClassName("col");
        return new ListItem(words);
    }
}
