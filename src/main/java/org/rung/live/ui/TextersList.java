package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.role;
import static org.rung.live.ui.LiveWords.say;
import static org.rung.live.ui.LiveWords.span;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.rung.common.MemberId;
import org.rung.live.LivePage;
import org.rung.live.LiveTexter;

/** Everyone who texts for the campaign. Rows stay where they are while one looks: a thumb finds what it aimed at. */
class TextersList extends Div {
    private final transient Consumer<LiveTexter> moves;
    private final transient Consumer<LiveTexter> looks;
    private final Div rows = role(div("people-list"), "list");
    private final Span line = span("muted", "");
    private final transient Map<MemberId, TexterRow> shown = new HashMap<>();

    TextersList(LivePage page, Consumer<LiveTexter> moves, Consumer<LiveTexter> looks) {
        this.moves = moves;
        this.looks = looks;
        setId("live-texters");
        addClassNames("card", "pad", "col");
        add(new H2(say("live.texters")), line, rows);
        show(page);
    }

    final void show(LivePage page) {
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
