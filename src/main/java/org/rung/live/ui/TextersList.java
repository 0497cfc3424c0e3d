package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.role;
import static org.rung.live.ui.LiveWords.say;
import static org.rung.live.ui.LiveWords.span;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rung.common.MemberId;
import org.rung.live.LivePage;
import org.rung.live.LiveTexter;
import org.rung.texting.WorkMoveKind;

/** Everyone who texts for the campaign. Rows stay where they are while one looks: a thumb finds what it aimed at. */
@JavaScript("context://elements/moves.js")
class TextersList extends Div {
    private final transient Consumer<LiveTexter> moves;
    private final transient Consumer<LiveTexter> looks;
    private final Div rows = role(div("people-list"), "list");
    private final Span line = span("muted", "");
    private final transient Map<MemberId, TexterRow> shown = new HashMap<>();

    private transient List<LiveTexter> texters = List.of();

    /** What a texter holds was dragged onto another. */
    interface Drags {
        void dragged(LiveTexter from, LiveTexter to, WorkMoveKind kind);
    }

    TextersList(LivePage page, Consumer<LiveTexter> moves, Consumer<LiveTexter> looks, Drags drags) {
        this.moves = moves;
        this.looks = looks;
        setId("live-texters");
        addClassNames("card", "pad", "col");
        add(new H2(say("live.texters")), line, rows);
        ComponentUtil.addListener(
                rows,
                WorkDragged.class,
                moved -> named(moved.from)
                        .ifPresent(from -> named(moved.to).ifPresent(to -> drags.dragged(from, to, moved.kind()))));
        rows.getElement().executeJs("window.rungMoves(this)");
        show(page);
    }

    private Optional<LiveTexter> named(String id) {
        return texters.stream().filter(one -> one.texter().text().equals(id)).findFirst();
    }

    final void show(LivePage page) {
        texters = page.texters();
        line.setText(
                page.joined() == 0
                        ? say("live.texters.none")
                        : say("live.texters.line", page.joined(), page.atWork())
                                + (page.joined() > page.texters().size()
                                        ? " "
                                                + say(
                                                        "live.texters.some",
                                                        page.texters().size())
                                        : ""));
        var now = page.texters().stream().map(LiveTexter::texter).collect(Collectors.toSet());
        shown.entrySet().removeIf(row -> {
            boolean gone = !now.contains(row.getKey());
            if (gone) rows.remove(row.getValue());
            return gone;
        });
        for (var texter : page.texters()) {
            var row = shown.get(texter.texter());
            if (row == null) {
                var made = new TexterRow(texter, page.at(), moves, looks);
                shown.put(texter.texter(), made);
                rows.add(made);
            } else {
                row.show(texter, page.at());
            }
        }
    }
}
