package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rung.common.MemberId;
import org.rung.common.Page;
import org.rung.texting.EditedRow;
import org.rung.texting.TextingPaths;

/** Changed first texts, each beside the script's words; the latest first. */
class EditedCard extends Div {

    static final int AT_ONCE = 5;

    private final transient Function<Page.Wanted, Page<EditedRow>> source;
    private final transient Function<Collection<MemberId>, Map<MemberId, String>> names;
    private final ZoneId zone;
    private final Div list = new Div();
    private final Div more = new Div();

    EditedCard(
            Function<Page.Wanted, Page<EditedRow>> source,
            Function<Collection<MemberId>, Map<MemberId, String>> names,
            Page<EditedRow> first,
            ZoneId zone) {
        this.source = source;
        this.names = names;
        this.zone = zone;
        addClassNames("col", "campaign-extra");
        list.addClassName("extra-list");
        list.getElement().setAttribute("role", "list");
        more.addClassName("row");
        add(new H3(getTranslation("texting.edited.title")), list, more);
        show(first);
    }

    private void show(Page<EditedRow> page) {
        Map<MemberId, String> texters = names.apply(
                page.rows().stream().flatMap(row -> row.texter().stream()).collect(Collectors.toSet()));
        page.rows().forEach(row -> list.add(line(row, texters)));
        more.removeAll();
        page.next().ifPresent(next -> {
            NativeButton button = new NativeButton(
                    getTranslation("texting.replies.more"),
                    click -> show(source.apply(new Page.Wanted(Optional.of(next), AT_ONCE))));
            button.addClassName("link");
            more.add(button);
        });
    }

    private Component line(EditedRow row, Map<MemberId, String> texters) {
        Anchor who = new Anchor(
                "/" + TextingPaths.conversation(row.conversationId()),
                row.supporter().isBlank() ? getTranslation("texting.unnamed") : row.supporter());
        String texter = row.texter().map(one -> texters.getOrDefault(one, "")).orElse("");
        Span when =
                new Span((texter.isEmpty() ? "" : texter + " · ") + Phrases.when(row.sentAt(), zone, Phrases.locale()));
        when.addClassNames("small", "muted");
        Div sides = new Div(
                words("texting.edited.sent", row.sent(), ""), words("texting.edited.script", row.scripted(), "muted"));
        sides.addClassName("edited-sides");
        Div line = new Div(who, when, sides);
        line.getElement().setAttribute("role", "listitem");
        return line;
    }

    private Div words(String label, String words, String tone) {
        Span name = new Span(getTranslation(label));
        name.addClassNames("small", "muted");
        Span said = new Span(words);
        if (!tone.isEmpty()) {
            said.addClassName(tone);
        }
        return new Div(name, said);
    }
}
